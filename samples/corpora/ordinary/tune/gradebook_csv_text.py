DATA = """name;math;physics;chemistry
Ada;5;4;5
Bob;3;2;4
Cyd;4;4;
Dee;;5;3"""

lines = DATA.split("\n")
header = lines[0].split(";")[1:]
students = {}
for line in lines[1:]:
    name, *marks = line.split(";")
    students[name] = {s: int(m) if m else None for s, m in zip(header, marks)}


def average(values):
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known else float("nan")


print("name".ljust(8) + "".join(s.rjust(11) for s in header) + "average".rjust(11))
for name, marks in students.items():
    cells = "".join(("-" if m is None else str(m)).rjust(11) for m in marks.values())
    print(name.ljust(8) + cells + f"{average(marks.values()):11.2f}")
print("subject averages:")
for subject in header:
    column = [marks[subject] for marks in students.values()]
    missing = column.count(None)
    note = f" ({missing} missing)" if missing else ""
    print(f"  {subject:<10} {average(column):.3f}{note}")
best = sorted(students, key=lambda n: (-average(students[n].values()), n))
print("ranking:", " > ".join(best))
print({s: [n for n in students if students[n][s] == 5] for s in header})

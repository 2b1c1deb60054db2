DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]
LESSONS = {"math": 4, "art": 2, "sport": 2, "history": 3, "biology": 3}


def build(per_day=3):
    plan = {day: [] for day in DAYS}
    left = dict(LESSONS)
    while any(left.values()):
        for day in DAYS:
            if len(plan[day]) >= per_day:
                continue
            options = [s for s in left if left[s] and s not in plan[day]]
            if not options:
                continue
            subject = max(options, key=lambda s: (left[s], s))
            plan[day].append(subject)
            left[subject] -= 1
        if all(len(p) >= per_day for p in plan.values()):
            break
    return plan, {s: n for s, n in left.items() if n}


for per_day in (3, 2):
    plan, left = build(per_day)
    print(" ".join(f"{d:<9}" for d in DAYS).rstrip())
    for hour in range(per_day):
        row = [plan[d][hour] if hour < len(plan[d]) else "-" for d in DAYS]
        print(" ".join(f"{s:<9}" for s in row).rstrip())
    print("left over:", left or "nothing")
plan, _ = build()
teachers = {}
for day, subjects in plan.items():
    for subject in subjects:
        teachers.setdefault(subject, []).append(day)
for subject in sorted(teachers):
    print(f"{subject:<8} {len(teachers[subject])} {','.join(teachers[subject])}")

frontend = {"ana", "bo", "cy", "di"}
backend = {"cy", "di", "eli", "flo"}
managers = {"di", "gus"}

print("both:", sorted(frontend & backend))
print("either:", sorted(frontend | backend))
print("only frontend:", sorted(frontend - backend))
print("exactly one:", sorted(frontend ^ backend))
print(managers <= frontend, {"cy"} < backend, frontend.isdisjoint(managers))

skills = {
    "ana": {"js", "css"},
    "bo": {"js"},
    "cy": {"js", "sql", "python"},
    "eli": {"python", "sql", "go"},
}
everything = set().union(*skills.values())
print(len(everything), sorted(everything))
common = set.intersection(skills["cy"], skills["eli"])
print(sorted(common))
by_skill = {s: sorted(n for n in skills if s in skills[n]) for s in sorted(everything)}
for skill, names in by_skill.items():
    print(f"{skill:<8}{', '.join(names)}")
seen = set()
unique = [x for x in [3, 1, 3, 2, 1, 5] if not (x in seen or seen.add(x))]
print(unique)
frozen = frozenset([1, 2, 3])
print({frozen: "ok"}[frozenset([3, 2, 1])])
frontend.discard("nobody")
frontend.update(["zed"])
print(max(frontend), min(frontend), len(frontend))

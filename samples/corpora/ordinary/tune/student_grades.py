from statistics import mean, median, stdev

GRADES = {
    "Ann": [88, 92, 79, 95],
    "Ben": [65, 70, 58, 72],
    "Cleo": [90, 91, 89, 93],
    "Dirk": [50, 45, 62, 55],
}


def letter(score):
    for limit, grade in ((90, "A"), (80, "B"), (70, "C"), (60, "D")):
        if score >= limit:
            return grade
    return "F"


print(f"{'name':<6}{'mean':>8}{'median':>8}{'stdev':>8}  grade")
for name, scores in GRADES.items():
    m = mean(scores)
    print(f"{name:<6}{m:>8.2f}{median(scores):>8.1f}{stdev(scores):>8.3f}  {letter(m)}")

everyone = [s for scores in GRADES.values() for s in scores]
print("overall", mean(everyone), median(everyone))
ranking = sorted(GRADES, key=lambda n: mean(GRADES[n]), reverse=True)
for place, name in enumerate(ranking, 1):
    print(place, name)
passed, failed = [], []
for name in GRADES:
    (passed if mean(GRADES[name]) >= 60 else failed).append(name)
print("passed:", passed, "failed:", failed)

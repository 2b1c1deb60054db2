import re
from collections import Counter

LOG = """\
2024-03-01 10:00:01 INFO  server started on port 8080
2024-03-01 10:00:05 DEBUG request GET /index.html from 10.0.0.1
2024-03-01 10:00:06 WARN  slow response: 1250 ms
2024-03-01 10:00:09 ERROR cannot open file "data.bin"
2024-03-01 10:01:11 DEBUG request POST /login from 10.0.0.2
garbage line
2024-03-01 10:02:30 ERROR timeout after 3000 ms
2024-03-01 10:03:00 INFO  shutting down
"""

LINE = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]{8}) (?P<level>[A-Z]+)\s+(?P<text>.*)")
levels = Counter()
skipped = 0
slowest = 0
for number, line in enumerate(LOG.splitlines(), 1):
    match = LINE.fullmatch(line)
    if match is None:
        skipped += 1
        print(f"line {number} skipped: {line!r}")
        continue
    levels[match["level"]] += 1
    took = re.search(r"(\d+) ms", match["text"])
    if took:
        slowest = max(slowest, int(took.group(1)))
    if match["level"] == "ERROR":
        print(match["time"], match["text"])
print(dict(levels))
print("skipped", skipped, "slowest", slowest)
print(re.findall(r"\b(GET|POST) (\S+)", LOG))
print(re.sub(r"\d+\.\d+\.\d+\.(\d+)", r"x.x.x.\1", LOG.splitlines()[1]))

def read_lines(text):
    for line in text.splitlines():
        yield line


def strip_comments(lines):
    for line in lines:
        line = line.split("#", 1)[0].strip()
        if line:
            yield line


def parse(lines):
    for line in lines:
        key, _, value = line.partition("=")
        yield key.strip(), value.strip()


def convert(pairs):
    for key, value in pairs:
        if value.isdigit():
            yield key, int(value)
        elif value in ("yes", "no"):
            yield key, value == "yes"
        else:
            yield key, value


SETTINGS = """
# server settings
host = example.org
port = 443      # the usual
secure = yes

workers = 8
verbose = no
"""

settings = dict(convert(parse(strip_comments(read_lines(SETTINGS)))))
for key, value in settings.items():
    print(f"{key:<10}{value!r:<16}{type(value).__name__}")


def running_average():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


avg = running_average()
next(avg)
print([avg.send(v) for v in (10, 20, 60, 2)])
avg.close()

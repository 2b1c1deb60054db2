"""Construct: assert raises with any value, and goes away with __debug__ when code is optimised."""

log = []


def check(value, *message):
    try:
        if message:
            assert log.append("test") or value, log.append("message") or message[0]
        else:
            assert value
        return "passed"
    except AssertionError as error:
        return error.args


SOURCE = "assert False, 'never when optimised'\nresult = __debug__"
print(check(1), check(0), check([], {"any": "object"}), check(1, "unused"), log)
for level in (0, 1, 2):
    space = {}
    try:
        exec(compile(SOURCE, "<made>", "exec", optimize=level), space)
        print(level, space["result"])
    except AssertionError as error:
        print(level, type(error).__name__)
print(__debug__)
AssertionError = KeyError
try:
    assert 0
except Exception as error:
    print(type(error).__name__)

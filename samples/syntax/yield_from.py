"""Construct: yield from hands next, send, throw and close to an inner iterator."""

log = []


def inner():
    got = []
    try:
        while len(got) < 2:
            got.append((yield len(got)))
    except ValueError:
        got.append("value error")
        yield "recovered"
    finally:
        log.append("inner ends")
    return got


def outer():
    result = yield from inner()
    yield "result", result
    yield from "ab"
    yield from {"k": 1}.items()
    return (yield from (n for n in ()))


first, second, third = outer(), outer(), outer()
print([next(first), first.send("x"), first.send("y"), *first], log)
print(next(second), second.gi_yieldfrom.gi_code.co_name)
print(second.throw(ValueError), next(second), log)
print(next(third), third.close(), log, third.gi_yieldfrom)
for thrown in (lambda: (yield from 5), lambda: (yield from ["ok", *[]])):
    try:
        print(list(thrown()))
    except TypeError as error:
        print(type(error).__name__)

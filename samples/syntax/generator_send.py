"""Construct: send gives a value to the yield at which a generator waits."""


def averager():
    total, count, answer = 0, 0, "started"
    while True:
        got = yield answer
        if got is None:
            answer = "nothing"
            continue
        total, count = total + got, count + 1
        answer = total / count


def pairs():
    result = [(yield 1), (yield 2), [(yield 3)] * 2]
    yield result
    print("last", (yield) or "nothing came")


average = averager()
print(next(average), [average.send(n) for n in (10, 20, None, 30)], next(average))
pair = pairs()
print(next(pair), pair.send("a"), pair.send("b"))
print(pair.send("c"), pair.send("d"), pair.gi_frame is None)
for action in (lambda: averager().send(1), lambda: pair.send(None), lambda: pair.send("late")):
    try:
        action()
    except (TypeError, StopIteration) as error:
        print(type(error).__name__)
print(pair.gi_frame, averager.__name__, average.gi_running, list(x for x in pair))

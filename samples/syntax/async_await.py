"""Construct: async functions await each other and any object with __await__."""


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return f"{self.question}={answer}"


async def leaf(name):
    return (await Ask(name)).upper()


async def tree(*names):
    found = [await leaf(name) for name in names]
    try:
        await Ask("fail")
    except ValueError:
        found.append("handled")
    return found


def drive(coroutine, answers):
    value, step = None, coroutine.send
    while True:
        try:
            value = answers[step(value)]
            step = coroutine.throw if isinstance(value, Exception) else coroutine.send
        except StopIteration as stop:
            return stop.value


print(drive(tree("a", "b"), {"a": 1, "b": "two", "fail": ValueError()}))
try:
    drive(tree(), {"fail": KeyError()})
except KeyError as error:
    print(type(error).__name__, error.args)

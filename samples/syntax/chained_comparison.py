"""Construct: chained comparisons evaluate each operand once, and stop when one is false."""

log = []


def note(value):
    log.append(value)
    return value


class Vague:
    def __init__(self, answer):
        self.answer = answer

    def __lt__(self, other):
        return self.answer

    def __bool__(self):
        log.append("bool")
        return False


def chain(action):
    log.clear()
    return action(), list(log)


print(chain(lambda: note(1) < note(2) < note(3)), chain(lambda: note(3) < note(2) < note(1)))
print(chain(lambda: note(1) < note(5) > note(2) != note(3) == note(3) >= note(0)))
print(chain(lambda: note(1) in [1] == note(True)), (1 in [1]) == True)
print(chain(lambda: Vague("kept") < 1), chain(lambda: Vague([]) < note("not reached") < 2))
print(chain(lambda: Vague("yes") < 1 < 2))
print(chain(lambda: type(Vague(Vague(0)) < note(1) < 2).__name__))
print(chain(lambda: not note(0) == note(1) or note("x")))
print(1 < 2 == 2, (1 < 2) == 2, 1 < (2 == 2), "a" < "b" < "c" > "b", not 1 == 1 == 1)
try:
    print(chain(lambda: 1 < note(2) < note("text")))
except TypeError as error:
    print(type(error).__name__, log)

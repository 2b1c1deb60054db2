"""Construct: functions become methods when they are found on a class, or are bound by hand."""

import types


class Robot:
    def __init__(self, name):
        self.name = name

    def say(self, text="..."):
        return f"{self.name}: {text}"

    kind = classmethod(lambda cls: cls.__name__)
    add = staticmethod(lambda a, b=1: a + b)


Other = type("Other", (Robot,), {})
robot = Robot("rob")
say = robot.say
print(say("hi"), say.__self__ is robot, say.__func__ is Robot.say, Robot.say(robot))
print(robot.say == say, robot.say is say, hash(robot.say) == hash(say), Robot("x").say == say)
print(Other.kind(), Other.kind.__self__ is Other, robot.add(1), Robot.add is robot.add)
robot.say = types.MethodType(lambda self, text: f"{self.name} only {text}", Other("other"))
print(robot.say("x"), vars(Robot)["say"].__get__(Other("got"), Other)("y"))
print(Robot.say.__get__(None, Robot) is Robot.say, "abc".upper.__self__, say.__name__)
Robot.length, Robot.upper = len, lambda self: self.name.upper()
print(robot.upper(), robot.length("abc"), vars(Robot)["kind"].__func__(int))
for action in (lambda: Robot.say(), lambda: robot.upper(1), lambda: types.MethodType(5, 1),
               lambda: setattr(say, "x", 1), lambda: types.MethodType(len, None)):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)

"""Construct: inspect.signature tells the parameters of what can be called, and binds arguments."""

import inspect


def mixed(a, b: int = 1, /, c=None, *rest, d, e: "text" = (), **more) -> list:
    pass


class Shape:
    def __init__(self, sides, *, name="shape"):
        pass

    def scale(self, by=1.5): pass
    build = classmethod(lambda cls, spec: None)
    helper = staticmethod(lambda x, y=-1: None)
    __call__ = lambda self, *points: None


signature = inspect.signature(mixed)
print(signature, inspect.signature(Shape))
print(inspect.signature(Shape(3)), inspect.signature(lambda: 0))
print(*map(inspect.signature, (Shape.scale, Shape(3).scale, Shape.build, Shape.helper)))
for parameter in signature.parameters.values():
    print(parameter, parameter.kind.name, parameter.default is parameter.empty, end="; ")
bound = signature.bind(1, 2, 3, 4, 5, d=6, z=7)
print(bound.args, bound.kwargs, bound.arguments["rest"], sep=" | ")
partial = signature.bind_partial(9)
partial.apply_defaults()
print(dict(partial.arguments), signature.return_annotation, mixed.__annotations__["e"])
print(signature.replace(parameters=list(signature.parameters.values())[:2], return_annotation="x"))
for arguments in ((), (1, 2, 3), (1, 2, 3, 4)):
    try:
        print(signature.bind(*arguments))
    except TypeError as error:
        print(len(arguments), type(error).__name__)

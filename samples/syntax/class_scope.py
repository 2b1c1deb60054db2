"""Construct: a class body is a scope that its functions do not see."""

name = "global"


def enclose():
    name = "enclosing"

    class Inner:
        before = name
        name = name + " in class"
        after = name

        def method(self):
            return name, self.name, __class__.__name__

        class Deeper:
            seen = name

        for index in range(3):
            exec(f"made_{index} = index * index")
        del index

    class Unbound:
        shown = []
        try:
            shown.append(value)
        except NameError as error:
            shown.append(type(error).__name__)
        value = 1
        shown.append(value)

    return Inner, Unbound


Inner, Unbound = enclose()
print(Inner.before, Inner.after, Inner().method(), sep="; ")
print(Inner.Deeper.seen, Inner.Deeper.__qualname__)
print(Inner.made_2, hasattr(Inner, "index"), Unbound.shown, Inner.method.__qualname__, name)

"""Construct: methods and attributes of a class change while instances exist."""


class Animal:
    sound = "..."

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    pass


rex, bound = Dog(), Dog().speak
rex.name = "rex"
bound.__self__.name = "old"
print(rex.speak())
Dog.sound = "wuff"
Animal.speak = lambda self: f"{self.name}: {self.sound}!"
print(rex.speak(), bound())
Animal.__len__ = lambda self: 7
Dog.__call__ = Dog.__getitem__ = lambda self, key: key * 2
Animal.loud = property(lambda self: self.sound.upper())
Animal.create = classmethod(lambda cls, name: vars(made := cls()).update(name=name) or made)
print(len(rex), rex("ab"), rex[4], rex.loud, Dog.create("fido").speak(), callable(Animal()))
rex.speak, rex.__len__ = (lambda: "only this one"), (lambda: 99)
print(rex.speak(), len(rex), Dog.create("max").speak())
del Dog.sound, Animal.__len__, rex.speak
print(rex.speak(), hasattr(rex, "loud"), hasattr(Dog, "__len__"), rex.__len__())
for target, name in ((int, "size"), (object, "x"), (type(rex.speak), "y")):
    try:
        setattr(target, name, 1)
    except TypeError as error:
        print(target.__name__, type(error).__name__)

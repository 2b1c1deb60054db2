class Animal:
    legs = 4
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} the {type(self).__name__.lower()} says {self.sound}"

    def __lt__(self, other):
        return self.name < other.name


class Dog(Animal):
    sound = "woof"

    def fetch(self, what):
        return f"{self.name} brings the {what}"


class Bird(Animal):
    legs = 2
    sound = "tweet"

    def __init__(self, name, can_fly=True):
        super().__init__(name)
        self.can_fly = can_fly


class Penguin(Bird):
    sound = "honk"

    def __init__(self, name):
        super().__init__(name, can_fly=False)

    def speak(self):
        return super().speak() + " and slides"


class Swimming:
    def swim(self):
        return f"{self.name} swims"


class Duck(Swimming, Bird):
    sound = "quack"


zoo = [Dog("Rex"), Bird("Tweety"), Penguin("Pingu"), Duck("Donald")]
for animal in sorted(zoo):
    print(animal.speak())
print(sum(a.legs for a in zoo), "legs")
print([a.name for a in zoo if getattr(a, "can_fly", False)])
for a in zoo:
    for skill in ("fetch", "swim"):
        if hasattr(a, skill):
            print(getattr(a, skill)(*(["ball"] if skill == "fetch" else [])))
print([c.__name__ for c in Duck.__mro__])
print(isinstance(zoo[2], Bird), issubclass(Duck, Swimming), Penguin.legs, type(zoo[0]) is Animal)

"""Idiom: __init_subclass__ with keywords registers handlers, here a chat bot's commands."""


class Command:
    """A command is found by its name or by one of its aliases."""

    _by_name = {}
    name = None

    def __init_subclass__(cls, /, aliases=(), admin_only=False, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = cls.__name__.removesuffix("Command").lower()
        cls.admin_only = admin_only
        for key in (cls.name, *aliases):
            if key in Command._by_name:
                raise ValueError(f"two commands are called {key}")
            Command._by_name[key] = cls

    @classmethod
    def dispatch(cls, line, *, admin=False):
        word, *arguments = line.split()
        handler = cls._by_name.get(word.lstrip("!"))
        if handler is None:
            return f"unknown command {word!r}"
        if handler.admin_only and not admin:
            return f"{handler.name}: administrators only"
        return handler().run(*arguments)


class EchoCommand(Command, aliases=["say"]):
    def run(self, *words):
        return " ".join(words)


class AddCommand(Command, aliases=["sum", "plus"]):
    def run(self, *numbers):
        return str(sum(map(int, numbers)))


class BanCommand(Command, admin_only=True):
    def run(self, user, days="7"):
        return f"{user} is banned for {days} days"


for line in ["!say hello there", "!plus 4 8 15 16 23 42", "!ban mallory", "!dance"]:
    print(f"{line} -> {Command.dispatch(line)}")
print("as admin ->", Command.dispatch("!ban mallory 30", admin=True))

try:
    type("EchoCommand", (Command,), {})
except ValueError:
    print("a second EchoCommand is turned away")
print({key: handler.__name__ for key, handler in sorted(Command._by_name.items())})

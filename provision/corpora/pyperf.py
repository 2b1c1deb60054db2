"""Stands in for pyperf: runs each workload once, and prints what it came to in place of how long it took."""


def perf_counter():
    return 0.0


def python_implementation():
    return "any"


def checksum(text):
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 4294967291
    return total


def report(name, result):
    text = repr(result)
    print(name, len(text), checksum(text))


class Arguments:
    pass


class Parser:
    """Knows options by their defaults; nothing is given on the command line."""

    def __init__(self):
        self.arguments = Arguments()

    def add_argument(self, *names, **options):
        name = options.get("dest")
        if name is None:
            name = names[-1].lstrip("-").replace("-", "_")
        default = options.get("default")
        if default is None and options.get("action") == "store_true":
            default = False
        setattr(self.arguments, name, default)


class Runner:
    def __init__(self, **options):
        self.metadata = {}
        self.argparser = Parser()
        self.args = self.argparser.arguments

    def parse_args(self, *args):
        return self.args

    def bench_func(self, name, function, *args, **options):
        report(name, function(*args))

    def bench_time_func(self, name, function, *args, **options):
        report(name, function(1, *args))

    def bench_async_func(self, name, function, *args, **options):
        import asyncio

        report(name, asyncio.run(function(*args)))

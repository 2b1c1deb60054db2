class cached_property:
    def __init__(self, func):
        self.func = func

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print("computing", self.name)
        value = self.func(instance)
        instance.__dict__[self.name] = value
        return value


class LRU:
    def __init__(self, size):
        self.size = size
        self.data = {}
        self.hits = self.misses = 0

    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            self.data[key] = self.data.pop(key)
        else:
            self.misses += 1
            if len(self.data) >= self.size:
                oldest = next(iter(self.data))
                del self.data[oldest]
            self.data[key] = make(key)
        return self.data[key]


class Report:
    def __init__(self, numbers):
        self.numbers = numbers

    @cached_property
    def total(self):
        return sum(self.numbers)

    @cached_property
    def squares(self):
        return [n * n for n in self.numbers]


report = Report([1, 2, 3])
print(report.total, report.total)
print(report.squares is report.squares)
cache = LRU(3)
for key in (1, 2, 3, 1, 4, 2, 1, 5):
    cache.get(key, lambda k: k ** 3)
print(cache.data, cache.hits, cache.misses)
print(sorted(vars(report)))

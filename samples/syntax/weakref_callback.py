"""Construct: weak references call back when their object goes, and do not keep it."""

import weakref

log = []


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name


def gone(reference):
    log.append(("gone", reference() is None))


one, two = Thing("one"), Thing("two")
ref, proxy = weakref.ref(one, gone), weakref.proxy(one)
method, plain = weakref.WeakMethod(one.method), weakref.ref(one)
final = weakref.finalize(one, log.append, "finalized")
values = weakref.WeakValueDictionary(a=one, b=two)
keys = weakref.WeakKeyDictionary({one: 1, two: 2})
print(ref() is one, proxy.name, method()(), final.alive)
print(sorted(values), len(keys), weakref.getweakrefcount(two))
print(plain is weakref.ref(one), ref == plain, hash(plain) == hash(one))
print(type(proxy).__name__, isinstance(proxy, Thing))
del one
print(ref(), method(), final.alive, sorted(values), len(keys), log, ref == plain)
for action in (lambda: proxy.name, lambda: weakref.ref(5), lambda: weakref.ref([]),
               lambda: hash(weakref.ref(Thing("z")))):
    try:
        print(action())
    except (ReferenceError, TypeError) as error:
        print(type(error).__name__)

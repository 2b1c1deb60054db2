"""Construct: functions and classes with type parameters of their own (PEP 695)."""

import typing


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T: (int, str), *Rest, **P]:
    kind = T

    def __init__(self):
        self.items: list[T] = []

    def push[U: Forward](self, item: T, other: U) -> "Stack":
        self.items.append(item)
        return self


class Child[K](dict[K, int], typing.Sized):
    pass


T = "the global is another"
print(first([7, 8]), first.__type_params__, first.__annotations__, T)
print(Stack.__type_params__, Stack.kind is Stack.__type_params__[0])
print(Stack.kind.__constraints__, Stack.kind.__bound__)
print([type(parameter).__name__ for parameter in Stack.__type_params__])
print(Stack.__orig_bases__ != (), Stack.__parameters__)
print(Stack().push(1, 2).push("a", "b").items)
print(Stack[int, str, [bool]].__args__[0], typing.Generic in Stack.__mro__)
print(Child[str](a=1), Child.__mro__[1:3])
print(Child.__orig_bases__[0].__origin__, Child.__type_params__)
bound = Stack.push.__type_params__[0]
try:
    bound.__bound__
except NameError as error:
    print(type(error).__name__)
Forward = float
print(bound.__bound__, bound.__bound__ is float)

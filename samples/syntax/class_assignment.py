"""Construct: an instance changes its class and its dictionary while it lives."""


class Draft:
    show = lambda self: ("draft", self.text)


class Final:
    show = lambda self: ("final", self.text)


Slotted, Twin = (type(name, (), {"__slots__": ("text",)}) for name in ("Slotted", "Twin"))
document = Draft()
document.text = "words"
document.__class__ = Final
print(document.show(), isinstance(document, Draft), type(document) is Final)
kept, document.__dict__ = document.__dict__, {"text": "swapped", "more": 1}
print(document.show(), document.more, kept)
document.__dict__ = shared = {}
other = Final()
other.__dict__ = shared
other.text = "seen by both"
print(document.show(), shared)
slotted = Slotted()
slotted.text = "in a slot"
slotted.__class__ = Twin
print(slotted.text, type(slotted).__name__, type("T", (Final,), {"__class__": int})().__class__)
for action in (lambda: setattr(document, "__class__", Slotted),
               lambda: setattr(5, "__class__", bool), lambda: delattr(document, "__class__"),
               lambda: setattr(document, "__class__", "Final"),
               lambda: setattr(document, "__dict__", []), lambda: setattr([], "__class__", Draft)):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__)

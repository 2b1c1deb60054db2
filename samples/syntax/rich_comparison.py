"""Construct: comparisons call methods that may return anything, and are reflected."""

log = []


class Word:
    def __init__(self, text):
        self.text = text

    def __lt__(self, other):
        log.append(f"{self.text} lt")
        return ["list"] if other == 5 else NotImplemented

    def __eq__(self, other):
        log.append(f"{self.text} eq")
        return self.text == getattr(other, "text", other)

    def __ge__(self, other):
        log.append(f"{self.text} ge")
        return ""


class Longer(Word):
    def __gt__(self, other):
        log.append(f"{self.text} gt")
        return "reflected"


a, b = Word("a"), Longer("b")
for source in ("a < 5", "a < b", "5 > a", "a != 'a'", "'a' == a", "b <= a", "a < a", "b > 1"):
    try:
        print(source, "->", eval(source), log)
    except TypeError as error:
        print(source, "->", type(error).__name__, log)
    log.clear()
print(a in ["a"], ["b", "a"].index(a), (1, a) == (1, "a"), [a] != ["c"], Word.__hash__)

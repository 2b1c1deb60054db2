"""Programs drawn by chance, from a seed: typed expressions over the builtins and their methods, in ordinary statements.

They are no programs that people write, so coverage is not quoted on them. They try combinations that nobody thought of.
"""

import random

INT, FLOAT, STR, BOOL, INTS, STRS, TABLE, PAIR = "int", "float", "str", "bool", "ints", "strs", "table", "pair"
TYPES = [INT, FLOAT, STR, BOOL, INTS, STRS, TABLE, PAIR]
WORDS = ["apple", "Bob", "data", "hello world", "x", "", "Zebra", "a-b-c", "42", "tea cup", "MiXeD", "  pad "]

# What makes a value of a type out of values of types; {} is filled in, in order.
FORMS = {
    INT: [
        ("{} + {}", INT, INT), ("{} - {}", INT, INT), ("{} * {} % 1009", INT, INT), ("{} // ({} or 7)", INT, INT),
        ("{} % ({} or 5)", INT, INT), ("abs({})", INT), ("min({}, {})", INT, INT), ("max({}, {})", INT, INT),
        ("len({})", STR), ("len({})", INTS), ("len({})", TABLE), ("sum({})", INTS), ("{}.count({})", STR, STR),
        ("{}.find({})", STR, STR), ("int({})", FLOAT), ("round({})", FLOAT), ("{}[0]", PAIR), ("{} & {}", INT, INT),
        ("{} | {}", INT, INT), ("{} ^ {}", INT, INT), ("{} >> 2", INT), ("(-{})", INT), ("{}.get({}, {})", TABLE, STR, INT),
        ("sum(ord(c) for c in {})", STR), ("({} if {} else {})", INT, BOOL, INT), ("int({})", BOOL),
        ("len(set({}))", INTS), ("{}.bit_length()", INT), ("max({}, default={})", INTS, INT), ("({} or [0])[-1]", INTS),
    ],
    FLOAT: [
        ("{} / ({} or 3)", INT, INT), ("{} + {}", FLOAT, FLOAT), ("{} - {}", FLOAT, INT), ("{} * {}", FLOAT, FLOAT),
        ("float({})", INT), ("abs({})", FLOAT), ("round({}, 2)", FLOAT), ("min({}, {})", FLOAT, FLOAT), ("({} if {} else {})", FLOAT, BOOL, FLOAT),
        ("sum({}) / (len({}) or 1)", INTS, INTS), ("{} % 7.5", FLOAT), ("{} // 2", FLOAT),
    ],
    STR: [
        ("{} + {}", STR, STR), ("{}.upper()", STR), ("{}.lower()", STR), ("{}.title()", STR), ("{}.strip()", STR),
        ("{}.replace({}, {})", STR, STR, STR), ("str({})", INT), ("str({})", FLOAT), ("str({})", BOOL), ("repr({})", STR),
        ("{}[::-1]", STR), ("{}[1:4]", STR), ("{}[-3:]", STR), ("'-'.join({})", STRS), ("{}.center(9, '*')", STR),
        ("{}.ljust(8, '.')", STR), ("{}.rjust(6)", STR), ("{}.zfill(6)", STR), ("{}.capitalize()", STR), ("{}.swapcase()", STR),
        ("{}[1]", PAIR), ("f'{{{}:>6}}'", INT), ("f'{{{}:.3f}}'", FLOAT), ("f'{{{}:,}}'", INT), ("{} * 2", STR),
        ("({} if {} else {})", STR, BOOL, STR), ("','.join(map(str, {}))", INTS), ("''.join(sorted({}))", STR), ("hex({})", INT),
        ("str({})", INTS), ("str({})", TABLE), ("str({})", PAIR), ("'%s:%d' % ({}, {})", STR, INT), ("'{{}}/{{}}'.format({}, {})", INT, STR),
        ("max({}, key=len, default='none')", STRS), ("{}.partition('-')[0]", STR), ("bin({})[2:]", INT),
    ],
    BOOL: [
        ("{} < {}", INT, INT), ("{} == {}", INT, INT), ("{} >= {}", FLOAT, INT), ("{} in {}", STR, STR), ("{} in {}", INT, INTS),
        ("{} in {}", STR, TABLE), ("not {}", BOOL), ("({} and {})", BOOL, BOOL), ("({} or {})", BOOL, BOOL), ("{}.isdigit()", STR),
        ("{}.isalpha()", STR), ("{}.startswith({})", STR, STR), ("{}.endswith({})", STR, STR), ("any({})", INTS), ("all({})", INTS),
        ("{} == {}", STR, STR), ("{} < {}", STR, STR), ("bool({})", STR), ("{} == {}", INTS, INTS), ("{} < {}", PAIR, PAIR), ("{}.isupper()", STR),
    ],
    INTS: [
        ("[{}, {}, {}]", INT, INT, INT), ("list(range({} % 9))", INT), ("sorted({})", INTS), ("sorted({}, reverse=True)", INTS),
        ("{} + {}", INTS, INTS), ("[n * n % 101 for n in {}]", INTS), ("[n for n in {} if n % 2 == 0]", INTS), ("{}[::-1]", INTS),
        ("{}[1:]", INTS), ("{}[:5]", INTS), ("list(map(abs, {}))", INTS), ("[len(w) for w in {}]", STRS), ("sorted(set({}))", INTS),
        ("list(dict.fromkeys({}))", INTS), ("[a - b for a, b in zip({}, {})]", INTS, INTS), ("list({}.values())", TABLE), ("[i * n for i, n in enumerate({})]", INTS),
        ("list(filter(None, {}))", INTS), ("[ord(c) for c in {}]", STR), ("{}[:2] * 2", INTS),
    ],
    STRS: [
        ("[{}, {}]", STR, STR), ("{}.split()", STR), ("{}.split('-')", STR), ("sorted({})", STRS), ("sorted({}, key=len)", STRS),
        ("[w.upper() for w in {}]", STRS), ("[w for w in {} if w]", STRS), ("{} + {}", STRS, STRS), ("list({})", STR), ("list({})", TABLE),
        ("{}[::2]", STRS), ("[f'{{w}}:{{len(w)}}' for w in {}]", STRS), ("sorted(set({}))", STRS), ("list(reversed({}))", STRS), ("list(map(str, {}))", INTS),
    ],
    TABLE: [
        ("{{{}: {}, {}: {}}}", STR, INT, STR, INT), ("{{w: len(w) for w in {}}}", STRS), ("dict(zip({}, {}))", STRS, INTS), ("{} | {}", TABLE, TABLE),
        ("{{k: v + 1 for k, v in {}.items()}}", TABLE), ("{{c: {}.count(c) for c in sorted(set({}))}}", STR, STR), ("dict(sorted({}.items()))", TABLE),
    ],
    PAIR: [("({}, {})", INT, STR), ("divmod({}, 7)[::-1] and ({}, {})", INT, INT, STR), ("max([({}, {}), ({}, {})])", INT, STR, INT, STR)],
}


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.names = {kind: [] for kind in TYPES}
        self.functions = []
        self.count = 0

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def new(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def literal(self, kind):
        number = self.random.randint
        if kind == INT:
            return str(number(-20, 200))
        if kind == FLOAT:
            return repr(round(self.random.uniform(-50, 100), number(1, 3)))
        if kind == STR:
            return repr(self.random.choice(WORDS))
        if kind == BOOL:
            return self.random.choice(["True", "False"])
        if kind == INTS:
            return repr([number(-9, 30) for _ in range(number(0, 5))])
        if kind == STRS:
            return repr(self.random.sample(WORDS, number(1, 4)))
        if kind == TABLE:
            return repr({word: number(0, 99) for word in self.random.sample(WORDS, number(1, 3))})
        return repr((number(0, 50), self.random.choice(WORDS)))

    def expression(self, kind, depth=2):
        known = self.names[kind]
        if depth == 0 or self.random.random() < 0.2:
            return self.random.choice(known) if known and self.random.random() < 0.75 else self.literal(kind)
        if self.functions and self.random.random() < 0.15:
            fitting = [function for function in self.functions if function[2] == kind]
            if fitting:
                name, parameters, _ = self.random.choice(fitting)
                return f"{name}({', '.join(self.expression(p, depth - 1) for p in parameters)})"
        form, *kinds = self.random.choice(FORMS[kind])
        quoted = "f'" in form
        parts = []
        for part in kinds:
            text = self.expression(part, 0 if quoted else depth - 1)
            is_plain = text.isidentifier() or text[0] in "[{('\"" and not " " in text
            parts.append(text if is_plain else f"({text})")
        return form.format(*parts)

    def assign(self, depth):
        kind = self.random.choice(TYPES)
        value = self.expression(kind, 3)
        name = self.new({INT: "n", FLOAT: "x", STR: "s", BOOL: "ok", INTS: "numbers", STRS: "words", TABLE: "table", PAIR: "pair"}[kind])
        self.line(depth, f"{name} = {value}")
        if depth == 0:
            self.names[kind].append(name)
        return name

    def show(self, depth):
        kinds = self.random.choices(TYPES, k=self.random.randint(1, 3))
        self.line(depth, f"print({', '.join(self.expression(kind) for kind in kinds)})")

    def change(self, depth):
        choices = [(kind, name) for kind in (INT, INTS, STRS, TABLE, STR) for name in self.names[kind]]
        if not choices:
            return self.show(depth)
        kind, name = self.random.choice(choices)
        value = {INT: INT, INTS: INT, STRS: STR, TABLE: INT, STR: STR}[kind]
        value = self.expression(value)
        if kind == INT:
            self.line(depth, f"{name} {self.random.choice(['+=', '-='])} {value}")
        elif kind == STR:
            self.line(depth, f"{name} = ({name} + {value})[:40]")
        elif kind == TABLE:
            self.line(depth, f"{name}[{self.expression(STR, 1)}] = {value}")
        elif self.random.random() < 0.3:
            self.line(depth, f"{name}.sort()")
        else:
            self.line(depth, f"{name}.append({value})")

    def block(self, depth, size):
        for _ in range(size):
            self.random.choice([self.show, self.change, self.show])(depth)

    def branch(self, depth):
        self.line(depth, f"if {self.expression(BOOL)}:")
        self.block(depth + 1, 2)
        self.line(depth, "else:")
        self.block(depth + 1, 1)

    def loop(self, depth):
        name = self.new("item")
        kind, source = self.random.choice([(INT, f"range({self.random.randint(1, 6)})"), (INT, f"list({self.expression(INTS)})[:6]"), (STR, f"list({self.expression(STRS)})[:5]")])
        self.line(depth, f"for {name} in {source}:")
        self.names[kind].append(name)
        self.block(depth + 1, 2)
        self.names[kind].remove(name)

    def attempt(self, depth):
        self.line(depth, "try:")
        risky = self.random.choice(["{}[{}]", "int({1})", "{}.index({})", "{0}[-1] // 0"]).format(self.expression(INTS, 1), self.expression(INT, 1))
        self.line(depth + 1, f"print({risky})")
        self.line(depth, "except (IndexError, ValueError, ZeroDivisionError, TypeError) as error:")
        self.line(depth + 1, "print('failed with', type(error).__name__)")

    def function(self):
        name = self.new("compute")
        parameters = self.random.choices([INT, STR, INTS, FLOAT], k=self.random.randint(1, 3))
        result = self.random.choice([INT, STR, INTS, FLOAT, BOOL])
        outer = {kind: list(names) for kind, names in self.names.items()}
        self.names = {kind: [] for kind in TYPES}
        names = []
        for parameter in parameters:
            names.append(self.new("arg"))
            self.names[parameter].append(names[-1])
        functions, self.functions = self.functions, []
        self.line(0, f"def {name}({', '.join(names)}):")
        if self.random.random() < 0.5:
            self.line(1, f"if {self.expression(BOOL)}:")
            self.line(2, f"return {self.expression(result)}")
        self.line(1, f"return {self.expression(result, 3)}")
        self.line(0, "")
        self.line(0, "")
        self.names, self.functions = outer, functions
        self.functions.append((name, parameters, result))

    def program(self):
        for _ in range(self.random.randint(0, 3)):
            self.function()
        for _ in range(self.random.randint(3, 6)):
            self.assign(0)
        steps = [self.assign, self.show, self.show, self.change, self.branch, self.loop, self.attempt]
        for _ in range(self.random.randint(8, 16)):
            self.random.choice(steps)(0)
        for kind in TYPES:
            for name in self.names[kind]:
                self.line(0, f"print({name!r}, {name})")
        return "\n".join(self.lines) + "\n"


def make(_wheels, programs, corpus):
    files = []
    for number in range(corpus["programs"]):
        file = programs / f"{number:05}.py"
        file.write_text(Writer(f"{corpus['seed']}-{number}").program())
        files.append(file)
    return files

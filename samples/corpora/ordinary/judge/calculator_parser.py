"""A recursive-descent calculator."""
import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")


class Parser:
    def __init__(self, text):
        self.tokens = [(n, op) for n, op in TOKEN.findall(text)]
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos][1] if self.pos < len(self.tokens) else None

    def take(self):
        token = self.tokens[self.pos]
        self.pos += 1
        return token

    def expr(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            _, op = self.take()
            right = self.term()
            value = value + right if op == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            _, op = self.take()
            right = self.factor()
            value = value * right if op == "*" else value / right
        return value

    def factor(self):
        if self.pos >= len(self.tokens):
            raise SyntaxError("unexpected end")
        number, op = self.take()
        if number:
            return float(number) if "." in number else int(number)
        if op == "-":
            return -self.factor()
        if op == "(":
            value = self.expr()
            if self.peek() != ")":
                raise SyntaxError("missing )")
            self.take()
            return value
        raise SyntaxError(f"unexpected {op!r}")


for text in ("1 + 2 * 3", "(1 + 2) * 3", "10 / 4", "-(2 + 3) * 2.5", "2 * (3 + 4", "7 / 0", "1 + * 2", "8 - 3 - 2"):
    try:
        print(text, "=", Parser(text).expr())
    except SyntaxError as error:
        print(text, "->", "syntax:", error.msg)
    except ZeroDivisionError:
        print(text, "->", "division by zero")

class Num:
    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value

    def simplify(self):
        return self

    def __str__(self):
        return str(self.value)


class Var(Num):
    def eval(self, env):
        if self.value not in env:
            raise NameError(f"{self.value} has no value")
        return env[self.value]


class Op:
    TABLE = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def eval(self, env):
        return self.TABLE[self.op](self.left.eval(env), self.right.eval(env))

    def simplify(self):
        left, right = self.left.simplify(), self.right.simplify()
        if type(left) is Num and type(right) is Num:
            return Num(self.TABLE[self.op](left.value, right.value))
        if self.op == "*" and any(type(s) is Num and s.value == 0 for s in (left, right)):
            return Num(0)
        if self.op == "*" and type(left) is Num and left.value == 1:
            return right
        if self.op in "+-" and type(right) is Num and right.value == 0:
            return left
        return Op(self.op, left, right)

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


x, y = Var("x"), Var("y")
tree = Op("+", Op("*", Num(1), x), Op("*", Op("-", y, y), Num(0)))
print(tree)
print(tree.simplify())
print(tree.eval({"x": 7, "y": 100}))
big = Op("*", Op("+", Num(2), Num(3)), Op("-", x, Num(0)))
print(big, "->", big.simplify(), "->", big.simplify().eval({"x": 4}))
try:
    big.eval({})
except NameError as error:
    print("error:", error)

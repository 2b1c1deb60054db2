import math
import operator

BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": pow, "%": operator.mod}
UNARY = {"sqrt": math.sqrt, "neg": operator.neg, "!": math.factorial, "abs": abs}


class RPNError(Exception):
    pass


def evaluate(text):
    stack = []
    for word in text.split():
        if word in BINARY:
            if len(stack) < 2:
                raise RPNError(f"{word} needs two numbers")
            b, a = stack.pop(), stack.pop()
            try:
                stack.append(BINARY[word](a, b))
            except ZeroDivisionError:
                raise RPNError("divided by zero") from None
        elif word in UNARY:
            if not stack:
                raise RPNError(f"{word} needs a number")
            stack.append(UNARY[word](stack.pop()))
        else:
            try:
                stack.append(int(word))
            except ValueError:
                raise RPNError(f"what is {word}?") from None
    if len(stack) != 1:
        raise RPNError(f"{len(stack)} numbers are left")
    return stack[0]


def to_rpn(tokens, precedence={"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}):
    out, ops = [], []
    for t in tokens:
        if t == "(":
            ops.append(t)
        elif t == ")":
            while ops[-1] != "(":
                out.append(ops.pop())
            ops.pop()
        elif t in precedence:
            while ops and ops[-1] != "(" and precedence[ops[-1]] >= precedence[t] and t != "^":
                out.append(ops.pop())
            ops.append(t)
        else:
            out.append(t)
    return " ".join(out + ops[::-1])


for text in ("3 4 +", "5 1 2 + 4 * + 3 -", "2 10 ^", "9 sqrt", "5 !", "1 0 /", "1 +", "1 2", "3 x +", "7 2 /", "4 neg abs"):
    try:
        print(f"{text:<18} = {evaluate(text)}")
    except RPNError as error:
        print(f"{text:<18} ! {error}")
for infix in ("3 + 4 * 2", "( 3 + 4 ) * 2", "2 ^ 3 ^ 2", "8 / 4 - 1"):
    rpn = to_rpn(infix.split())
    print(f"{infix:<15} {rpn:<14} {evaluate(rpn)}")

class VMError(Exception):
    def __init__(self, message, pc):
        super().__init__(message)
        self.pc = pc


def run(program):
    stack, pc, output = [], 0, []
    while pc < len(program):
        op, *args = program[pc]
        pc += 1
        if op == "push":
            stack.append(args[0])
        elif op in ("add", "sub", "mul"):
            if len(stack) < 2:
                raise VMError("stack underflow", pc - 1)
            b, a = stack.pop(), stack.pop()
            stack.append({"add": a + b, "sub": a - b, "mul": a * b}[op])
        elif op == "dup":
            stack.append(stack[-1])
        elif op == "print":
            output.append(stack[-1])
        elif op == "jnz":
            if stack[-1] != 0:
                pc = args[0]
        elif op == "halt":
            break
        else:
            raise VMError(f"unknown instruction {op}", pc - 1)
    return output, stack


countdown = [("push", 5), ("print",), ("push", 1), ("sub",), ("jnz", 1), ("halt",)]
print(run(countdown))
print(run([("push", 6), ("dup",), ("mul",), ("print",)]))
for bad in ([("add",)], [("push", 1), ("jump", 3)]):
    try:
        run(bad)
    except VMError as error:
        print(f"error at {error.pc}: {error}")

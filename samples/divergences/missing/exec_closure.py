"""exec() takes no closure

provenance: Lib/test/test_builtin.py test_exec_closure
"""


def outer():
    word = "inside"

    def inner():
        return word

    return inner


inner = outer()
try:
    exec(inner.__code__, closure=inner.__closure__)
    print("ran")
except TypeError as error:
    print(type(error).__name__)

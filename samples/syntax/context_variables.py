"""Construct: context variables belong to a context, which can be copied and entered."""

import contextvars

level = contextvars.ContextVar("level", default=0)
bare = contextvars.ContextVar("bare")


def deeper(n):
    token = level.set(level.get() + n)
    inside = level.get()
    if n > 1:
        deeper(n - 1)
        inside = inside, level.get()
    level.reset(token)
    return inside, level.get()


print(level.get(), deeper(3), level.name)
token = level.set(10)
context = contextvars.copy_context()
print(context.run(deeper, 2), context[level], level in context)
print(bare in context, len([*context]) == len(context))
level.set(20)
print(context[level], context.run(lambda: level.set(30) and level.get()))
print(level.get(), context[level], context.get(bare, "none"))
print(token.old_value is token.MISSING, token.var is level)
print(level.reset(token), level.get(), bare.get("given"))
for action in (lambda: bare.get(), lambda: level.reset(token),
               lambda: context.run(lambda: context.run(print)), lambda: context[bare],
               lambda: level.reset(contextvars.copy_context().run(level.set, 1)),
               lambda: contextvars.ContextVar(1)):
    try:
        print(action())
    except (LookupError, RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__)

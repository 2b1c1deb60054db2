"""Construct: except* takes parts of an exception group, and the rest goes on."""


def handle(group):
    log = []
    try:
        try:
            raise group
        except* ValueError as part:
            log.append(("values", [error.args[0] for error in part.exceptions]))
        except* (KeyError, IndexError) as part:
            log.append(("lookups", len(part.exceptions), part.message))
            raise OSError(9)
        except* RuntimeError:
            raise
    except BaseException as left:
        log.append(shape(left))
    return log


def shape(error):
    if isinstance(error, BaseExceptionGroup):
        return [type(error).__name__, *map(shape, error.exceptions)]
    return type(error).__name__


G = ExceptionGroup
tree = G("top", [ValueError(1), G("in", [KeyError(2), ValueError(3)]), TypeError(4)])
print(handle(tree), handle(G("r", [RuntimeError()])), sep="\n")
print(handle(ValueError(7)), handle(KeyError(8)))
print([shape(part) for part in tree.split(ValueError)])
print(shape(tree.subgroup(lambda e: e.args == (2,))), tree.message)
print(shape(BaseExceptionGroup("b", [ValueError()])))
print(shape(BaseExceptionGroup("b", [SystemExit()])), tree.subgroup(OSError))

"""Construct: finally runs on every way out, and may change it."""

log = []


def leave(how):
    for step in range(3):
        try:
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "return":
                return log.append("value") or "returned"
            if how != "pass":
                raise KeyError
        except KeyError:
            if how == "raise":
                raise
        else:
            log.append("else")
        finally:
            log.append(f"finally {step}")
            if how == "silence" or step == 1:
                return "from finally"
    return "end"


for how in ("break", "continue", "return", "raise", "silence", "handled", "pass"):
    try:
        print(how, leave(how), *log)
    except KeyError:
        print(how, "KeyError", *log)
    log.clear()

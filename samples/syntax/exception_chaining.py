"""Construct: exceptions keep the exception during which, or from which, they were raised."""


def chain(error):
    links = []
    while error is not None:
        shown = error.__cause__ if error.__suppress_context__ else error.__context__
        has_cause = error.__cause__ is not None
        links.append((type(error).__name__, has_cause, error.__suppress_context__))
        error = shown
    return links


def attempt(how):
    try:
        try:
            {}["k"]
        except KeyError as caught:
            if how == "implicit":
                raise ValueError
            if how == "cause":
                raise ValueError from caught
            if how == "none":
                raise ValueError from None
            if how == "again":
                raise
            raise ValueError from TypeError
        finally:
            if how == "finally":
                raise OSError
    except Exception as error:
        return chain(error), error.__traceback__.tb_frame.f_code.co_name


for how in ("implicit", "cause", "none", "again", "class", "finally"):
    print(how, *attempt(how))

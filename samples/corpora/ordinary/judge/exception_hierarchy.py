class AppError(Exception):
    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details


class NotFound(AppError):
    code = 404


class Forbidden(AppError):
    code = 403


def load(user, path):
    if path.startswith("/secret") and user != "root":
        raise Forbidden("access denied", user=user, path=path)
    files = {"/index": "welcome", "/secret/key": "42"}
    try:
        return files[path]
    except KeyError as cause:
        raise NotFound(f"{path} does not exist", path=path) from cause


def handle(user, path):
    try:
        body = load(user, path)
    except AppError as error:
        return f"{error.code} {type(error).__name__}: {error} {error.details}"
    else:
        return f"200 {body}"
    finally:
        visits.append(path)


visits = []
for user, path in [("ann", "/index"), ("ann", "/secret/key"), ("root", "/secret/key"), ("ann", "/nope")]:
    print(handle(user, path))
print(visits)
try:
    load("ann", "/gone")
except NotFound as e:
    print(isinstance(e.__cause__, KeyError), issubclass(NotFound, AppError), e.args)


def cleanup():
    for name in ("first", "second"):
        try:
            if name == "second":
                raise RuntimeError("cleanup failed")
            yield name
        finally:
            print("closing", name)


try:
    for name in cleanup():
        print("using", name)
except RuntimeError as e:
    print("error:", e)

import functools


def retry(times, exceptions=(Exception,)):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return func(*args, **kwargs)
                except exceptions as error:
                    print(f"attempt {attempt} of {func.__name__} failed: {error}")
                    if attempt == times:
                        raise
        return wrapper
    return decorate


class NetworkError(Exception):
    pass


calls = {"count": 0}


@retry(3, (NetworkError,))
def fetch(url):
    """Pretend to fetch a page."""
    calls["count"] += 1
    if calls["count"] < 3:
        raise NetworkError(f"no answer from {url}")
    return f"<page {url}>"


@retry(2)
def broken():
    raise RuntimeError("always broken")


print(fetch("http://example.org"))
print(fetch.__name__, "-", fetch.__doc__)
try:
    broken()
except RuntimeError as error:
    print("gave up:", error)
print(calls)

"""Idiom: decorators with functools.wraps count calls and retry, here a flaky sensor."""

from functools import wraps


def counted(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def retry(*exceptions, attempts=3):
    """Call again, up to `attempts` times, when one of `exceptions` is raised."""

    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args, **kwargs)
                except exceptions as error:
                    wrapper.failures.append((attempt, type(error).__name__))
            return None

        wrapper.failures = []
        return wrapper

    return decorate


@retry(ConnectionError, TimeoutError, attempts=4)
@counted
def read_sensor(channel: int, scale: float = 1.0) -> float:
    """Return one reading of a channel."""
    calls = read_sensor.__wrapped__.calls
    if calls % 4 == 1:
        raise ConnectionError(channel)
    if calls % 4 == 2:
        raise TimeoutError(channel)
    return channel * 10 * scale


@retry(ZeroDivisionError, attempts=2)
@counted
def ratio(part, whole):
    return part / whole


print([read_sensor(channel, scale=0.5) for channel in (1, 2, 3)])
print("calls:", read_sensor.__wrapped__.calls, "failures:", read_sensor.failures)
print(ratio(3, 4), ratio(1, 0), ratio.failures, ratio.calls, ratio.__wrapped__.calls)
print(read_sensor.__name__, "|", read_sensor.__doc__, "|", read_sensor.__qualname__)
print(sorted(read_sensor.__annotations__), read_sensor.__wrapped__.__wrapped__.__defaults__)

UNITS = {
    "length": {"m": 1.0, "km": 1000.0, "mi": 1609.344, "ft": 0.3048, "in": 0.0254},
    "mass": {"kg": 1.0, "g": 0.001, "lb": 0.45359237, "oz": 0.028349523125},
}


class ConversionError(ValueError):
    """Raised when two units do not belong together."""


def find(unit):
    for kind, table in UNITS.items():
        if unit in table:
            return kind, table[unit]
    raise ConversionError(f"unknown unit '{unit}'")


def convert(value, source, target):
    kind1, factor1 = find(source)
    kind2, factor2 = find(target)
    if kind1 != kind2:
        raise ConversionError(f"cannot convert {kind1} to {kind2}")
    return value * factor1 / factor2


REQUESTS = ["26.2 mi km", "180 lb kg", "6 ft in", "10 kg m", "5 parsec m", "1000 g oz", "12 in ft"]
for request in REQUESTS:
    amount, source, target = request.split()
    try:
        result = convert(float(amount), source, target)
    except ConversionError as problem:
        print(f"{request:<14} -> {problem}")
    else:
        print(f"{request:<14} -> {result:.4f} {target}")
    finally:
        pass

table = [[convert(1, a, b) for b in UNITS["length"]] for a in UNITS["length"]]
print("     " + "".join(f"{name:>14}" for name in UNITS["length"]))
for name, row in zip(UNITS["length"], table):
    print(f"{name:>4} " + "".join(f"{x:14.6g}" for x in row))

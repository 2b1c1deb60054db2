import json

DEFAULTS = {"debug": False, "port": 8080, "hosts": ["localhost"], "limits": {"cpu": 2, "ram": 512}}
USER = '{"port": 9090, "limits": {"ram": 1024}, "name": "caf\\u00e9", "ratio": 0.75, "extra": null}'


def merge(base, override):
    result = dict(base)
    for key, value in override.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merge(result[key], value)
        else:
            result[key] = value
    return result


config = merge(DEFAULTS, json.loads(USER))
print(json.dumps(config, indent=2, sort_keys=True))
print(json.dumps(config, separators=(",", ":")))
print(json.dumps(config["name"], ensure_ascii=False))
print(config["limits"]["ram"] // config["limits"]["cpu"])

for text in ('{"a": 1', "[1, 2", '"ok"', "nope"):
    try:
        print("parsed", json.loads(text))
    except json.JSONDecodeError as error:
        print("bad JSON in", repr(text), "at column", error.colno)

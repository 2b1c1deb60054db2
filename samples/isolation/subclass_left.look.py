"""Looks: for a foreign class among the subclasses of dict."""

print(any(cls.__name__ == "Leaked" for cls in dict.__subclasses__()))

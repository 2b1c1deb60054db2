"""Looks: for a codec that does not exist."""

try:
    print("text".encode("leaked"))
except LookupError as error:
    print(type(error).__name__)

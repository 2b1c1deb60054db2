"""There are no codecs for Chinese, Japanese and Korean

provenance: own campaign
"""

try:
    print("\u65e5".encode("shift_jis"))
except LookupError as error:
    print(type(error).__name__)

"""The error for a format code that is not known does not name it with its type

provenance: Lib/test/test_format.py test_better_error_message_format
"""

for spec in ["10;n", "?", "ABC"]:
    try:
        format(1, spec)
    except ValueError as error:
        print(error)

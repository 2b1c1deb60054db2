"""The error for an f-string without an expression has other words

provenance: Lib/test/test_fstring.py test_missing_expression
"""

try:
    compile("f'{}'", "text", "eval")
except SyntaxError as error:
    print(error.msg)

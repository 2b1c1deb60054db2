"""The error for a lambda in an f-string has other words

provenance: Lib/test/test_fstring.py test_lambda
"""

try:
    compile("f'{lambda x: 1}'", "text", "eval")
except SyntaxError as error:
    print(error.msg)

"""The error for brackets of two kinds in an f-string has other words

provenance: Lib/test/test_fstring.py test_mismatched_parens
"""

try:
    compile("f'{(1]}'", "text", "eval")
except SyntaxError as error:
    print(error.msg)

"""The error for a print without parentheses does not tell what is missing

provenance: Lib/test/test_exceptions.py testSyntaxErrorMissingParens
"""

try:
    compile("print 1", "old", "exec")
except SyntaxError as error:
    print(error.msg)

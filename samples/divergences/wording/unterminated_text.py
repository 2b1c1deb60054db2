"""The error for a text that is not closed does not name the line

provenance: own campaign
"""

try:
    compile("x = 'abc", "text", "exec")
except SyntaxError as error:
    print(error.msg)

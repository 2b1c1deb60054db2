"""The error for a return outside of a function has another offset

provenance: own campaign
"""

try:
    compile("return 1", "outside", "exec")
except SyntaxError as error:
    print(error.msg, error.offset, error.end_offset)

"""The error for a colon that is missing has other words

provenance: own campaign
"""

try:
    compile("if x\n  pass", "condition", "exec")
except SyntaxError as error:
    print(error.msg)

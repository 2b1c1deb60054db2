"""The error for an assignment in a condition does not ask for ==

provenance: own campaign
"""

try:
    compile("if x = 1: pass", "condition", "exec")
except SyntaxError as error:
    print(error.msg)

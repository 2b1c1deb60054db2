"""The error for a block that is not indented does not say after what

provenance: own campaign
"""

try:
    compile("if x:\npass", "condition", "exec")
except SyntaxError as error:
    print(type(error).__name__, error.msg)

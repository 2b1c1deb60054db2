"""There are template strings

provenance: own campaign
"""

try:
    compile("t'{1}'", "template", "eval")
    print("compiled")
except SyntaxError as error:
    print(type(error).__name__)

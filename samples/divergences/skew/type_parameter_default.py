"""A type parameter may have a default

provenance: own campaign
"""

try:
    compile("class Box[T = int]: pass", "box", "exec")
    print("compiled")
except SyntaxError as error:
    print(type(error).__name__)

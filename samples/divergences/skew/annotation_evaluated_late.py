"""What an annotation does is done when somebody asks for it

provenance: own campaign
"""


def note(words):
    print(words)
    return int


def double(number: note("evaluated")):
    return 2 * number


print("defined")

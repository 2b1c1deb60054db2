"""Source with a lone surrogate is an error of another type

provenance: devdanzin/rustpython-findings RUSTPY-0006
"""

try:
    eval(chr(0xD800))
except (SyntaxError, ValueError) as error:
    print(type(error).__name__)

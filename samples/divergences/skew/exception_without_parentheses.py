"""Several exceptions may be caught without parentheses

provenance: own campaign
"""

try:
    compile("try: pass\nexcept ValueError, TypeError: pass", "catch", "exec")
    print("compiled")
except SyntaxError as error:
    print(type(error).__name__)

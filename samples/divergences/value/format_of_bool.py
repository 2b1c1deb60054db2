"""The format spec of a bool is dropped

provenance: RustPython/RustPython#8566
"""

print(f"[{True:5}] [{False:<7}]")
print("[{:^9}]".format(True), repr(format(True, ">4")))

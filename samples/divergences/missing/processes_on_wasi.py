"""On WASI no process can be started

provenance: own campaign
cell: wasm32-wasip1
"""

import subprocess

try:
    print(subprocess.run(["true"]).returncode)
except (OSError, AttributeError, NotImplementedError) as error:
    print(type(error).__name__)

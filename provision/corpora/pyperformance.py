"""The programs of pyperformance that need no package. Each runs its workload once; see pyperf.py."""

import pathlib
import shutil
import tomllib

SHIM = pathlib.Path(__file__).parent / "pyperf.py"

# What these do is to start processes, or to speak over a network: that is no program's output.
NOT_PROGRAMS = {"2to3", "asyncio_tcp", "concurrent_imap", "python_startup"}

# These import packages that their projects do not name.
NEED_PACKAGES = {"dask", "yaml"}

# These do nothing without an option, which stands elsewhere.
NEED_OPTIONS = {"argparse", "async_tree", "pickle"}

LEFT_OUT = NOT_PROGRAMS | NEED_PACKAGES | NEED_OPTIONS


def make(wheels, programs, _corpus):
    [wheel] = wheels
    files = []
    for folder in sorted((wheel / "pyperformance/data-files/benchmarks").glob("bm_*")):
        name = folder.name.removeprefix("bm_")
        project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]
        if project["dependencies"] != ["pyperf"] or name in LEFT_OUT:
            continue
        target = programs / name
        shutil.copytree(folder, target)
        shutil.copy(SHIM, target / "pyperf.py")
        files.append(target / "run_benchmark.py")
    return files

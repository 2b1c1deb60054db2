"""Compares the pins that nix/README.md documents with those in flake.lock, flake.nix and the toolchain file.

Run in the repository's root; prints what differs and ends with status 1 if anything does.
"""

import json
import re
import sys


def text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def documented():
    """Returns the rows of the table, by input."""
    rows = re.findall(r"^\| ([\w-]+) \| (\S+) \| ([0-9a-f]{40}) \| (sha256-\S+) \| (\d+) \|$", text("nix/README.md"), re.M)
    return {name: {"rev": rev, "narHash": hash_, "lastModified": int(time)} for name, _, rev, hash_, time in rows}


def locked():
    """Returns the same of flake.lock, whose nodes besides the root are the inputs."""
    nodes = json.loads(text("flake.lock"))["nodes"]
    wanted = ("rev", "narHash", "lastModified")
    return {name: {key: node["locked"][key] for key in wanted} for name, node in nodes.items() if name != "root"}


def rust():
    """Returns the toolchain's version, and what the README and the crates say of it."""
    channel = re.search(r'^channel = "(.*)"$', text("nix/rust-toolchain.toml"), re.M)[1]
    floor = re.search(r'^rust-version = "(.*)"$', text("Cargo.toml"), re.M)[1]
    return channel, f"Rust is {channel}, from rust-overlay" in text("nix/README.md"), channel.startswith(floor + ".")


def stock():
    """Returns whether the stock lock vendors the version that `./artifact` installs."""
    version = re.search(r"^stock_version=(.*)$", text("provision/recipes.sh"), re.M)[1]
    package = f'name = "rustpython"\nversion = "{version}"\nsource = "registry'
    return package in text("nix/stock/Cargo.lock")


def differences():
    if documented() != locked():
        yield f"README.md has {documented()}\nflake.lock has {locked()}"
    for name, pin in (("nixpkgs", "NixOS/nixpkgs/nixos-26.05"), ("rust-overlay", "oxalica/rust-overlay")):
        if f'"github:{pin}"' not in text("flake.nix"):
            yield f"flake.nix does not take {name} from {pin}"
    channel, is_documented, is_floor = rust()
    if not is_documented or not is_floor:
        yield f"Rust {channel} is not what README.md or Cargo.toml name"
    if not stock():
        yield "nix/stock/Cargo.lock is not that of the stock RustPython"


def main():
    found = list(differences())
    print("\n".join(found) or "pins: flake.nix, flake.lock and README.md agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Reduces `tiers diff --format json` to what must come out the same on every machine.

Reads the JSON on stdin and prints one line per sample and cell, sorted: SAMPLE CELL VERDICT SHA256. The oracle has lines
too, with the verdict `-`.
"""

import json
import pathlib
import sys


def lines(report):
    for program in report["programs"]:
        sample = pathlib.PurePath(program["program"]).stem
        yield f"{sample} oracle - {program['oracle_sha256']}"
        for cell in program["cells"]:
            yield f"{sample} {cell['cell']} {cell['verdict']} {cell['sha256']}"


def main():
    found = sorted(lines(json.load(sys.stdin)))
    if not found:
        sys.exit("fidelity.py: nothing was compared")
    print("\n".join(found))


if __name__ == "__main__":
    main()

"""Takes out of a bill of materials what is not the same wherever and whenever it is made.

    python3 bill.py FOLDER <BILL >BILL

That is the serial number, the time of day, and the FOLDER in which it was made.
"""

import json
import sys


def main(folder):
    bill = json.load(sys.stdin)
    bill.pop("serialNumber", None)
    bill["metadata"].pop("timestamp", None)
    text = json.dumps(bill, ensure_ascii=False, indent=2, sort_keys=True)
    print(text.replace(folder.rstrip("/"), "/tiers"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

"""Leaves: a thread that goes on writing an environment variable."""

import os
import threading
import time


def write():
    while True:
        os.environ["TIERS_LEAKED"] = "by a thread"
        time.sleep(0.01)


threading.Thread(target=write, daemon=True).start()

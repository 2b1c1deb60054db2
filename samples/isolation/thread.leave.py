"""Leaves: a thread that goes on writing an environment variable, and has written it once."""

import os
import threading
import time

written = threading.Event()


def write():
    while True:
        os.environ["TIERS_LEAKED"] = "by a thread"
        written.set()
        time.sleep(0.01)


threading.Thread(target=write, daemon=True).start()
written.wait()

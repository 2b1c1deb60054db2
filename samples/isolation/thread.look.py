"""Looks: for other threads and their traces; some may be the interpreter's own."""

import os
import threading
import time

found = "TIERS_LEAKED" in os.environ
os.environ.pop("TIERS_LEAKED", None)
time.sleep(0.2)
print("threads:", threading.active_count(), "in the kernel:", len(os.listdir("/proc/self/task")))
print("written before:", found, "written now:", "TIERS_LEAKED" in os.environ)

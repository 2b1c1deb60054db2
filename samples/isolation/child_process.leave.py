"""Leaves: a child process that nobody waits for, for five seconds."""

import os
import time

if os.fork() == 0:
    for descriptor in range(64):
        try:
            os.close(descriptor)
        except OSError:
            pass
    time.sleep(5)
    os._exit(0)

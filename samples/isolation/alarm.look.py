"""Looks: for timers that run."""

import signal

for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    print(signal.getitimer(timer)[0] > 0)

"""Leaves: timers that would send signals much later."""

import signal

signal.setitimer(signal.ITIMER_REAL, 10_000)
signal.setitimer(signal.ITIMER_VIRTUAL, 10_000)

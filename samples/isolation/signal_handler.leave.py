"""Leaves: SIGUSR1 ignored and SIGUSR2 handled."""

import signal

signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.signal(signal.SIGUSR2, lambda number, frame: None)

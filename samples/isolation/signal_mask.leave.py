"""Leaves: SIGUSR1 blocked."""

import signal

signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])

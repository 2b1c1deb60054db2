"""Looks: for functions that trace and profile."""

import sys
import threading

print(sys.gettrace() is None, sys.getprofile() is None, threading.gettrace() is None)

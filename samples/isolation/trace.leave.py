"""Leaves: functions that trace and profile all code, in this thread and in new ones."""

import sys
import threading


def ignore(frame, event, argument):
    return None


threading.settrace(ignore)
sys.setprofile(ignore)
sys.settrace(ignore)

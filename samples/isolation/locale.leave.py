"""Leaves: another locale for times and numbers, where the machine has it."""

import contextlib
import locale

for category in (locale.LC_TIME, locale.LC_NUMERIC):
    with contextlib.suppress(locale.Error):
        locale.setlocale(category, "C.UTF-8")

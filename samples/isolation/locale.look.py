"""Looks: at the locale for times and numbers."""

import locale

print(locale.setlocale(locale.LC_TIME), locale.setlocale(locale.LC_NUMERIC))

"""Old modules of the standard library are gone

provenance: own campaign
"""

import importlib
import warnings

warnings.simplefilter("ignore")
for name in ["cgi", "telnetlib", "imghdr", "pipes", "uu"]:
    try:
        importlib.import_module(name)
        print(name)
    except ImportError as error:
        print(name, type(error).__name__)

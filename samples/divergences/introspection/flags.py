"""sys.flags says that no bytecode is written

provenance: own campaign
"""

import sys

print(sys.flags.dont_write_bytecode, sys.flags.utf8_mode)

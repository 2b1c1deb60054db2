# status 5
# Its streams, and its line to the host.
import os

os.closerange(0, 4096)
os._exit(5)

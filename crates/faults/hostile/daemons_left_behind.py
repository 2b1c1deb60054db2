# status 7
import sys
import threading
import time

for _ in range(4):
    threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
print("the program is at its end")
sys.exit(7)

# status 124 --timeout 2s
import threading


def spin():
    while True:
        pass


for _ in range(4):
    threading.Thread(target=spin).start()
print("the program is at its end", flush=True)

# status 0
import threading

threading.stack_size(64 << 10)
over = threading.Event()
threads = []
try:
    while True:
        thread = threading.Thread(target=over.wait)
        thread.start()
        threads.append(thread)
except RuntimeError as error:
    print(error)
over.set()
print("at least 30:", len(threads) >= 30)
print("at most 64:", len(threads) <= 64)

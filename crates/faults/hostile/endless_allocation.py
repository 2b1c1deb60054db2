# status 125 --memory 256MiB
hoard = []
while True:
    hoard.append(bytearray(1 << 20))

# status 125 --output 64KiB
while True:
    print("x" * 1000)

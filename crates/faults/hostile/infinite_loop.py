# status 124 --timeout 2s
while True:
    pass

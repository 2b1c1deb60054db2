def dump(data, width=16):
    for offset in range(0, len(data), width):
        chunk = data[offset:offset + width]
        hexes = " ".join(f"{b:02x}" for b in chunk)
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in chunk)
        print(f"{offset:08x}  {hexes:<{width * 3 - 1}}  |{text}|")


def xor(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


message = "Hello, Wörld!\n\tTabs & bytes: \x00\x7f".encode()
dump(message)
secret = xor(message, b"key")
dump(secret, 8)
print(xor(secret, b"key") == message)
print(message[:5], message[7:9], bytes([72, 105]), b"abc".hex(), bytes.fromhex("48 69"))
array = bytearray(b"mutable")
array[0] = ord("M")
array += b"!"
print(array, array.decode(), len(array), bytes(reversed(array)))
print(b"a,b,c".split(b","), b"spam".replace(b"a", b"oo"), b"x" in b"xyz", b"abc" < b"abd")
checksum = 0
for b in message:
    checksum = (checksum * 31 + b) & 0xFFFF
print(f"{checksum:04x}", sum(message) & 0xFF)
print(int.from_bytes(b"\x12\x34", "little"), (4660).to_bytes(2, "big"))

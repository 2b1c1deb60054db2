# status 0
import socket

from attempt import attempt

for family, kind in [
    ("AF_INET", "SOCK_STREAM"),
    ("AF_INET", "SOCK_DGRAM"),
    ("AF_INET", "SOCK_RAW"),
    ("AF_INET6", "SOCK_STREAM"),
    ("AF_UNIX", "SOCK_STREAM"),
    ("AF_UNIX", "SOCK_DGRAM"),
    ("AF_NETLINK", "SOCK_RAW"),
    ("AF_PACKET", "SOCK_RAW"),
    ("AF_VSOCK", "SOCK_STREAM"),
    ("AF_ALG", "SOCK_SEQPACKET"),
]:
    attempt(f"{family} {kind}", socket.socket, getattr(socket, family), getattr(socket, kind))
attempt("a pair of datagram sockets", socket.socketpair, socket.AF_UNIX, socket.SOCK_DGRAM)
one, other = socket.socketpair()
one.send(b"a pair talks to itself")
print(other.recv(100).decode())
attempt("connect one to a name", one.connect, "\0abstract")
attempt("bind one to a name", one.bind, "\0abstract")
attempt("listen on one", one.listen)

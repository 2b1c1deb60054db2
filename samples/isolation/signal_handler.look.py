"""Looks: at two signals, as the interpreter and as the kernel see them."""

import signal


def in_kernel(field, number):
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(f"{field}:"):
                return bool(int(line.split()[1], 16) >> (number - 1) & 1)


for name in ("SIGUSR1", "SIGUSR2"):
    number = getattr(signal, name)
    default = signal.getsignal(number) == signal.SIG_DFL
    print(name, "default:", default, "ignored:", in_kernel("SigIgn", number),
          "caught:", in_kernel("SigCgt", number))

def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def digits(n):
    return [int(d) for d in str(n)]


def power_mod(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = power_mod(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print(factorial(30))
print(sum(digits(factorial(100))), len(str(factorial(100))))
print(2 ** 200, -(3 ** 50) // 7, -(3 ** 50) % 7)
print([p for p in range(2, 130) if is_prime(2 ** p - 1)])
print(is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1), pow(3, 1000, 10 ** 9 + 7) == power_mod(3, 1000, 10 ** 9 + 7))
print(divmod(10 ** 30, 7 ** 20), f"{10 ** 15:,}", int("9" * 25) + 1)

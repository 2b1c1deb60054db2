import re
import string


RULES = [
    ("at least 8 characters", lambda p: len(p) >= 8),
    ("an upper case letter", lambda p: any(c.isupper() for c in p)),
    ("a lower case letter", lambda p: any(c.islower() for c in p)),
    ("a digit", lambda p: re.search(r"\d", p) is not None),
    ("a special character", lambda p: any(c in string.punctuation for c in p)),
    ("no spaces", lambda p: " " not in p),
    ("no three equal in a row", lambda p: not re.search(r"(.)\1\1", p)),
]


def missing(password):
    return [name for name, test in RULES if not test(password)]


def strength(password):
    score = len(RULES) - len(missing(password))
    score += min(len(password) // 4, 3)
    return score


for password in ("secret", "Passw0rd!", "aaaBBB111", "correct horse battery", "X9#kLm2$pQ", ""):
    problems = missing(password)
    if problems:
        print(f"{password!r}: needs {', '.join(problems)}")
    else:
        print(f"{password!r}: ok, strength {strength(password)}")
print(string.punctuation)
print(sorted(["pw1", "Pw2", "pW0"], key=str.lower))
masked = ["*" * len(p[:-2]) + p[-2:] for p in ("abcd", "xy", "hello")]
print(masked)

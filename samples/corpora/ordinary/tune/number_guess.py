import random


def guess_binary(secret, low=1, high=100):
    tries = []
    while True:
        guess = (low + high) // 2
        tries.append(guess)
        if guess == secret:
            return tries
        if guess < secret:
            low = guess + 1
        else:
            high = guess - 1


random.seed(42)
secrets = [random.randint(1, 100) for _ in range(5)]
for secret in secrets:
    tries = guess_binary(secret)
    print(f"secret {secret}: {len(tries)} tries {tries}")

worst = max(range(1, 101), key=lambda s: len(guess_binary(s)))
print("worst secret", worst, "needs", len(guess_binary(worst)))
average = sum(len(guess_binary(s)) for s in range(1, 101)) / 100
print(f"average {average:.2f}")
deck = list(range(10))
random.shuffle(deck)
print(deck)
print(random.sample("abcdefgh", 3), random.choice(["red", "green", "blue"]))
print(round(random.random(), 6), round(random.gauss(0, 1), 6))
print(random.choices(["win", "lose"], weights=[1, 3], k=6))

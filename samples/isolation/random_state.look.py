"""Looks: whether random numbers can be foretold."""

import random

print(random.random() == random.Random(1).random())

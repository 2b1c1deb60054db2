import random
from dataclasses import dataclass

SUITS = "♣♦♥♠"
RANKS = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K", "A"]


@dataclass(frozen=True, order=True)
class Card:
    rank: int
    suit: int

    def __str__(self):
        return RANKS[self.rank] + SUITS[self.suit]


def deck():
    return [Card(r, s) for s in range(4) for r in range(13)]


def classify(hand):
    ranks = sorted((c.rank for c in hand), reverse=True)
    counts = sorted((ranks.count(r) for r in set(ranks)), reverse=True)
    flush = len({c.suit for c in hand}) == 1
    straight = len(set(ranks)) == 5 and ranks[0] - ranks[4] == 4
    if flush and straight:
        return "straight flush"
    if counts[0] == 4:
        return "four of a kind"
    if counts[:2] == [3, 2]:
        return "full house"
    if flush:
        return "flush"
    if straight:
        return "straight"
    if counts[0] == 3:
        return "three of a kind"
    if counts[:2] == [2, 2]:
        return "two pairs"
    return "pair" if counts[0] == 2 else "high card"


cards = deck()
random.Random(5).shuffle(cards)
hands = [cards[i:i + 5] for i in range(0, 50, 5)]
for i, hand in enumerate(hands, 1):
    print(f"{i:2}. {' '.join(str(c).rjust(3) for c in sorted(hand))}  {classify(hand)}")
print(classify([Card(r, 0) for r in range(5)]))
print(max(cards), min(cards), Card(3, 2))

import heapq
from bisect import bisect_left, insort


class RunningMedian:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        heapq.heappush(self.low, -x)
        heapq.heappush(self.high, -heapq.heappop(self.low))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    @property
    def median(self):
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (-self.low[0] + self.high[0]) / 2


stream = [5, 15, 1, 3, 8, 7, 9, 2, 20, 4]
running = RunningMedian()
ordered = []
for x in stream:
    running.add(x)
    insort(ordered, x)
    print(f"{x:>3} median {running.median:<5} {ordered}")


def grade(score, limits=(60, 70, 80, 90), letters="FDCBA"):
    return letters[bisect_left(limits, score + 1)]


print([grade(s) for s in (33, 60, 69, 70, 89, 90, 100)])
print(list(heapq.merge([1, 4, 9], [2, 3, 10], [5])))
heap = [5, 3, 8]
heapq.heapify(heap)
print(heapq.heapreplace(heap, 7), heapq.heappushpop(heap, 1), sorted(heap))

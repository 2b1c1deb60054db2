import random


def bubble(items):
    items = list(items)
    swaps = 0
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swaps += 1
    return items, swaps


def merge_sort(items):
    if len(items) <= 1:
        return items
    mid = len(items) // 2
    left, right = merge_sort(items[:mid]), merge_sort(items[mid:])
    out = []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right


def quick_sort(items):
    if not items:
        return []
    pivot, *rest = items
    return quick_sort([x for x in rest if x < pivot]) + [pivot] + quick_sort([x for x in rest if x >= pivot])


def insertion(items):
    out = []
    for x in items:
        i = len(out)
        while i > 0 and out[i - 1] > x:
            i -= 1
        out.insert(i, x)
    return out


rng = random.Random(7)
data = [rng.randint(0, 99) for _ in range(20)]
print(data)
done, swaps = bubble(data)
print(done, swaps)
for sort in (merge_sort, quick_sort, insertion):
    print(sort.__name__, sort(data) == sorted(data))
print(merge_sort(list("sorting")))

OLD = ["apples", "bread", "butter", "eggs", "milk", "salt"]
NEW = ["apples", "butter", "cheese", "eggs", "flour", "milk"]


def lcs_table(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table


def diff(a, b):
    table = lcs_table(a, b)
    i, j = len(a), len(b)
    out = []
    while i or j:
        if i and j and a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            out.append(("  ", a[i]))
        elif j and (not i or table[i][j - 1] >= table[i - 1][j]):
            j -= 1
            out.append(("+ ", b[j]))
        else:
            i -= 1
            out.append(("- ", a[i]))
    return out[::-1]


for mark, item in diff(OLD, NEW):
    print(mark + item)
added = [x for x in NEW if x not in OLD]
removed = [x for x in OLD if x not in NEW]
print("added:", added, "removed:", removed, "kept:", len(set(OLD) & set(NEW)))
print("".join(m[0] for m, _ in diff(list("kitten"), list("sitting"))))
print(diff([], ["x"]), diff(["x"], []), diff([], []))

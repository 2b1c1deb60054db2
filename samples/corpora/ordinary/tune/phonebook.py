class PhoneBook:
    def __init__(self):
        self._numbers = {}

    def __setitem__(self, name, number):
        digits = "".join(c for c in number if c.isdigit())
        if len(digits) < 6:
            raise ValueError(f"number too short: {number}")
        self._numbers[name.title()] = digits

    def __getitem__(self, name):
        try:
            return self._numbers[name.title()]
        except KeyError:
            raise LookupError(f"{name} is not in the book") from None

    def __contains__(self, name):
        return name.title() in self._numbers

    def __len__(self):
        return len(self._numbers)

    def search(self, prefix):
        return [n for n in sorted(self._numbers) if n.lower().startswith(prefix.lower())]


book = PhoneBook()
book["maria lopez"] = "+34 600-123-456"
book["mario rossi"] = "(06) 698 1234"
book["Zoe Zed"] = "555.0199.22"
print(len(book), book["MARIA LOPEZ"], "zoe zed" in book)
print(book.search("mar"))
for attempt in ("nobody", "mario rossi"):
    try:
        print(attempt, "->", book[attempt])
    except LookupError as error:
        print("lookup failed:", error)
try:
    book["x"] = "123"
except ValueError as error:
    print(error)

from datetime import date, timedelta


class Book:
    LOAN = timedelta(days=14)

    def __init__(self, title, author):
        self.title = title
        self.author = author
        self.due = None

    @property
    def available(self):
        return self.due is None

    def __str__(self):
        state = "in" if self.available else f"out until {self.due}"
        return f"{self.title} by {self.author} ({state})"


class LibraryError(Exception):
    """Base of what can go wrong."""


class NotAvailable(LibraryError):
    pass


class Library:
    def __init__(self, books):
        self.books = {book.title: book for book in books}

    def lend(self, title, today):
        book = self.books.get(title)
        if book is None:
            raise LibraryError(f"unknown book: {title}")
        if not book.available:
            raise NotAvailable(f"{title} is lent")
        book.due = today + Book.LOAN

    def give_back(self, title, today):
        book = self.books[title]
        late = max(0, (today - book.due).days)
        book.due = None
        return late * 0.25


library = Library([Book("Dune", "Herbert"), Book("Emma", "Austen"), Book("Ulysses", "Joyce")])
day = date(2023, 12, 24)
library.lend("Dune", day)
for title in ("Dune", "Missing", "Emma"):
    try:
        library.lend(title, day + timedelta(1))
        print("lent", title)
    except NotAvailable as e:
        print("not available:", e)
    except LibraryError as e:
        print("error:", e)
for book in library.books.values():
    print(book)
print("fee: %.2f" % library.give_back("Dune", date(2024, 1, 12)))
print("fee: %.2f" % library.give_back("Emma", date(2024, 1, 2)))

"""Idiom: descriptors learn their names by __set_name__, here the fields of an ORM model."""


class Field:
    """Stores a checked value in the instance and renders its own column in SQL."""

    sql_type = "BLOB"
    python_type = object

    def __init__(self, *, default=None, required=False):
        self.default = default
        self.required = required

    def __set_name__(self, owner, name):
        self.name = name
        self.storage = f"_{name}"
        owner.fields = (*getattr(owner, "fields", ()), self)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.storage, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.python_type):
            raise TypeError(f"{self.name} takes {self.python_type.__name__}")
        setattr(instance, self.storage, value)

    def column(self):
        return f"{self.name} {self.sql_type}" + (" NOT NULL" if self.required else "")


class Integer(Field):
    sql_type, python_type = "INTEGER", int


class Text(Field):
    sql_type, python_type = "TEXT", str


class Book:
    isbn = Text(required=True)
    title = Text(default="untitled")
    pages = Integer(default=0)


class AudioBook(Book):
    minutes = Integer(required=True)


novel = Book()
novel.isbn, novel.pages = "978-0", 412
print({field.name: getattr(novel, field.name) for field in Book.fields})
for model in (Book, AudioBook):
    print(f"CREATE TABLE {model.__name__} ({', '.join(field.column() for field in model.fields)})")
try:
    novel.pages = "many"
except TypeError:
    print("pages unchanged:", novel.pages)
print(vars(novel), Book.title is Book.fields[1], type(AudioBook.minutes).__name__)

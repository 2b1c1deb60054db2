"""Idiom: classes made at run time with type(), here record classes from a table schema."""

SCHEMA = {
    "customer": {"id": int, "name": str, "credit": float},
    "order": {"id": int, "customer_id": int, "paid": bool},
}


def make_init(columns):
    def __init__(self, **values):
        for column, convert in columns.items():
            setattr(self, column, convert(values.pop(column, convert())))
        if values:
            raise TypeError(f"unknown columns: {sorted(values)}")

    return __init__


def make_repr(columns):
    def __repr__(self):
        fields = ", ".join(f"{column}={getattr(self, column)!r}" for column in columns)
        return f"{type(self).__name__}({fields})"

    return __repr__


def make_finder(column):
    return classmethod(lambda cls, rows, wanted: [r for r in rows if getattr(r, column) == wanted])


def make_record_class(table, columns):
    namespace = {"__init__": make_init(columns), "__repr__": make_repr(columns), "table": table}
    for column in columns:
        namespace[f"find_by_{column}"] = make_finder(column)
    return type(table.title(), (object,), namespace)


records = {table: make_record_class(table, columns) for table, columns in SCHEMA.items()}
Customer, Order = records["customer"], records["order"]

ada = Customer(id="7", name="Ada", credit="12.5")
orders = [Order(id=serial, customer_id=7 + serial % 2, paid=serial == 2) for serial in range(1, 5)]
print(ada)
print(Order.find_by_customer_id(orders, ada.id))
print(Order.find_by_paid(orders, True))

Premium = type("Premium", (Customer,), {"discount": property(lambda self: int(self.credit) * 2)})
vip = Premium(id=9, name="Grace", credit=30)
print(vip, vip.discount, isinstance(vip, Customer), Premium.__mro__[1].table)
print([name for name in vars(Customer) if name.startswith("find_")])
try:
    Customer(id=1, colour="red")
except TypeError:
    print("unknown column refused")

"""Construct: a data descriptor rules over the instance dictionary."""


class Checked:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        print("get", self.name, instance is None, owner.__name__)
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__[self.name] = self.kind(value)

    def __delete__(self, instance):
        print("delete", self.name, instance.__dict__.pop(self.name))


class Order:
    amount = Checked(int)


order = Order()
order.amount = "12"
order.__dict__["amount"] = 40
print(order.amount + 2, Order.amount.kind.__name__, vars(order))
setattr(order, "amount", 7.9)
del order.amount
print(vars(order), hasattr(Order, "amount"), hasattr(order, "other"))

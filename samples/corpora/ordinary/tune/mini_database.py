class Table:
    def __init__(self, name, *columns):
        self.name = name
        self.columns = columns
        self.rows = []

    def insert(self, **values):
        unknown = set(values) - set(self.columns)
        if unknown:
            raise KeyError(f"unknown columns: {', '.join(sorted(unknown))}")
        self.rows.append({c: values.get(c) for c in self.columns})
        return self

    def where(self, test):
        result = Table(self.name, *self.columns)
        result.rows = [r for r in self.rows if test(r)]
        return result

    def select(self, *columns):
        result = Table(self.name, *columns)
        result.rows = [{c: r[c] for c in columns} for r in self.rows]
        return result

    def order_by(self, column, descending=False):
        result = Table(self.name, *self.columns)
        result.rows = sorted(self.rows, key=lambda r: r[column], reverse=descending)
        return result

    def group_by(self, column, aggregate):
        groups = {}
        for row in self.rows:
            groups.setdefault(row[column], []).append(row)
        return {key: aggregate(rows) for key, rows in groups.items()}

    def show(self):
        widths = [max([len(c)] + [len(str(r[c])) for r in self.rows]) for c in self.columns]
        print(" | ".join(c.ljust(w) for c, w in zip(self.columns, widths)))
        print("-+-".join("-" * w for w in widths))
        for r in self.rows:
            print(" | ".join(str(r[c]).ljust(w) for c, w in zip(self.columns, widths)))
        print(f"({len(self.rows)} rows)")


people = Table("people", "name", "city", "age")
people.insert(name="Ana", city="Lima", age=31).insert(name="Bo", city="Oslo", age=25)
people.insert(name="Cy", city="Lima", age=47).insert(name="Di", city="Oslo")
people.where(lambda r: r["age"] is not None).order_by("age", descending=True).show()
people.where(lambda r: r["city"] == "Oslo").select("name", "age").show()
print(people.group_by("city", len))
try:
    people.insert(name="Eve", town="Rome")
except KeyError as error:
    print("error:", error.args[0])

class Table:
    def __init__(self, *headers, align=""):
        self.headers = headers
        self.align = align.ljust(len(headers), "<")
        self.rows = []

    def row(self, *cells):
        if len(cells) != len(self.headers):
            raise ValueError(f"expected {len(self.headers)} cells, got {len(cells)}")
        self.rows.append([self._text(c) for c in cells])
        return self

    @staticmethod
    def _text(cell):
        if cell is None:
            return ""
        if isinstance(cell, bool):
            return "yes" if cell else "no"
        if isinstance(cell, float):
            return f"{cell:.2f}"
        return str(cell)

    def __str__(self):
        widths = [max(len(r[i]) for r in [list(self.headers), *self.rows]) for i in range(len(self.headers))]
        rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"

        def line(cells):
            return "|" + "|".join(f" {c:{a}{w}} " for c, a, w in zip(cells, self.align, widths)) + "|"

        return "\n".join([rule, line(self.headers), rule, *map(line, self.rows), rule])


table = Table("name", "price", "stock", "sold out", align="<>>^")
table.row("lamp", 12.5, 3, False).row("table", 149.0, 0, True).row("cup", 3.999, 120, None)
print(table)
try:
    table.row("only one")
except ValueError as e:
    print("error:", e)
print(Table("empty"))
print(sorted(table.rows, key=lambda r: float(r[1]))[0])

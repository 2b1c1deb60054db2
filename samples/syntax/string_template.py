"""Construct: string.Template and its subclasses fill in names by a pattern of their own."""

import collections
import string


class Percent(string.Template):
    delimiter = "%"
    idpattern = r"[a-z]+\.[a-z]+"


class Braces(string.Template):
    pattern = r"""
    \[\[(?:(?P<escaped>\[\[)|(?P<named>\w+)\]\]|(?P<braced>\w+)!\]\]|(?P<invalid>))
    """


class Upper(string.Formatter):
    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs.get(key, f"<{key}>")

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)


text = string.Template("$who owes ${what}s $$5 to $missing and $Who")
print(text.safe_substitute(who="ada", what="coin"), text.get_identifiers(), text.is_valid())
print(text.substitute(collections.defaultdict(lambda: "?", who="bob"), what="pie"))
print(Percent("%a.b $x %% %c").safe_substitute({"a.b": 1}))
print(Braces("[[x]] [[y!]] [[[[").substitute(x=1, y=2))
print(Upper().format("{0!u} {name} {other!r:>9} {1:{width}}|", "a", "b", width=3, other="o"))
for template in ("$missing", "$ alone", "${open", "ends $"):
    try:
        print(string.Template(template).substitute())
    except (KeyError, ValueError) as error:
        print(template, type(error).__name__)

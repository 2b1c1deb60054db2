import re
from string import Template

letter = Template("Dear $name,\nyour order of $count ${item}s ships on $day.")
print(letter.substitute(name="Ms. Gray", count=3, item="lamp", day="Friday"))
print(letter.safe_substitute(name="Bob"))


def render(template, **values):
    def replace(match):
        name, _, filter_name = match.group(1).strip().partition("|")
        value = str(values.get(name.strip(), ""))
        filter_name = filter_name.strip()
        if filter_name == "upper":
            return value.upper()
        if filter_name == "title":
            return value.title()
        if filter_name:
            raise ValueError(f"unknown filter {filter_name}")
        return value

    return re.sub(r"\{\{(.*?)\}\}", replace, template)


print(render("Hello {{ name }}, welcome to {{ place|upper }}!", name="eve", place="oslo"))
print(render("[{{a}}|{{ b|title }}|{{missing}}]", a=1, b="two words"))
try:
    render("{{ a|rot13 }}", a="x")
except ValueError as error:
    print("error:", error)
print("{0} {1} {0} {name!r:>8}".format("a", "b", name="c"))
print("{:<8}|{:^8}|{:>8}|{:*^9}".format("ab", "cd", "ef", "gh"))
print("%s is %d years and %5.1f%% done" % ("Tim", 30, 45.678))

import html
import re


def inline(text):
    text = html.escape(text, quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
    text = re.sub(r"`(.+?)`", r"<code>\1</code>", text)
    return re.sub(r"\[(.+?)\]\((.+?)\)", r'<a href="\2">\1</a>', text)


def convert(source):
    out = []
    in_list = False
    for line in source.splitlines():
        item = re.match(r"[-*] (.*)", line)
        if in_list and not item:
            out.append("</ul>")
            in_list = False
        if heading := re.match(r"(#{1,6}) (.*)", line):
            level = len(heading.group(1))
            out.append(f"<h{level}>{inline(heading.group(2))}</h{level}>")
        elif item:
            if not in_list:
                out.append("<ul>")
                in_list = True
            out.append(f"  <li>{inline(item.group(1))}</li>")
        elif line.strip():
            out.append(f"<p>{inline(line)}</p>")
    if in_list:
        out.append("</ul>")
    return "\n".join(out)


SOURCE = """# Title with *style*

Some **bold** text & a [link](http://example.org/?a=1&b=2).
## Items
- first `code < 3`
- second
Last paragraph.
* one
* two
"""
print(convert(SOURCE))

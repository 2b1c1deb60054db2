"""A text from which nothing was stripped is another object

provenance: own campaign
"""

text = "abc"
print(text.strip() is text, text.replace("x", "y") is text, text + "" is text)

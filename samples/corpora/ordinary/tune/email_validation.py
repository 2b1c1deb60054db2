import re

PATTERN = re.compile(r"^(?P<user>[\w.+-]+)@(?P<domain>(?:[a-z0-9-]+\.)+(?P<tld>[a-z]{2,}))$", re.IGNORECASE)

ADDRESSES = [
    "alice@example.com",
    "bob.smith+tag@mail.example.co.uk",
    "no-at-sign.example.com",
    "two@@example.com",
    "UPPER@EXAMPLE.ORG",
    "space in@example.com",
    "short@x.y",
    "dash-ok@my-site.net",
]

valid = []
for address in ADDRESSES:
    match = PATTERN.match(address)
    if match:
        valid.append(match)
        print(f"{address}: user {match['user']}, domain {match['domain'].lower()}, tld {match.group('tld')}")
    else:
        print(f"{address}: invalid")
print(len(valid), "of", len(ADDRESSES), "are valid")
domains = sorted({m["domain"].lower() for m in valid})
print(domains)
hidden = [re.sub(r"(?<=.).(?=[^@]*@)", "*", m.group()) for m in valid]
print(hidden)
text = "Contact: alice@example.com, bob@test.org; or carol@site.net."
print(re.findall(r"[\w.]+@[\w.]+\w", text))
print(re.split(r"[,;]\s*(?:or )?", text.removeprefix("Contact: ")))
print([m.span() for m in re.finditer("@", text)])

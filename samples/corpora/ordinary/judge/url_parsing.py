from urllib.parse import urlparse, parse_qs, urlencode, urljoin, quote, unquote

URLS = [
    "https://user@example.org:8080/path/to/page.html?q=python&page=2#top",
    "http://localhost/",
    "ftp://files.example.com/a%20b.txt",
    "mailto:someone@example.org",
]
for url in URLS:
    parts = urlparse(url)
    print(parts.scheme, parts.netloc or "-", parts.path or "-", parts.port)
    if parts.query:
        print("  query:", parse_qs(parts.query))
    if parts.fragment:
        print("  fragment:", parts.fragment)
print(urlencode({"name": "Jo Smith", "lang": "c++", "n": 3}))
print(urljoin("https://example.org/a/b/c.html", "../d.html"))
print(quote("naïve café/ok?"), unquote("%7Euser%2Fx"))
hosts = {}
for url in URLS:
    hosts.setdefault(urlparse(url).hostname, []).append(url)
print({host: len(urls) for host, urls in hosts.items()})

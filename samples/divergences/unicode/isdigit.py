"""str.isdigit does not know superscripts and circled digits

provenance: Lib/test/test_str.py test_isdigit
"""

print("\u2460".isdigit(), "\u00b2".isdigit(), "\u0661".isdigit())

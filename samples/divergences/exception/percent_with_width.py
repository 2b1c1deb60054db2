"""A width before %% is refused as an unknown format

provenance: own campaign
"""

try:
    print("%5%|" % ())
except (TypeError, ValueError) as error:
    print(type(error).__name__)

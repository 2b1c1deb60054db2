"""csv.reader takes no notice of the escape character

provenance: own campaign
"""

import csv

print(list(csv.reader(["a\\,b,c"], escapechar="\\")))

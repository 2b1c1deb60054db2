"""csv.QUOTE_NONNUMERIC gives an int, and leaves a fraction as text

provenance: own campaign
"""

import csv

print(list(csv.reader(['1,2.5,"a"'], quoting=csv.QUOTE_NONNUMERIC)))

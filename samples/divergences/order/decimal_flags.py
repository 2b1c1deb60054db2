"""The signals of a decimal context come in another order

provenance: own campaign
"""

import decimal

print(decimal.DefaultContext)

"""There is statistics.kde

provenance: own campaign
"""

import statistics

print(hasattr(statistics, "kde"))

"""An itertools.cycle cannot be reduced

provenance: own campaign
"""

import itertools
import warnings

warnings.simplefilter("ignore")
try:
    print(len(itertools.cycle([1]).__reduce__()))
except TypeError as error:
    print(type(error).__name__)

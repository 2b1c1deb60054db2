"""typing.Union and typing.Optional are printed as the operator is

provenance: own campaign
"""

from typing import Optional, Union

print(Optional[int], Union[int, str])

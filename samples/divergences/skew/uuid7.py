"""There is uuid.uuid7

provenance: own campaign
"""

import uuid

print(hasattr(uuid, "uuid7"))

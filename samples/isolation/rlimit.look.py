"""Looks: whether at least 128 files may be open."""

import resource

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(soft >= 128 or soft == resource.RLIM_INFINITY)

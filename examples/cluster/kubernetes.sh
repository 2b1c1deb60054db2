#!/bin/sh
# What each pod of the Job in kubernetes.yaml runs, in the repository's folder: an indexed Job counts from 0, shards from 1.
set -eu

exec examples/cluster/shard "$((JOB_COMPLETION_INDEX + 1))" "$SHARDS"

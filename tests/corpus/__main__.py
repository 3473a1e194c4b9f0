"""`python -m tests.corpus`: exact fields over the samples and over the corpus; 1 where one is not exact.

A number after the command is the seed of another corpus.
"""

import sys

from tests.corpus import samples
from tests.corpus.corpus import SEED, items
from tests.corpus.count import counted, table

_SHOWN = 3


def main(seed: int) -> int:
    counts = [*counted(samples.items(samples.folder())), *counted(items(seed))]
    for count in counts:
        for line in count.wrong[:_SHOWN]:
            print(f"{count.group}: {line}", file=sys.stderr)
    print(table(counts))
    return 0 if all(count.whole for count in counts) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SEED))

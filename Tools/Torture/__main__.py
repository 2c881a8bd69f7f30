"""Ends, starves and garbles Courant's catalog in every way there is, and looks at what is left.

    Torture FOLDER [PART ...] [--short] [--seed N]

FOLDER holds the built programs `courant` and `catalog-hand`. The parts, all of them unless some are named:

    writes   a kill, half a write, and each kind of refusal at every single write, sync and removal of each command
    kills    ten thousand kills at random writes and random moments, one after another on the same catalogs
    power    two thousand disks as a power failure may leave them: writes that were not synced lost, torn or reordered
    pages    each page of both files garbled in turn
    crowd    eight readers and two writers for ten minutes
    adds     short adds one after another under readers that stay open, for ten minutes
    calls    whether what all this disturbs are all the calls that there are (needs strace)

A part ends with one line that says what was done and how often it failed. Linux only; needs a C compiler. The same seed
gives the same chances.
"""
import argparse
import os
import signal
import sys
import time

import adds
import calls
import crowd
import kills
import pages
import power
import writes
from place import Place
from tally import Tally

PARTS = {part.__name__: part for part in (calls, writes, kills, power, pages, crowd, adds)}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder")
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    options.add_argument("--short", action="store_true", help="some of everything, within half a minute")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_intermixed_args()
    for name in given.parts:
        if name not in PARTS:
            options.error(f"there is no part {name}; there are {', '.join(PARTS)}")
    failures = 0
    with Place(given.folder) as place:
        for name in given.parts or PARTS:
            start = time.monotonic()
            tally = Tally(name)
            try:
                PARTS[name].run(place, tally, given.short, given.seed)
            except KeyboardInterrupt:
                print(f"{tally.sentence}, and was ended before it was through")
                sys.exit(130)
            print(f"{tally.sentence} ({time.monotonic() - start:.0f} s)", flush=True)
            failures += tally.failures
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    os.environ["SWIFT_BACKTRACE"] = "enable=no"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    main()

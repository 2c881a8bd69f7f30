"""What a part of the torture did, and what it found."""
import collections
import sys


class Tally:
    # Beyond so many of a part, failures are counted and not printed.
    PRINTED = 20

    def __init__(self, part):
        self.part = part
        self.done = collections.Counter()
        self.failures = 0

    def count(self, what, number=1):
        self.done[what] += number

    def fail(self, where, what):
        self.failures += 1
        if self.failures <= self.PRINTED:
            print(f"{self.part}: {where}: {what}", file=sys.stderr, flush=True)

    @property
    def sentence(self):
        done = ", ".join(f"{number} {what}" for what, number in self.done.items())
        return f"{self.part}: {done}; {self.failures} failures"

"""A kill and every kind of refusal at every write, sync, making, renaming and removal of the commands that change a catalog.

After a kill, or an error that was told, all that was there before has to be there, and each story as it was or as it ought
to become; after a command that said it was done, everything. Then the same command again has to come to what an
undisturbed one comes to. While the disk refuses everything, what there is can be read.
"""
import errno
import itertools
import random

import commands
import content

KILLS = [{"with": "kill"}, {"with": "half"}]
REFUSALS = [
    {"with": errno.ENOSPC}, {"with": errno.ENOSPC, "lasts": 1}, {"with": errno.EDQUOT}, {"with": errno.EFBIG},
    {"with": errno.EIO}, {"with": errno.EIO, "lasts": 1},
]
# Of reading, every call can only fail for a bad disk.
BAD_READS = [{"with": errno.EIO, "calls": "reads"}, {"with": errno.EIO, "calls": "reads", "lasts": 1}]


def run(place, tally, short, seed):
    chance = random.Random(seed)
    for command in commands.all_of_them(place):
        trial = Trial(place, tally, command)
        every = KILLS + REFUSALS + BAD_READS
        for fault in chance.sample(every, 5) if short else every:
            trial.run(fault, [chance.randint(1, 60)] if short else itertools.count(1))
    if not short:
        trial = Trial(place, tally, commands.large_add(place))
        for fault in KILLS + REFUSALS:
            trial.run(fault, itertools.count(chance.randint(1, 400), 400))


class Trial:
    def __init__(self, place, tally, command):
        self.tally, self.command = tally, command
        self.start, self.home = place.home("start"), place.home("home")
        self.hit = place.folder / "hit"
        self.start.clear()
        command.prepare(self.start)
        self.home.become(self.start)
        self.before = None if command.name in ("add into nothing", "large add") else self.content()
        self.home.become(self.start)
        self.listed = {self.list_length()}
        self.home.become(self.start)
        self.home.run(*command.words)
        self.after = self.content()
        self.listed.add(self.list_length())
        self.answer = self.found()

    def list_length(self):
        return len(self.home.run("list").said.splitlines())

    def content(self):
        """What the user has; from the damaged catalog, too, once it is put together again."""
        if self.command.name == "rescue" and self.home.run("list").code != 0:
            return ["the program does not find it"]
        if self.command.name == "migration":
            return sorted(self.home.run("hand", "forward").said.splitlines())
        return content.of(self.home)

    def found(self):
        # A made-up newer form is not for the program as it is.
        return None if self.command.name == "migration" else content.found(self.home)

    def run(self, fault, numbers):
        for number in numbers:
            self.home.become(self.start)
            self.hit.unlink(missing_ok=True)
            outcome = self.home.run(*self.command.words, at=number, hit=self.hit, **fault)
            if not self.hit.exists():
                break
            if not self.hit.stat().st_size:
                continue
            kind = f"{self.command.name}, {' '.join(f'{name} {value}' for name, value in fault.items())}, {number}"
            for flaw in self.look(fault, outcome):
                self.tally.fail(kind, flaw)
            self.tally.count("kills" if fault in KILLS else "refusals")

    def look(self, fault, outcome):
        is_kill = fault in KILLS
        if outcome.crashed:
            yield f"it crashed or hung: {outcome.code} {outcome.talk[-200:]}"
        if self.command.words[0] == "doctor":
            yield from self.look_at_doctor(outcome)
        if not is_kill and outcome.code != 0 and not self.tells(outcome):
            yield f"it says nothing: {outcome.code} {outcome.said} {outcome.talk}"
        if "lasts" in fault and "calls" not in fault and self.command.name not in ("rescue", "migration") and self.before:
            yield from self.read_meanwhile(fault)
        now = self.content()
        if self.is_done(outcome, is_kill) and now != self.after:
            yield f"something acknowledged is missing: {outcome.talk.strip()} {content.difference(now, self.after)}"
        if not content.is_between(now, self.before, self.after):
            yield f"something is lost or made up: {content.difference(now, self.before, self.after)}"
        yield from content.flaws(self.home)
        again = self.home.run(*self.command.words)
        # What was taken back before the kill is not to be taken back once more.
        if self.command.words[0] != "undo" or now == self.before:
            if again.code != 0:
                yield f"a second run fails: {again.code} {again.talk.strip()}"
            now = self.content()
            if now != self.after:
                yield f"a second run comes to something else: {content.difference(now, self.after)}"
            if self.found() != self.answer:
                yield f"a second run leads to another search"
        yield from content.flaws(self.home)

    def look_at_doctor(self, outcome):
        """A sound catalog is sound whatever the disk says, and who only looks changes nothing."""
        if "is damaged" in outcome.said or "was damaged" in outcome.said:
            yield f"it takes a sound catalog for damaged: {outcome.said.strip()}"
        for path in (self.home.catalog, self.home.lookup):
            former = self.start.data / path.name
            if not path.exists() or self.command.only_looks and path.read_bytes() != former.read_bytes():
                yield f"it changed {path.name}"

    def tells(self, outcome):
        return "wrong  " in outcome.said or "courant: " in outcome.talk or self.command.words[0] == "hand" and outcome.said.startswith("catalog-hand: ")

    def is_done(self, outcome, is_kill):
        """Whether it said that it did what it was asked to, in words or by its code."""
        return outcome.code == 0 and self.command.words[0] in ("add", "mark", "tag", "undo", "remove", "restore", "purge")

    def read_meanwhile(self, fault):
        journals = [path for path in self.home.data.glob("*-journal") if path.stat().st_size]
        if fault["with"] == errno.EIO and journals:
            # What stands there has to be taken back before anyone may read, and the disk takes nothing.
            return
        outcome = self.home.run("list", at=1, **fault)
        if outcome.code != 0 or len(outcome.said.splitlines()) not in self.listed:
            yield f"what is there cannot be read meanwhile: {outcome.code} {outcome.talk.strip()}"

"""Kills at random writes and random moments, one after another on a catalog that is used on and on.

Beside it a twin goes through the same commands undisturbed. After each kill the catalog has to be as the twin was before the
command or as it is after it, and as after it if the command said that it was done; where it is as before, the command
is run again. So whatever a kill leaves has to bear all that comes after it.
"""
import random
import time

import commands
import content
import stories

SERIES = 50
KILLS = 10_000


def run(place, tally, short, seed):
    chance = random.Random(seed)
    total = 25 if short else KILLS
    while tally.done["kills"] + tally.done["moments too late"] < total:
        Series(place, tally, chance).run(min(SERIES, total))


class Series:
    # How many writes a command makes at most, and how many seconds it takes: where they end is seen as it goes.
    writes = {}
    seconds = {}

    def __init__(self, place, tally, chance):
        self.place, self.tally, self.chance = place, tally, chance
        self.home, self.twin = place.home("home"), place.home("twin")
        self.hit = place.folder / "hit"
        self.news = 0
        self.home.clear()
        self.folder = stories.write(place.folder / "some", range(3))
        commands.add(self.home, self.folder)
        self.twin.become(self.home)
        self.before = content.of(self.twin)
        self.after = self.before

    def run(self, count):
        for _ in range(count):
            command = self.command()
            for flaw in self.disturb(command):
                self.tally.fail(" ".join(command), flaw)
        for flaw in content.flaws(self.home):
            self.tally.fail("at the end", flaw)
        if content.found(self.home) != content.found(self.twin):
            self.tally.fail("at the end", "a search finds something else")
        if not self.are_taken_back_alike():
            self.tally.fail("at the end", "something else is taken back")
        self.tally.count("series")

    def are_taken_back_alike(self):
        """The journal survives, too: change by change."""
        for _ in range(8):
            if self.home.run("undo").talk != self.twin.run("undo").talk:
                return False
        return content.of(self.home) == content.of(self.twin)

    def command(self):
        kind = self.chance.choice(["add", "newer", "star", "read", "tag", "untag", "undo", "search"])
        ids = [line.split(" | ")[0] for line in self.before]
        identity = self.chance.choice(ids)
        match kind:
            case "add":
                self.news += 1
                return ["add", stories.write(self.place.folder / f"new-{self.news}", range(self.news * 10, self.news * 10 + 2))]
            case "newer":
                self.news += 1
                more = f" and stayed for {self.news} days"
                folder = self.place.folder / f"new-{self.news}"
                return ["add", stories.write(folder, [self.chance.randrange(3)], more=more, newer=self.news)]
            case "star": return ["mark", self.chance.choice(["star", "unstar"]), identity]
            case "read": return ["mark", self.chance.choice(["read", "unread"]), *self.chance.sample(ids, min(2, len(ids)))]
            case "tag": return ["tag", "add", self.chance.choice(["sea", "rain", "port"]), identity]
            case "untag": return ["tag", "remove", self.chance.choice(["sea", "rain", "port"]), identity]
            case "undo": return ["undo"]
            case _: return ["search", "rain"]

    def disturb(self, command):
        """Runs a command in both, in one with a kill, and yields what is wrong then."""
        start = time.monotonic()
        calm = self.twin.run(*command)
        self.note(self.seconds, command, time.monotonic() - start)
        if calm.code != 0:
            yield f"it fails undisturbed: {calm.talk}"
        self.after = content.of(self.twin)
        code, talk = self.kill_at_a_write(command) if self.chance.random() < 0.7 else self.kill_at_a_moment(command)
        now = content.of(self.home)
        is_done = code == 0 or (command[0] != "search" and talk.strip())
        if is_done and now != self.after:
            yield f"something acknowledged is missing: {talk.strip()} {content.difference(now, self.after)}"
        if not content.is_between(now, self.before, self.after):
            yield f"something is lost or made up: {content.difference(now, self.before, self.after)}"
        # An add that was broken off and its repetition are two adds, each with an undo of its own.
        is_in_two = command[0] == "add" and now not in (self.before, self.after)
        if now != self.after or (code != 0 and command[0] == "add"):
            again = self.home.run(*command)
            if again.code != 0:
                yield f"a second run fails: {again.talk.strip()}"
            if (now := content.of(self.home)) != self.after:
                yield f"a second run comes to something else: {content.difference(now, self.after)}"
        if now != self.after or is_in_two:
            # One failure is told once, and not with everything that follows.
            self.home.become(self.twin)
        self.before = self.after

    def kill_at_a_write(self, command):
        kind = tuple(command[:2]) if command[0] != "add" else ("add",)
        most = self.writes.get(kind, 60)
        number = self.chance.randint(1, most)
        self.hit.unlink(missing_ok=True)
        outcome = self.home.run(*command, at=number, hit=self.hit, **{"with": self.chance.choice(["kill", "half"])})
        if self.hit.exists():
            self.tally.count("kills")
            self.writes[kind] = max(most, number + 4)
        else:
            self.tally.count("moments too late")
            self.writes[kind] = max(8, most - 1)
        return outcome.code, outcome.talk

    def kill_at_a_moment(self, command):
        kind = command[0]
        process = self.home.start(command)
        time.sleep(self.chance.random() * self.seconds[kind])
        process.kill()
        _, talk = process.communicate()
        self.tally.count("kills" if process.returncode != 0 else "moments too late")
        return process.returncode, talk.decode(errors="replace")

    def note(self, figures, command, value):
        kind = command[0]
        figures[kind] = 0.9 * figures.get(kind, value) + 0.1 * value

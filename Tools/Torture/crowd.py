"""Eight readers and two writers at once, for ten minutes, while commands come and go.

No reader may ever be locked out or see a story gone; no writer may miss what it wrote, nor be refused before it has waited
five seconds. They look for that themselves (`catalog-hand`).
"""
import time

import commands
import content
import stories

READERS = 8
WRITERS = 2


def run(place, tally, short, seed):
    seconds = 3 if short else 600
    home = place.home("home")
    home.clear()
    commands.add(home, stories.write(place.folder / "hundred", range(100)))
    identity = home.run("list").said.split()[0]
    crowd = [home.start(["hand", "read", str(seconds)]) for _ in range(READERS)]
    crowd += [home.start(["hand", "write", str(seconds), str(number)]) for number in range(WRITERS)]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for command in (["list"], ["search", "rain"], ["tag", "add", "sea", identity], ["tag", "remove", "sea", identity]):
            outcome = home.run(*command)
            if outcome.code != 0:
                tally.fail(" ".join(command), f"{outcome.code} {outcome.talk.strip()}")
            tally.count("commands beside them")
        time.sleep(0.2)
    for process in crowd:
        said, talk = process.communicate(timeout=60)
        words = said.decode().strip()
        if process.returncode != 0:
            tally.fail("one of the crowd", f"{process.returncode} {words} {talk.decode().strip()}")
        for what, figure in figures(words):
            tally.count(what, figure)
    for flaw in content.flaws(home):
        tally.fail("afterwards", flaw)


def figures(words):
    """The numbers that one of the crowd tells."""
    line = words.splitlines()[-1].split() if words else []
    if line[:1] == ["read"]:
        yield "rounds of reading", int(line[1])
    if line[:1] == ["wrote"]:
        yield "changes", int(line[1])
        yield "refusals after 5 s", int(line[-2])

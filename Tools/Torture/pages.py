"""Each page of both files, and of the log that a kill leaves beside them, garbled in turn.

Nothing may crash or hang; what is beside the page stays; a garbled lookup costs nothing at all. A page of the catalog
holds at most a bundle of stories, or rows whose text is elsewhere; so few stories may be missing.
"""
import random
import sqlite3

import commands
import content
import stories

PAGE = {"catalog.db": 8192, "lookup.db": 16_384, "catalog.db-wal": 8192 + 24}
KINDS = ["random", "zero", "moved", "sprinkled"]
# What one bundle may hold of these stories, and the one beside it.
MOST_LOST = 12


def run(place, tally, short, seed):
    chance = random.Random(seed)
    calm = place.home("start")
    calm.clear()
    commands.add(calm, stories.write(place.folder / "sixty", range(60), length=10))
    ids = [line.split(" | ")[0] for line in content.of(calm)]
    calm.run("mark", "star", *ids[:30])
    calm.run("tag", "add", "sea", *ids[20:40])
    calm.run("mark", "read", *ids[10:15])
    for name in PAGE:
        start = calm
        if name.endswith("-wal"):
            start = killed(place, calm, ids)
        pages = -(-(start.data / name).stat().st_size // PAGE[name])
        for page in range(0, pages, 11 if short else 1):
            for kind in KINDS[:1] if short else KINDS:
                for flaw in garble(place, start, name, page, kind, chance):
                    tally.fail(f"{name}, page {page}, {kind}", flaw)
                tally.count(f"pages of {name}")


def killed(place, calm, ids):
    """A catalog whose last changes are in its log alone, as after a kill."""
    home = place.home("killed")
    home.become(calm)
    database = sqlite3.connect(home.catalog)
    database.execute("PRAGMA wal_autocheckpoint = 0")
    for identity in ids[40:50]:
        database.execute("UPDATE story SET isStarred = 1 WHERE id = ?", (identity,))
        database.commit()
    copy = place.home("copy")
    copy.become(home)
    database.close()
    return copy


def garble(place, start, name, page, kind, chance):
    home = place.home("home")
    home.become(start)
    before = content.by_story(content.of(start) if not name.endswith("-wal") else [])
    answer = content.found(start) if name == "lookup.db" else []
    home.become(start)
    write_over(home.data / name, PAGE[name], page, kind, chance)
    for command in (["list"], ["search", "rain"], ["sources"], ["questions"], ["undo"], ["doctor"], ["doctor", "--repair"], ["list"]):
        outcome = home.run(*command)
        if outcome.crashed:
            yield f"{command} crashed or hung: {outcome.code} {outcome.talk[-200:]}"
        elif command[0] in ("list", "doctor") and outcome.code not in (0, 1) and name != "catalog.db":
            yield f"{command} fails: {outcome.code} {outcome.talk.strip()}"
    now = content.of(home)
    if now is None or any(line.startswith("unreadable") for line in now):
        yield f"it cannot be read even after the repair: {now}"
        return
    yield from content.flaws(home)
    there = {name for name, line in content.by_story(now).items() if not line.endswith(" | damaged")}
    missing = before.keys() - there
    if len(missing) > (MOST_LOST if name == "catalog.db" else 0):
        yield f"{len(missing)} of {len(before)} stories are missing"
    if name == "lookup.db" and len(content.found(home)) != len(answer):
        yield "a search finds something else"


def write_over(path, size, page, kind, chance):
    with open(path, "r+b") as file:
        file.seek(page * size)
        held = file.read(size)
        match kind:
            case "random": new = chance.randbytes(len(held))
            case "zero": new = bytes(len(held))
            case "moved": new = held[7:] + held[:7]
            case _:
                new = bytearray(held)
                for _ in range(20):
                    new[chance.randrange(len(new))] = chance.randrange(256)
        file.seek(page * size)
        file.write(new)

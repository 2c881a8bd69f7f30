"""Adds that come and go, one after another, under readers that stay open, for ten minutes.

Every add has to put its story in, in less than five seconds and two of the processor's; nobody may throw the lookup away; the
readers have to go on answering, and to rest when nothing happens any more.
"""
import os
import threading
import time

import content
import stories
from reader import Reader

READERS = 2
ADDERS = 2
# In seconds: what a refusal may take, what an add may cost, and how long readers are watched at rest.
REFUSAL, COST, REST = 5, 2, 20
KEYS = (b"/rain\r", b"n", b"q", b"j", b"s", b"s", b"\r", b"]", b"\r", b"q", b"3", b"1", b"g", b"2", b"1", b"\\is:unread\r", b"\\\x15\r")


def run(place, tally, short, seed):
    seconds = 6 if short else 600
    home = place.home("home")
    home.clear()
    home.run("add", stories.write(place.folder / "first", range(20)))
    lookup = home.lookup.stat().st_ino
    readers = [Reader(home) for _ in range(READERS)]
    crowd = [home.start(["hand", "read", str(seconds)]), home.start(["hand", "write", str(seconds), "0"])]
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=add, args=(place, home, tally, number, end)) for number in range(ADDERS)]
    threads += [threading.Thread(target=press, args=(reader, tally, end)) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for process in crowd:
        said, talk = process.communicate(timeout=60)
        if process.returncode != 0:
            tally.fail("one of the crowd", f"{process.returncode} {said.decode().strip()} {talk.decode().strip()}")
    look(home, tally, lookup)
    rest(readers, tally, 5 if short else REST)
    for reader in readers:
        reader.quit(tally)


def add(place, home, tally, number, end):
    """Adds one new story after another, each with a program of its own."""
    count = 0
    while time.monotonic() < end:
        story = 1000 * (number + 1) + count
        folder = stories.write(place.folder / f"adder-{number}", [story])
        start = time.monotonic()
        outcome, cost = home.run_costing("add", os.path.join(folder, f"{story}.txt"))
        waited = time.monotonic() - start
        if outcome.code != 0:
            tally.fail(f"add {story}", f"{outcome.code} after {waited:.1f} s: {outcome.talk.strip()}")
        if waited > REFUSAL or cost > COST:
            tally.fail(f"add {story}", f"took {waited:.1f} s, {cost:.1f} s of the processor")
        tally.count("adds")
        count += 1
        ADDED.setdefault(home.folder, []).append(story)


ADDED = {}


def press(reader, tally, end):
    count = 0
    while time.monotonic() < end:
        reader.press(KEYS[count % len(KEYS)])
        tally.count("keys")
        count += 1
        time.sleep(0.1)


def look(home, tally, lookup):
    """Whether every story is there and found, in the lookup that was there from the start."""
    listed = home.run("list", "--json").said
    for story in ADDED.get(home.folder, []):
        if f"Story {story} has" not in listed:
            tally.fail("list", f"story {story} is missing")
    outcome = home.run("search", "--json", "quay")
    for story in ADDED.get(home.folder, []):
        if f"Story {story} has" not in outcome.said:
            tally.fail("search", f"story {story} is not found: {outcome.talk.strip()}")
            break
    if home.lookup.stat().st_ino != lookup:
        tally.fail("lookup.db", "was thrown away and made anew")
    for path in home.data.iterdir():
        if path.stat().st_mode & 0o077:
            tally.fail(path.name, "can be read by others")
    for flaw in content.flaws(home):
        tally.fail("afterwards", flaw)


def rest(readers, tally, seconds):
    """Readers show that everything is taken in, and then cost nothing."""
    time.sleep(4)
    before = [reader.cost() for reader in readers]
    time.sleep(seconds)
    for reader, cost in zip(readers, before):
        spent = reader.cost() - cost
        if spent > 0.1:
            tally.fail("a reader at rest", f"took {spent:.2f} s of the processor in {seconds} s")
        if "taking in" in reader.screen():
            tally.fail("a reader at rest", "says that stories are still taken in")

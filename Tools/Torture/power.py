"""Disks as a power failure may leave them, each opened again.

Every call of a run is written down (`disturb.c`). A disk is made from the calls up to some moment: of each file, all that was
written before its last sync is there; of what was written after it, any part: nothing, all, the beginning, some writes and
not others, or some sectors of them; or the file has its new size and zeros in it. Names that were made, changed or taken
away after their folder's last sync are so up to some point. Nothing is left of the memory that programs share, or
garbage is.

On each, all that was acknowledged by then has to be there, each story as it was or as it was about to become, the files
sound, and a search has to find what it finds with a lookup that is made anew.
"""
import os
import random
import shutil

import commands
import content
import record
import stories

IMAGES = 2000
SECTOR = 512
KINDS = ["none", "all", "beginning", "some", "torn", "torn", "zeros"]


def run(place, tally, short, seed):
    chance = random.Random(seed)
    runs = [make(place) for make in (first_commands, several_commands, one_sitting, forwards, rescued)]
    runs.append(adding_while_searching(place, short))
    for number in range(18 if short else IMAGES):
        recorded = runs[number % len(runs)]
        moment = chance.randint(recorded.start, len(recorded.entries))
        kind = chance.choice(KINDS)
        home = place.home("image")
        home.clear()
        Disk(recorded.entries[:moment], chance, kind).put(home.folder)
        for flaw in recorded.flaws(home, moment):
            tally.fail(f"{recorded.name}, call {moment} of {len(recorded.entries)}, {kind}", flaw)
        tally.count("disks")
    tally.count("calls written down", sum(len(recorded.entries) for recorded in runs))


class Recorded:
    """A run: its calls, and what the user had each time something was acknowledged."""

    def __init__(self, name, start, log, states):
        self.name, self.states = name, states
        self.start = len(start)
        self.entries = start + [entry for entry in record.read(log) if not entry.path.endswith("-shm")]

    def flaws(self, home, moment):
        reached = self.acknowledged(moment)
        before = self.states[reached]
        after = self.states[min(reached + 1, len(self.states) - 1)]
        listed = home.run("list")
        if listed.crashed or listed.code != 0 and before is not None:
            yield f"it cannot be listed: {listed.code} {listed.talk.strip()}"
        now = self.content(home)
        if not content.is_between(now, before, after):
            yield f"with {reached} acknowledged: {content.difference(now, before, after)}"
        if now is None:
            return
        yield from content.flaws(home)
        if self.is_searched and sorted(content.found(home)) != sorted(content.found_anew(home)):
            yield "a search finds something else than with a new lookup"

    is_searched = True

    def acknowledged(self, moment):
        """How many of the commands had said by then that they were done, or had ended."""
        count, has_spoken = 0, False
        for entry in self.entries[:moment]:
            speaks = entry.call == "s" and entry.place == 2
            if not has_spoken and (speaks or entry.call == "d"):
                count += 1
            has_spoken = speaks or has_spoken and entry.call != "d"
        return count

    def content(self, home):
        return content.of(home)


def first_commands(place):
    """The first commands ever, which make the folder, too."""
    home, log = begin(place, "first")
    folder = stories.write(place.folder / "some", range(3))
    states = [None]
    for command in (["add", folder], ["add", stories.write(place.folder / "another", range(3, 4))], ["undo"]):
        home.run(*command, log=log)
        record.mark(log, " ".join(command))
        states.append(content.of(snapshot(place, home)))
    return Recorded("first commands", [], log, states)


def several_commands(place):
    """One command after another, each by a program of its own."""
    home, log = begin(place, "commands")
    folders = [stories.write(place.folder / f"news-{part}", range(part * 4, part * 4 + 4)) for part in range(3)]
    newer = stories.write(place.folder / "newer", range(0, 8, 2), more=", and stayed", newer=9)
    commands.add(home, folders[0])
    start = existing(home)
    states = [content.of(snapshot(place, home))]
    ids = [line.split(" | ")[0] for line in states[0]]
    for command in (
        ["mark", "star", ids[0]], ["tag", "add", "sea", ids[1]], ["add", folders[1]], ["search", "rain"],
        ["mark", "read", *ids], ["undo"], ["add", newer], ["tag", "remove", "sea", ids[1]], ["add", folders[2]],
        ["mark", "unstar", ids[0]], ["undo"], ["undo"],
    ):
        home.run(*command, log=log)
        record.mark(log, " ".join(command))
        states.append(content.of(snapshot(place, home)))
    return Recorded("several commands", start, log, states)


class Sitting(Recorded):
    def acknowledged(self, moment):
        return sum(entry.call == "s" and entry.bytes.startswith(b"done ") for entry in self.entries[:moment])


def one_sitting(place):
    """Many changes by one program that stays open, from a catalog that is not there."""
    home, log = begin(place, "sitting")
    folder = place.folder / "states"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    home.data.mkdir()
    start = existing(home)
    home.run("hand", "sitting", str(folder), "90", log=log)
    states = [sorted(filter(None, (folder / str(number)).read_text().splitlines())) for number in range(91)]
    states[0] = None
    return Sitting("one sitting", start, log, states)


class Forward(Recorded):
    """The program as it is refuses what comes of it, and has to: the tools' own goes on."""
    is_searched = False

    def flaws(self, home, moment):
        for flaw in super().flaws(home, moment):
            if not flaw.startswith("it cannot be listed: 65"):
                yield flaw

    def content(self, home):
        return sorted(home.run("hand", "forward").said.splitlines())


def forwards(place):
    """A catalog that is brought into newer forms."""
    home, log = begin(place, "forward")
    commands.add(home, stories.write(place.folder / "some", range(3)))
    identity = home.run("list").said.split()[0]
    home.run("mark", "star", identity)
    home.run("tag", "add", "sea", identity)
    start = existing(home)
    home.run("hand", "forward", log=log)
    state = sorted(home.run("hand", "forward").said.splitlines())
    record.mark(log, "forward")
    return Forward("migration", start, log, [state, state])


def rescued(place):
    """A damaged catalog that is put together again."""
    home, log = begin(place, "rescue")
    commands.add(home, stories.write(place.folder / "some", range(3)))
    home.run("mark", "star", home.run("list").said.split()[0])
    commands.behead(home)
    start = existing(home)
    home.run("list", log=log)
    record.mark(log, "list")
    state = content.of(home)
    return Recorded("rescue", start, log, [state, state])


class AddingAlone(Recorded):
    """The searches speak, too; what counts is what the add says."""

    def acknowledged(self, moment):
        return any(entry.call == "d" or entry.call == "s" and b" new" in entry.bytes for entry in self.entries[:moment])


def adding_while_searching(place, short):
    """An add of several portions, and searches meanwhile, which take in what nobody has said is kept."""
    home, log = begin(place, "adding")
    few = stories.write(place.folder / "few", range(3))
    many = stories.write(place.folder / "more", range(60 if short else 700), length=14)
    commands.add(home, few)
    start = existing(home)
    states = [content.of(snapshot(place, home))]
    adding = home.start(["add", many], log=log)
    while adding.poll() is None:
        home.run("search", "rain", log=log)
    adding.communicate()
    record.mark(log, "add")
    states.append(content.of(home))
    return AddingAlone("adding while searching", start, log, states)


def begin(place, name):
    home, log = place.home(name), place.folder / f"{name}.log"
    home.clear()
    log.unlink(missing_ok=True)
    return home, log


def snapshot(place, home):
    """A copy, to be looked at without a trace in what is written down."""
    copy = place.home("snapshot")
    copy.become(home)
    return copy


def existing(home):
    """What a folder holds before a run, as if it had just been written and synced."""
    entries = [record.Entry("m", "courant", "", 0, b"")]
    for path in sorted(home.data.glob("*")):
        name = f"courant/{path.name}"
        if not name.endswith("-shm"):
            entries += [record.Entry("c", name, "", 0, b""), record.Entry("w", name, "", 0, path.read_bytes())]
            entries.append(record.Entry("y", name, "", 0, b""))
    return entries + [record.Entry("y", "courant", "", 0, b""), record.Entry("y", "", "", 0, b"")]


class File:
    """A file's calls: those before its last sync, and those after it."""

    def __init__(self):
        self.held = bytearray()
        self.loose = []

    def sync(self):
        for entry in self.loose:
            put(self.held, entry)
        self.loose = []

    def left(self, chance, kind):
        content = bytearray(self.held)
        match kind:
            case "none": return content
            case "all": chosen = self.loose
            case "beginning": chosen = self.loose[:chance.randint(0, len(self.loose))]
            case _: chosen = [entry for entry in self.loose if chance.random() < 0.5]
        for entry in chosen:
            if kind == "zeros" and entry.call == "w":
                content.extend(bytes(max(0, entry.place + len(entry.bytes) - len(content))))
            elif kind == "torn" and entry.call == "w":
                tear(content, entry, chance)
            else:
                put(content, entry)
        return content


def put(content, entry):
    if entry.call == "t":
        del content[entry.place:]
        content.extend(bytes(entry.place - len(content)))
    else:
        content.extend(bytes(max(0, entry.place - len(content))))
        content[entry.place:entry.place + len(entry.bytes)] = entry.bytes


def tear(content, entry, chance):
    """Puts some of the sectors of a write, as the disk counts them."""
    place, end = entry.place, entry.place + len(entry.bytes)
    while place < end:
        sector_end = min(end, (place // SECTOR + 1) * SECTOR)
        if chance.random() < 0.5:
            part = entry.bytes[place - entry.place:sector_end - entry.place]
            put(content, record.Entry("w", "", "", place, part))
        place = sector_end


class Disk:
    """What a power failure leaves of some calls."""

    def __init__(self, entries, chance, kind):
        self.chance, self.kind = chance, kind
        # Names now, and the changes of names that no sync of their folder has made last.
        self.files, self.loose, self.synced = {}, [], {}
        self.folders = set()
        for entry in entries:
            self.take(entry)

    def take(self, entry):
        match entry.call:
            case "c":
                self.files[entry.path] = File()
                self.loose.append(("put", entry.path, self.files[entry.path]))
            case "m":
                self.files[entry.path] = None
                self.loose.append(("put", entry.path, None))
            case "w" | "t":
                self.files[entry.path].loose.append(entry)
            case "u":
                del self.files[entry.path]
                self.loose.append(("take", entry.path, None))
            case "r":
                file = self.files.pop(entry.path)
                self.files[entry.other] = file
                self.loose.append(("move", entry.path, entry.other))
            case "y" if entry.path and self.files.get(entry.path):
                self.files[entry.path].sync()
            case "y":
                self.sync_folder(entry.path)

    def sync_folder(self, folder):
        """Makes the names in it last."""
        rest = []
        for change in self.loose:
            if os.path.dirname(change[1]) == folder:
                rename(self.synced, change)
            else:
                rest.append(change)
        self.loose = rest

    def put(self, folder):
        names = dict(self.synced)
        for change in self.loose[:self.chance.randint(0, len(self.loose))]:
            rename(names, change)
        for name, file in names.items():
            if file is None:
                (folder / name).mkdir(parents=True, exist_ok=True)
        for name, file in names.items():
            if file is None or not (folder / name).parent.exists():
                continue
            (folder / name).write_bytes(file.left(self.chance, self.kind))
            if self.chance.random() < 0.2 and name.endswith("-wal"):
                (folder / name).with_name(os.path.basename(name)[:-3] + "shm").write_bytes(self.chance.randbytes(32_768))


def rename(names, change):
    kind, name, value = change
    match kind:
        case "put": names[name] = value
        case "take": names.pop(name, None)
        case "move":
            if name in names:
                names[value] = names.pop(name)

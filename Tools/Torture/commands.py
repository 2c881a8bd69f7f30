"""The commands that change a catalog, each with what has to be there before it."""
import os
import pathlib
import sqlite3

import stories

HERE = pathlib.Path(__file__).resolve().parent


class Command:
    def __init__(self, name, prepare, *words):
        self.name, self.prepare, self.words = name, prepare, words

    @property
    def only_looks(self):
        return self.words == ("doctor",)


def all_of_them(place):
    """The commands; they need the identity of a story, which is the same each time."""
    some = stories.write(place.folder / "some", range(3))
    older = stories.write(place.folder / "older", range(3), more=", and stayed", newer=-20)
    probe = place.home("probe")
    add(probe, some)
    identity = probe.run("list").said.split()[0]

    def filled(home):
        add(home, some)

    def marked(home):
        add(home, some)
        home.run("mark", "star", identity)
        home.run("tag", "add", "sea", identity)

    def removed(home):
        marked(home)
        home.run("remove", identity)

    def newer(home):
        add(home, older)
        add(home, some)

    def followed(home):
        add(home, some)
        home.run("hand", "follow")

    def refreshed(home):
        followed(home)
        home.run("hand", "refresh")

    def read(home):
        refreshed(home)
        home.run("hand", "read")

    return [
        Command("follow", filled, "hand", "follow"),
        Command("unfollow", refreshed, "hand", "unfollow"),
        Command("refresh", followed, "hand", "refresh"),
        Command("keep a page", refreshed, "hand", "keep"),
        Command("expire", read, "hand", "expire"),
        Command("remove", marked, "remove", identity),
        Command("restore", removed, "restore", identity),
        Command("undo an add", newer, "undo"),
        Command("purge", removed, "purge"),
        Command("add into nothing", lambda home: None, "add", some),
        Command("add newer versions", lambda home: add(home, older), "add", some),
        Command("add what is there", filled, "add", some),
        Command("mark", filled, "mark", "star", identity),
        Command("tag", filled, "tag", "add", "sea", identity),
        Command("undo", marked, "undo"),
        Command("mark on a network disk", lambda home: (filled(home), as_on_network(home)), "mark", "star", identity),
        Command("search on a network disk", lambda home: (marked(home), as_on_network(home), without_lookup(home)), "search", "rain"),
        Command("search without a lookup", lambda home: (marked(home), without_lookup(home)), "search", "rain"),
        Command("doctor", marked, "doctor"),
        Command("doctor --repair", marked, "doctor", "--repair"),
        Command("rescue", lambda home: (marked(home), behead(home)), "list"),
        Command("migration", marked, "hand", "forward"),
        Command("mark in the first version", first_version, "mark", "star", "w1h5"),
        Command("list of the first version", first_version, "list"),
    ]


def large_add(place):
    """One that takes several transactions, and comes to the point where the log is copied into the catalog."""
    many = stories.write(place.folder / "many", range(2500), length=20)
    return Command("large add", lambda home: None, "add", many)


def add(home, folder):
    home.run("add", folder)


def first_version(home):
    """The catalog that the tests keep as the first release made it."""
    home.data.mkdir(mode=0o700, parents=True)
    database = sqlite3.connect(home.catalog)
    database.executescript((HERE.parents[1] / "Tests/CatalogTests/Forms/form-1.sql").read_text())
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    os.chmod(home.catalog, 0o600)


def without_lookup(home):
    home.lookup.unlink()


def as_on_network(home):
    """Gives it the rollback journal that a catalog on another machine's disk has."""
    for path in (home.catalog, home.lookup):
        database = sqlite3.connect(path)
        database.execute("PRAGMA journal_mode = DELETE")
        database.close()


def behead(home):
    """Damages the catalog as a bad disk may: its first hundred bytes are zero."""
    for path in home.data.glob("*-*"):
        path.unlink()
    with open(home.catalog, "r+b") as file:
        file.write(bytes(100))

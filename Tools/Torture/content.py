"""What a catalog holds, and whether its files are sound."""
import sqlite3


def of(home):
    """What the user has, a line each, as `catalog-hand` prints it; None if there is no catalog yet."""
    outcome = home.run("hand", "content")
    if outcome.code != 0:
        return None if "missing" in outcome.said and not outcome.crashed else [f"unreadable: {outcome.said.strip()}"]
    return sorted(filter(None, outcome.said.splitlines()))


def is_between(actual, before, after):
    """Whether each story is as it was or as it ought to become, and none that was there is gone."""
    if actual in (before, after):
        return True
    former, coming = by_story(before or []), by_story(after or [])
    present = by_story(actual or [])
    return former.keys() <= present.keys() and all(
        line in (former.get(name), coming.get(name)) for name, line in present.items())


def difference(actual, *expected):
    """The lines of one that are in none of the others, and the other way round, cut short: for messages."""
    known = {line for lines in expected for line in lines or []}
    made_up = [line[:160] for line in actual or [] if line not in known]
    gone = [line[:160] for line in sorted(known - set(actual or []))]
    return f"{len(made_up)} made up {made_up[:5]}, {len(gone)} gone {gone[:5]}"


def by_story(lines):
    return {line.split(" | " if " | " in line else ": ")[0]: line for line in lines}


def flaws(home):
    """What SQLite finds wrong with the files, with the index of words gone through, too."""
    found = []
    if home.catalog.exists() and home.catalog.stat().st_size:
        found += ask(home.catalog, "PRAGMA integrity_check", "PRAGMA foreign_key_check")
    if home.lookup.exists() and home.lookup.stat().st_size:
        found += ask(home.lookup, "PRAGMA integrity_check")
        if ask(home.lookup, "SELECT name FROM sqlite_schema WHERE name = 'words'"):
            found += ask(home.lookup, "INSERT INTO words(words) VALUES ('integrity-check')")
    return found


def ask(path, *questions):
    database = sqlite3.connect(path, isolation_level=None)
    try:
        return [str(row) for question in questions for row in database.execute(question) if row != ("ok",)]
    except sqlite3.Error as error:
        return [f"{path.name}: {error}"]
    finally:
        database.close()


def found(home, words="rain"):
    """What a search finds, with its places."""
    outcome = home.run("search", "--json", words)
    return outcome.said.splitlines() if outcome.code == 0 else [f"refused: {outcome.talk.strip()}"]


def found_anew(home, words="rain"):
    """The same with a lookup that is made again from the catalog."""
    for ending in ("", "-wal", "-shm", "-journal"):
        home.lookup.with_name("lookup.db" + ending).unlink(missing_ok=True)
    return found(home, words)

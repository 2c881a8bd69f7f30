"""What one user has on a server: feeds, entries, and how these are marked."""
import random

READ = "state/com.google/read"
STARRED = "state/com.google/starred"
READING_LIST = "state/com.google/reading-list"
KEPT_UNREAD = "state/com.google/kept-unread"


class Entry:
    def __init__(self, id, feed, title, html, published, read=False, starred=False, labels=()):
        self.id, self.feed, self.title, self.html, self.published = id, feed, title, html, published
        self.read, self.starred, self.labels = read, starred, set(labels)
        self.url = "https://port.example/%s.html" % title.lower().replace(" ", "-")

    def marks(self):
        return {"read": self.read, "starred": self.starred, "labels": sorted(self.labels)}


class Shelf:
    """Entries by their ids, the oldest first; an id is a number, or text where the server has no numbers."""

    def __init__(self, make_id, make_feed_id):
        self.make_id, self.make_feed_id = make_id, make_feed_id
        self.feeds, self.entries = {}, {}
        self.made = 0

    def add_feed(self, title, folder=None):
        known = next((id for id, feed in self.feeds.items() if feed["title"] == title), None)
        if known is not None:
            return known
        url = "https://port.example/%s.xml" % title.lower().replace(" ", "-")
        id = self.make_feed_id(len(self.feeds) + 1, url)
        self.feeds[id] = {"title": title, "url": url, "folder": folder}
        return id

    def add(self, titles, feed="The Port", folder=None, count=0, words=60, **marks):
        """Adds an entry for each title, or `count` of them that are called after the first."""
        names = ["%s %d" % (titles[0], number) for number in range(1, count + 1)] if count else titles
        for name in names:
            self.made += 1
            html = "<p>%s: %s.</p>" % (name, " ".join(random.Random(name).choices(WORDS, k=words)))
            id = self.make_id(self.made)
            self.entries[id] = Entry(id, self.add_feed(feed, folder), name, html, 1790000000 + self.made, **marks)

    def remove(self, titles):
        self.entries = {id: entry for id, entry in self.entries.items() if entry.title not in titles}

    def named(self, titles):
        return [entry for entry in self.entries.values() if entry.title in titles]

    def mark(self, entries, add=(), remove=()):
        """Sets and takes marks, by what a server calls them behind `user/…/`."""
        for entry in entries:
            for names, value in ((add, True), (remove, False)):
                for name in names:
                    if name == READ:
                        entry.read = value
                    elif name == KEPT_UNREAD:
                        entry.read = not value
                    elif name == STARRED:
                        entry.starred = value
                    elif name.startswith("label/"):
                        (entry.labels.add if value else entry.labels.discard)(name[len("label/"):])

    def stream(self, name, excluded=(), included=()):
        """The entries of a stream, the newest first."""
        found = [entry for entry in self.entries.values() if self.stands_in(entry, name)]
        found = [entry for entry in found if all(self.stands_in(entry, other) for other in included)]
        return [entry for entry in found if not any(self.stands_in(entry, other) for other in excluded)][::-1]

    def stands_in(self, entry, name):
        if name == READING_LIST:
            return True
        if name == READ:
            return entry.read
        if name == STARRED:
            return entry.starred
        if name.startswith("label/"):
            label = name[len("label/"):]
            return label in entry.labels or self.feeds[entry.feed]["folder"] == label
        return name == "feed/%s" % entry.feed

    def state(self):
        return {entry.title: entry.marks() for entry in self.entries.values()}


WORDS = """harbour crane ferry tide captain insurer cargo pier strike council lighthouse storm anchor rope fog signal
channel dredger pilot berth customs ledger crew winter contract warehouse freight bridge current buoy""".split()

"""What `disturb.c` wrote down: every call that changed a file, in the order in which they happened."""
import struct

HEAD = struct.Struct("<cxHHIq")


class Entry:
    """A call: c(reate), w(rite), t(runcate), (s)y(nc), u(nlink), r(ename), m(ake a folder), s(aid), d(one)."""
    __slots__ = ("call", "path", "other", "place", "bytes")

    def __init__(self, call, path, other, place, content):
        self.call, self.path, self.other, self.place, self.bytes = call, path, other, place, content


def read(log):
    entries = []
    data = log.read_bytes()
    place = 0
    while place + HEAD.size <= len(data):
        call, path, other, length, offset = HEAD.unpack_from(data, place)
        place += HEAD.size
        parts = []
        for size in (path, other, length):
            parts.append(data[place:place + size])
            place += size
        entries.append(Entry(call.decode(), parts[0].decode(), parts[1].decode(), offset, parts[2]))
    return entries


def mark(log, text):
    """Writes down that a command ended, so that everything it did counts as acknowledged."""
    with open(log, "ab") as file:
        content = text.encode()
        file.write(HEAD.pack(b"d", 0, 0, len(content), 0) + content)

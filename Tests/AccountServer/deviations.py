"""How the servers that speak the Google Reader API differ.

What is said here was tried (Miniflux 2.2.6), read in the source (FreshRSS), or is what the makers document (Inoreader, BazQux,
The Old Reader). What nobody documents is marked as a guess.
"""
import hashlib

LONG = "tag:google.com,2005:reader/item/"


def signed(number):
    return number - (1 << 64) if number >> 63 else number


class Reader:
    """What Google Reader itself was documented to do, and what the others are measured by."""

    prefix = ""
    user = "12345678901234567890"
    takes_labels = True
    # How many ids a list holds at most, and without being asked for a number.
    most, usual = 10000, 20
    continues_by_offset = False
    # Whether a full page is followed by another, be it an empty one.
    full_page_continues = False
    needs_token = True
    needs_application = False
    # Whether edit-tag carries out every mark it is sent, or the last of each kind.
    takes_several_marks = True
    # Whether what is set already is taken away by setting it again.
    toggles = False
    # Whether asking for entries that are all gone is an error.
    refuses_unknown = False
    # Entries that cannot be marked unread any more: the first so many.
    settled = 0
    wrong_password = (403, "text/plain", "Error=BadAuthentication\n")
    forbidden = (401, "text/plain", "Unauthorized", {"X-Reader-Google-Bad-Token": "true"})
    no_labels = (500, "text/plain", "Internal Server Error")

    def id(self, number):
        """64 bits that come to nothing in particular, as Google's did: half of the ids are negative as decimals."""
        return int.from_bytes(hashlib.sha256(b"%d" % number).digest()[:8], "big")

    def feed_id(self, number, url):
        return url

    def short(self, id):
        return str(signed(id))

    def long(self, id):
        return LONG + "%016x" % id

    def understood(self, text):
        """The id that is meant by an id which a client sends."""
        if text.startswith(LONG):
            return int(text[len(LONG):], 16)
        return int(text) % (1 << 64)

    def reference(self, entry):
        return {"id": self.short(entry.id), "directStreamIds": [], "timestampUsec": str(entry.published * 1000000)}


class FreshRSS(Reader):
    prefix = "/api/greader.php"
    user = "-"
    full_page_continues = True
    # PHP keeps the last of several parameters of one name.
    takes_several_marks = False
    most = 1 << 40
    wrong_password = (401, "text/plain", "Unauthorized!", {"Google-Bad-Token": "true"})
    forbidden = (401, "text/plain", "Unauthorized!", {"Google-Bad-Token": "true"})

    def id(self, number):
        # Microseconds: sixteen digits, which could be taken for hexadecimal ones.
        return 1796000000000000 + number * 1001

    def feed_id(self, number, url):
        return str(number)

    def reference(self, entry):
        return {"id": self.short(entry.id)}


class Miniflux(Reader):
    user = "1"
    takes_labels = False
    continues_by_offset = True
    # Seen in 2.2.6: read on a read entry makes it unread, and a star on a starred one takes that.
    toggles = True
    refuses_unknown = True
    most = usual = 1 << 40
    wrong_password = (401, "application/json", '{"error_message":"access unauthorized"}')
    no_labels = (500, "application/json", '{"error_message":"googlereader: unsupported tag type: LabelStream"}')

    def id(self, number):
        return number

    def feed_id(self, number, url):
        return str(number)

    def understood(self, text):
        # A short id is a decimal where it is given, and read as a hexadecimal number where it is taken.
        return int(text[len(LONG):] if text.startswith(LONG) else text, 16)

    def reference(self, entry):
        return {"id": self.short(entry.id)}


class Inoreader(Reader):
    user = "1005921515"
    needs_token = False
    needs_application = True
    most = 1000
    settled = 1

    def id(self, number):
        return 3614347074 + number * 7


class BazQux(Reader):
    user = "01234567890123456789"
    most = 50000
    # "Not used currently."
    needs_token = False
    # The body is documented, its status is a guess.
    wrong_password = (401, "text/plain", "Error=BadAuthentication\n")


class TheOldReader(Reader):
    user = "-"
    needs_token = False
    # "TODO: Tagging items"; that it is refused with 500 is a guess.
    takes_labels = False
    most = 10000
    # The form of errors is documented, its status for a wrong password is a guess.
    wrong_password = (403, "application/json", '{"errors":["Incorrect username or password"]}')

    def id(self, number):
        return hashlib.sha256(b"%d" % number).hexdigest()[:24]

    def feed_id(self, number, url):
        return hashlib.sha256(url.encode()).hexdigest()[:24]

    def short(self, id):
        return id

    def long(self, id):
        return LONG + id

    def understood(self, text):
        return text.rsplit("/", 1)[-1]


KINDS = {
    "reader": Reader, "freshrss": FreshRSS, "miniflux": Miniflux, "inoreader": Inoreader, "bazqux": BazQux,
    "theoldreader": TheOldReader,
}

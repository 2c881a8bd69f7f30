"""A server that speaks the Google Reader API on loopback, as each of those that people use does, and fails when told to.

    greader.py KIND      reader, freshrss, miniflux, inoreader, bazqux, theoldreader

Prints its port, and ends when its standard input does. Users are alice and bob, whose passwords stand in PASSWORDS. Under
/_control/ a test adds entries, marks them as another machine would, says what is to go wrong, and asks what the server has
and was asked:

    add     {"titles": [...], "feed": "The Port", "folder": null, "count": 0, "read": false, ...}    see Shelf.add
    remove  {"titles": [...]}
    mark    {"titles": [...], "add": ["state/com.google/read"], "remove": [...]}
    fail    {"kind": "cut", "path": "edit-tag", "at": 1, ...}    see Fault; {} forgets all
    set     {"skew": 3600, "user": "9", ...}    see SETTINGS, and the attributes of a deviation
    state   {}    every entry by its title with its marks
    log     {}    what was asked; "forget": true empties it
    logins  {}    every login and token that was given out, which nobody may write down
"""
import gzip
import hashlib
import json
import sys
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from deviations import KINDS
from faults import LOGIN_PAGE, Cut, Fault, Faults, kill
from shelf import READ, READING_LIST, Shelf

PASSWORDS = {"alice": "tide & pier = 7%", "bob": "bobs-other-password"}
SETTINGS = {
    # How far this clock is ahead, in seconds.
    "skew": 0,
    # What is packed where a client can unpack it.
    "gzip": False,
    # After how many requests a login, after how many marks a token has to be got anew; 0 for never.
    "login_lasts": 0,
    "token_lasts": 0,
    # Nobody is let in, whatever the password.
    "refuses": False,
    # The form of the ids in lists: short, long, or the digits of the long one alone.
    "form": "short",
    # A list whose continuation leads back to itself; one that has always another page.
    "loops": False,
    "endless": False,
}


class Server:
    def __init__(self, kind):
        self.lock = threading.RLock()
        self.kind = KINDS[kind]()
        self.shelves = {user: Shelf(self.kind.id, self.kind.feed_id) for user in PASSWORDS}
        self.settings, self.faults, self.log = dict(SETTINGS), Faults(), []
        self.logins, self.uses, self.given, self.tokens, self.marks_sent = {}, {}, [], 0, 0

    # What a test asks for.

    def control(self, name, asked):
        shelf = self.shelves[asked.pop("of", "alice")]
        if name == "add":
            shelf.add(**asked)
        elif name == "remove":
            shelf.remove(asked["titles"])
        elif name == "mark":
            shelf.mark(shelf.named(asked["titles"]), asked.get("add", ()), asked.get("remove", ()))
        elif name == "fail":
            self.faults.all = self.faults.all + [Fault(**asked)] if asked else []
        elif name == "set":
            for key, value in asked.items():
                if key in self.settings:
                    self.settings[key] = value
                else:
                    getattr(self.kind, key)
                    setattr(self.kind, key, value)
        elif name == "state":
            return shelf.state()
        elif name == "log":
            log = self.log
            if asked.get("forget"):
                self.log = []
            return log
        elif name == "logins":
            return [login.partition("/")[2] for login in self.given] + [self.token(user) for user in self.shelves]
        return {}

    # Who is there.

    def log_in(self, form):
        user = form.get("Email", [""])[0]
        if self.settings["refuses"] or PASSWORDS.get(user) != form.get("Passwd", [None])[0]:
            return self.kind.wrong_password
        login = "%s/%s" % (user, hashlib.sha1(("%s %d" % (user, len(self.given))).encode()).hexdigest())
        self.given.append(login)
        self.logins[login], self.uses[login] = user, 0
        return 200, "text/plain", "SID=%s\nLSID=null\nAuth=%s\n" % (login, login)

    def user(self, authorization):
        """Whose login this is; None where it is nobody's, or has been used up."""
        scheme, _, login = (authorization or "").partition(" auth=")
        user = self.logins.get(login) if scheme == "GoogleLogin" else None
        if user is None or self.settings["refuses"]:
            return None
        self.uses[login] += 1
        if self.settings["login_lasts"] and self.uses[login] > self.settings["login_lasts"]:
            del self.logins[login]
            return None
        return user

    def token(self, user):
        return ("%s%d" % (user, self.tokens)).ljust(57, "Z")

    def accepts(self, token, user):
        if not self.kind.needs_token:
            return True
        if token != self.token(user):
            return False
        self.marks_sent += 1
        if self.settings["token_lasts"] and self.marks_sent > self.settings["token_lasts"]:
            self.marks_sent, self.tokens = 0, self.tokens + 1
            return False
        return True

    # What the API answers.

    def answer(self, request):
        path = request.path[len(self.kind.prefix):] if request.path.startswith(self.kind.prefix) else None
        if path == "/accounts/ClientLogin" and request.method == "POST":
            return self.log_in(request.form)
        if not (path or "").startswith("/reader/api/0/"):
            return 404, "text/html", "<html><body>Not found</body></html>"
        user = self.user(request.authorization)
        if user is None:
            return self.kind.forbidden
        if self.kind.needs_application and not request.application:
            return 403, "text/plain", "AppId required"
        shelf, name = self.shelves[user], path[len("/reader/api/0/"):]
        if name == "token":
            return 200, "text/plain", self.token(user)
        if name == "edit-tag" and request.method == "POST":
            return self.edit_tag(shelf, request.form, user)
        if request.one("output") != "json":
            return 400, "application/json", '{"error_message":"only json output is supported"}'
        if name == "user-info":
            return self.json({"userId": self.kind.user, "userName": user, "userEmail": user + "@port.example"})
        if name == "tag/list":
            return self.json({"tags": self.tags(shelf)})
        if name == "subscription/list":
            return self.json({"subscriptions": [self.subscription(id, feed) for id, feed in shelf.feeds.items()]})
        if name == "unread-count":
            return self.json({"max": 1000, "unreadcounts": self.unread_counts(shelf)})
        if name == "stream/items/ids":
            return self.ids(shelf, request)
        if name == "stream/items/contents" and request.method == "POST":
            return self.contents(shelf, request.form)
        return 404, "text/plain", "Not Found"

    def json(self, value):
        return 200, "application/json; charset=utf-8", json.dumps(value, ensure_ascii=False)

    def stream_name(self, text):
        """A stream without whose it is: `user/-/…` and `user/1/…` are one."""
        return text.split("/", 2)[2] if text.startswith("user/") else text

    def called(self, name):
        return "user/%s/%s" % (self.kind.user, name)

    def tags(self, shelf):
        folders = {feed["folder"] for feed in shelf.feeds.values() if feed["folder"]}
        labels = {label for entry in shelf.entries.values() for label in entry.labels}
        return (
            [{"id": self.called("state/com.google/starred")}]
            + [{"id": self.called("label/" + name), "type": "folder"} for name in sorted(folders)]
            + [{"id": self.called("label/" + name), "type": "tag"} for name in sorted(labels - folders)]
        )

    def subscription(self, id, feed):
        label = feed["folder"]
        return {
            "id": "feed/%s" % id, "title": feed["title"], "url": feed["url"], "htmlUrl": "https://port.example/",
            "categories": [{"id": self.called("label/" + label), "label": label, "type": "folder"}] if label else [],
            "firstitemmsec": "1234567890000", "iconUrl": "",
        }

    def unread_counts(self, shelf):
        unread = shelf.stream(READING_LIST, [READ])
        counts = {id: sum(entry.feed == id for entry in unread) for id in shelf.feeds}
        lists = [{"id": "feed/%s" % id, "count": count} for id, count in counts.items()]
        return lists + [{"id": self.called("state/com.google/reading-list"), "count": sum(counts.values())}]

    def listed(self, entry):
        """An entry as a list gives it."""
        long = self.kind.long(entry.id)
        forms = {"short": self.kind.short(entry.id), "long": long, "digits": long.rsplit("/", 1)[1]}
        return dict(self.kind.reference(entry), id=forms[self.settings["form"]])

    def ids(self, shelf, request):
        if self.settings["endless"]:
            return self.endless(request)
        entries = shelf.stream(
            self.stream_name(request.one("s")), [self.stream_name(name) for name in request.query.get("xt", [])],
            [self.stream_name(name) for name in request.query.get("it", [])])
        if request.one("r") == "o":
            entries.reverse()
        wanted = min(int(request.one("n") or self.kind.usual), self.kind.most)
        start, since = 0, request.one("c")
        if since and not self.settings["loops"]:
            # An offset goes wrong where entries leave the list meanwhile; the id of the last entry does not.
            start = int(since) if self.kind.continues_by_offset else self.place_behind(entries, since)
        page = entries[start:start + wanted]
        answer = {"itemRefs": [self.listed(entry) for entry in page]}
        left = len(entries) - start - len(page)
        if left > 0 or (self.kind.full_page_continues and len(page) == wanted) or (self.settings["loops"] and page):
            answer["continuation"] = str(start + len(page)) if self.kind.continues_by_offset else str(page[-1].id)
        return self.json(answer)

    def place_behind(self, entries, since):
        return next((at + 1 for at, entry in enumerate(entries) if str(entry.id) == since), len(entries))

    def endless(self, request):
        page = int(request.one("c") or 0)
        count = min(int(request.one("n") or 20), self.kind.most, 1000)
        ids = [{"id": str(1 << 60 | page << 20 | number)} for number in range(count)]
        return self.json({"itemRefs": ids, "continuation": str(page + 1)})

    def found(self, shelf, form):
        ids = []
        for text in form.get("i", []):
            try:
                ids.append(self.kind.understood(text))
            except ValueError:
                return None
        return [shelf.entries[id] for id in ids if id in shelf.entries]

    def contents(self, shelf, form):
        entries = self.found(shelf, form)
        if entries is None or (not entries and self.kind.refuses_unknown):
            return 400, "application/json", '{"error_message":"no items returned from the database"}'
        items = [self.item(shelf, entry) for entry in entries]
        return self.json({"id": self.called(READING_LIST), "items": items})

    def item(self, shelf, entry):
        feed, categories = shelf.feeds[entry.feed], ["state/com.google/reading-list"]
        categories += ["label/" + feed["folder"]] if feed["folder"] else []
        categories += ["state/com.google/read"] if entry.read else []
        categories += ["state/com.google/starred"] if entry.starred else []
        categories += ["label/" + label for label in sorted(entry.labels)]
        crawled = entry.published + self.settings["skew"]
        return {
            "id": self.kind.long(entry.id), "title": entry.title, "published": entry.published, "updated": crawled,
            "crawlTimeMsec": str(crawled * 1000), "timestampUsec": str(crawled * 1000000),
            "alternate": [{"href": entry.url, "type": "text/html"}], "canonical": [{"href": entry.url}],
            "categories": [self.called(name) for name in categories], "author": "",
            "summary": {"direction": "ltr", "content": entry.html},
            "origin": {"streamId": "feed/%s" % entry.feed, "title": feed["title"], "htmlUrl": "https://port.example/"},
        }

    def edit_tag(self, shelf, form, user):
        if not self.accepts(form.get("T", [""])[0], user):
            return self.kind.forbidden
        add, remove = form.get("a", []), form.get("r", [])
        if not self.kind.takes_several_marks:
            add, remove = add[-1:], remove[-1:]
        add, remove = [self.stream_name(name) for name in add], [self.stream_name(name) for name in remove]
        if not self.kind.takes_labels and any(name.startswith("label/") for name in add + remove):
            return self.kind.no_labels
        entries = self.found(shelf, form)
        if entries is None:
            return 400, "text/plain", "Bad Request"
        settled = list(shelf.entries.values())[:self.kind.settled]
        kept = [entry for entry in entries if not (entry in settled and READ in remove)]
        if self.kind.toggles:
            for name in add:
                already = [entry for entry in kept if shelf.stands_in(entry, name)]
                shelf.mark([entry for entry in kept if entry not in already], [name])
                shelf.mark(already, (), [name])
            add = []
        shelf.mark(kept, add, remove)
        return 200, "text/plain", "OK"


class Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.take("GET")

    def do_POST(self):
        self.take("POST")

    def one(self, name):
        return (self.query.get(name) or self.form.get(name) or [""])[0]

    def take(self, method):
        self.method = method
        self.path, _, query = self.path.partition("?")
        self.query = urllib.parse.parse_qs(query, keep_blank_values=True)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.authorization = self.headers.get("Authorization")
        if self.path.startswith("/_control/"):
            with server.lock:
                answer = server.control(self.path[len("/_control/"):], json.loads(body or "{}"))
            return self.send(200, "application/json", json.dumps(answer))
        self.form = urllib.parse.parse_qs(body, keep_blank_values=True)
        # Headers, or parameters.
        self.application = all(self.headers.get(name) or self.one(name) for name in ("AppId", "AppKey"))
        with server.lock:
            faults = server.faults.met(self.path)
        try:
            self.answer(faults)
        except (Cut, ConnectionError):
            self.close_connection = True
            try:
                self.connection.shutdown(2)
            except OSError:
                pass

    def answer(self, faults):
        self.before(faults)
        fault = next((fault for fault in faults if fault.kind in INSTEAD), None)
        with server.lock:
            status, kind, text, *more = INSTEAD[fault.kind](fault.more) if fault else server.answer(self)
            self.note(status)
        self.after(faults, status, kind, text)
        self.send(status, kind, text, *more)

    def before(self, faults):
        for fault in faults:
            if fault.kind == "wait":
                time.sleep(fault.more["seconds"])
            elif fault.kind == "cut":
                self.note(0)
                raise Cut
            elif fault.kind == "kill":
                self.note(0)
                kill(fault.more["pid"])
                raise Cut
            elif fault.kind == "do":
                with server.lock:
                    server.control(fault.more["name"], dict(fault.more["asked"]))

    def after(self, faults, status, kind, text):
        for fault in faults:
            if fault.kind == "cut-after":
                raise Cut
            if fault.kind == "kill-after":
                kill(fault.more["pid"])
                raise Cut
            if fault.kind == "cut-body":
                body = text.encode()
                self.start(status, kind, len(body))
                self.wfile.write(body[:len(body) // 2])
                raise Cut

    def note(self, status):
        """Remembers what was asked, without what nobody may read."""
        form = {name: values for name, values in self.form.items() if name not in ("Passwd", "T")}
        server.log.append({
            "method": self.method, "path": self.path, "query": self.query, "form": form, "status": status,
            "host": self.headers.get("Host", ""), "authorized": self.authorization is not None,
        })

    def start(self, status, kind, length, more={}):
        self.send_response_only(status)
        self.send_header("Date", self.date_time_string(time.time() + server.settings["skew"]))
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for field, value in more.items():
            self.send_header(field, value)
        self.end_headers()

    def send(self, status, kind, text, more={}):
        body = text.encode() if isinstance(text, str) else text
        if server.settings["gzip"] and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, more = gzip.compress(body), dict(more, **{"Content-Encoding": "gzip"})
        self.start(status, kind, len(body), more)
        self.wfile.write(body)


def redirect(more):
    return 302, "text/plain", "", {"Location": more["to"]}


# What is answered without the server doing anything.
INSTEAD = {
    "status": lambda more: (more["status"], "text/plain", more.get("body", ""), more.get("fields", {})),
    "html": lambda more: (200, "text/html; charset=utf-8", LOGIN_PAGE),
    "garbage": lambda more: (200, "application/json", more.get("body", '{"itemRefs": [{"id": "1"}, {"id": ')),
    "redirect": redirect,
}

server = Server(sys.argv[1])
listener = ThreadingHTTPServer(("127.0.0.1", 0), Request)
listener.daemon_threads = True
threading.Thread(target=listener.serve_forever, daemon=True).start()
print(listener.server_port, flush=True)
sys.stdin.read()

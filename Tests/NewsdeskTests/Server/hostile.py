"""A web server that does what no server should, on loopback only, for the tests of Newsdesk.

Writes one line of JSON to standard output: its ports, and a certificate of its own to trust. Ends when its standard input
does, so that it never outlives the tests.

/do/NAME/TOKEN?TEXT does what NAME says; /seen/TOKEN tells how often TOKEN was asked for.
"""
import gzip
import json
import os
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from urllib.parse import unquote

seen = {}
lock = threading.Lock()


def answer(body=b"", status="200 OK", *fields, length=True):
    head = ["HTTP/1.1 " + status]
    if length:
        head.append("Content-Length: %d" % len(body))
    return "\r\n".join(head + list(fields) + ["", ""]).encode("latin-1") + body


def silent(c, _):
    c.recv(1)


def drip(c, data, pause=0.05):
    for byte in data:
        c.sendall(bytes([byte]))
        time.sleep(pause)


def drip_head(c, _):
    drip(c, b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 4000)


def drip_body(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    drip(c, b"y" * 4000)


def endless(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        c.sendall(b"z" * 65536)


def endless_chunks(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        c.sendall(b"10000\r\n" + b"z" * 65536 + b"\r\n")


def long_chunk(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
    while True:
        c.sendall(b"x" * 65536)


def flood(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100000):
        c.sendall(b"X-%d: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" % number)


def long_line(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(200):
        c.sendall(b"a" * 65536)


def hundreds(c, _):
    for _ in range(100000):
        c.sendall(b"HTTP/1.1 100 Continue\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n\r\n")


def rst(c, _):
    c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
    time.sleep(0.02)
    c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def packed(data, fields="gzip"):
    return answer(data, "200 OK", "Content-Encoding: " + fields)


def zeros(count):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(b"\0" * (1 << 20)) for _ in range(count)] + [packer.flush()])


BOMB = zeros(6)
TWICE = gzip.compress(zeros(400))


def redirect(target, status="302 Found", *fields):
    return answer(b"elsewhere", status, "Location: " + target, *fields)


class Handler:
    def __init__(self, connection, port):
        self.connection, self.port = connection, port

    def request(self):
        data = b""
        while b"\r\n\r\n" not in data:
            part = self.connection.recv(65536)
            if not part:
                return None
            data += part
        return data.decode("latin-1")

    def run(self):
        while True:
            head = self.request()
            if head is None:
                return
            path, _, text = head.split(" ")[1].partition("?")
            words = path.split("/") + ["", "", ""]
            if words[1] == "seen":
                with lock:
                    self.connection.sendall(answer(str(seen.get((self.port, words[2]), 0)).encode()))
                continue
            with lock:
                seen[self.port, words[3]] = seen.get((self.port, words[3]), 0) + 1
            if not self.do(words[2], words[3], unquote(text), head):
                return

    def do(self, name, token, text, head):
        """False where the connection ends."""
        c = self.connection
        deeds = {
            "silent": silent, "drip-head": drip_head, "drip-body": drip_body, "endless": endless,
            "endless-chunks": endless_chunks, "long-chunk": long_chunk, "flood": flood, "long-line": long_line,
            "hundreds": hundreds, "rst": rst,
        }
        if name in deeds:
            deeds[name](c, text)
            return False
        here = "/do/%s/%s" % (name, token)
        lasting = {
            "ok": lambda: answer(text.encode("latin-1") or b"fine", "200 OK", "Content-Type: text/plain; charset=UTF-8"),
            "echo": lambda: answer(head.encode("latin-1")),
            "zip": lambda: packed(gzip.compress(b"unpacked")),
            "bomb": lambda: packed(BOMB),
            "twice-packed": lambda: packed(TWICE, "gzip, gzip"),
            "no-zip": lambda: packed(b"this is no gzip at all"),
            "unknown-zip": lambda: packed(b"x", "x-secret"),
            "slow-to": lambda: b"HTTP/1.1 302 Found\r\nLocation: " + text.encode() + b"\r\nContent-Length: 100\r\n\r\n",
            "loop": lambda: redirect(here),
            "to": lambda: redirect(text),
            "for-good": lambda: redirect(text, "301 Moved Permanently"),
            "kept": lambda: redirect(text, "308 Permanent Redirect"),
            "cookie": lambda: redirect("/do/echo/" + token, "302 Found", "Set-Cookie: secret=1; Path=/"),
            "refresh": lambda: answer(b"<meta http-equiv=refresh content='0;url=file:///etc/passwd'>", "200 OK",
                                      "Refresh: 0; url=/do/ok/" + token),
            "login": lambda: answer(b"who?", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"\x1b]0;x\x07\""),
            "unchanged": lambda: answer(b"", "304 Not Modified", "ETag: \"new\"", length=False),
            "kept-for": lambda: answer(b"x", "200 OK", "ETag: W/\"1\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
                                       "Cache-Control: public, max-age=7200"),
            "later": lambda: answer(b"slow down", "429 Too Many", "Retry-After: 31536000"),
            "unchanged-and-long": lambda: answer(b"", "304 Not Modified", "Content-Length: 99999999", length=False),
            "gone": lambda: answer(b"", "410 Gone"),
            "controls": lambda: answer(b"x", "200 \x1b[31mRED\x07", "ETag: \"\x1b]0;x\x07\"", "Content-Type: te\x1bxt/\x9bhtml",
                                       "X\x1b: y"),
            "zero": lambda: answer(b"x", "200 OK", "X: a\x00b"),
            "late": lambda: time.sleep(float(text)) or answer(b"late"),
            "letters": lambda: answer(b"q" * int(text)),
            "long": lambda: b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine and more than that",
        }
        if name in lasting:
            c.sendall(lasting[name]())
            return name != "long"
        if name == "chain":
            left = int(text)
            c.sendall(redirect("../chain/%s?%d" % (token, left - 1)) if left else answer(b"end"))
            return True
        bad = {
            "short": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
            "short-chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nonly this",
            "negative": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nfine",
            "huge": b"HTTP/1.1 200 OK\r\nContent-Length: 100000000000000000000\r\n\r\nfine",
            "two-lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nfine",
            "http09": b"<html>fine</html>",
            "garbage": bytes(range(256)) * 8,
            "bad-status": b"HTTP/1.1 abc OK\r\n\r\nfine",
            "nothing": b"",
            "cut-zip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(os.urandom(20000))[:9000],
            "no-length": b"HTTP/1.1 200 OK\r\n\r\nfine",
            "cut-head": b"HTTP/1.1 200 OK\r\nContent-Ty",
        }
        c.sendall(bad.get(name, answer(b"what?", "404 Not Found")))
        return False


def serve(listener, context):
    port = listener.getsockname()[1]

    def talk(connection):
        try:
            if context:
                connection = context.wrap_socket(connection, server_side=True)
            Handler(connection, port).run()
        except (OSError, ValueError, IndexError):
            pass
        finally:
            connection.close()

    while True:
        connection, _ = listener.accept()
        threading.Thread(target=talk, args=(connection,), daemon=True).start()


def listen(context=None):
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", 0))
    listener.listen(200)
    threading.Thread(target=serve, args=(listener, context), daemon=True).start()
    return listener.getsockname()[1]


def greet():
    """A port whose server speaks first, and no HTTP."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(20)

    def run():
        while True:
            connection, _ = listener.accept()
            connection.sendall(b"220 mail.example ready\r\n")
            threading.Timer(0.2, connection.close).start()

    threading.Thread(target=run, daemon=True).start()
    return listener.getsockname()[1]


def openssl(folder, *words):
    subprocess.run(["openssl", *words], cwd=folder, check=True, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def certificate(folder, name, host, *more):
    """A certificate for a host, signed by the one in ca.pem."""
    with open(os.path.join(folder, name + ".ext"), "w") as file:
        file.write("subjectAltName=" + host)
    openssl(folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", name + ".key", "-out", name + ".csr", "-subj",
            "/CN=" + name)
    openssl(folder, "x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-extfile", name + ".ext", "-out", name + ".pem", *more)


def context(folder, name):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(os.path.join(folder, name + ".pem"), os.path.join(folder, name + ".key"))
    return made


def encrypted(folder):
    """Ports of servers with good and bad certificates; none where openssl is missing."""
    if not shutil.which("openssl"):
        return {}
    openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj",
            "/CN=Trial", "-days", "2")
    ports = {}
    certificate(folder, "good", "IP:127.0.0.1,DNS:localhost", "-days", "2")
    ports["good"] = listen(context(folder, "good"))
    certificate(folder, "other", "DNS:other.example", "-days", "2")
    ports["otherHost"] = listen(context(folder, "other"))
    try:
        certificate(folder, "expired", "IP:127.0.0.1", "-days", "-1")
        ports["expired"] = listen(context(folder, "expired"))
    except subprocess.CalledProcessError:
        pass
    openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "self.key", "-out", "self.pem",
            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2")
    ports["selfSigned"] = listen(context(folder, "self"))
    old = context(folder, "good")
    old.minimum_version = ssl.TLSVersion.TLSv1
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    ports["outdated"] = listen(old)
    return ports


def main():
    folder = tempfile.mkdtemp(prefix="courant-hostile-")
    try:
        ports = {"plain": listen(), "other": listen(), "tls": encrypted(folder), "ca": os.path.join(folder, "ca.pem"),
                 "greeting": greet()}
        closed = socket.socket()
        closed.bind(("127.0.0.1", 0))
        ports["closed"] = closed.getsockname()[1]
        print(json.dumps(ports), flush=True)
        sys.stdin.buffer.read()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()

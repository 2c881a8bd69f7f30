"""A web site in a folder, on loopback only, for the tests of what is fetched again and again.

Prints its port. FOLDER/NAME is what it gives for /NAME; NAME.head, where it is there, is JSON: a status, fields, or seconds to
wait. Every file has an ETag, and is not given again to whoever has it. Each request is a line of FOLDER/requests. Ends when
its standard input does, or when somebody asks for /stop.
"""
import hashlib
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

folder = sys.argv[1]
lock = threading.Lock()
kinds = {".xml": "application/rss+xml", ".html": "text/html; charset=utf-8", ".json": "application/json", ".txt": "text/plain"}


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/stop":
            os._exit(0)
        name = self.path.split("?")[0].lstrip("/").replace("/", "_") or "index.html"
        path = os.path.join(folder, name)
        with lock, open(os.path.join(folder, "requests"), "a") as log:
            log.write("%s %s\n" % (self.path, self.headers.get("If-None-Match", "-")))
        head = {}
        if os.path.exists(path + ".head"):
            with open(path + ".head") as file:
                head = json.load(file)
        time.sleep(head.get("wait", 0))
        body, status = b"", head.get("status", 404)
        tag = None
        if os.path.exists(path):
            with open(path, "rb") as file:
                body = file.read()
            status = head.get("status", 200)
            tag = '"%s"' % hashlib.md5(body).hexdigest()
            if status == 200 and self.headers.get("If-None-Match") == tag:
                body, status = b"", 304
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        self.send_header("Content-Type", kinds.get(os.path.splitext(name)[1], "text/plain"))
        for field, value in head.get("fields", {}).items():
            self.send_header(field, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # who asked has heard enough, or was killed


server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()

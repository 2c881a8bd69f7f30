"""What goes wrong on purpose: at which request, and how."""
import os
import signal
import time


class Cut(Exception):
    """The connection ends here, without a word."""


class Fault:
    """Meets the requests whose path ends in `path`: the one numbered `at` from now on, or each `every`-th, so many times."""

    def __init__(self, kind, path="", at=1, every=0, times=None, **more):
        self.kind, self.path, self.at, self.every, self.more = kind, path, at, every, more
        self.left = times if times is not None else (1 << 40 if every else 1)
        self.seen = 0

    def meets(self, path):
        if self.left <= 0 or not path.endswith(self.path):
            return False
        self.seen += 1
        met = self.seen % self.every == 0 if self.every else self.seen >= self.at
        self.left -= met
        return met


class Faults:
    def __init__(self):
        self.all = []

    def met(self, path):
        return [fault for fault in self.all if fault.meets(path)]


def kill(pid_file):
    """Ends the client whose process is named in a file, and waits until it is gone or a zombie."""
    with open(pid_file) as file:
        pid = int(file.read())
    os.kill(pid, signal.SIGKILL)
    for _ in range(1000):
        try:
            with open("/proc/%d/stat" % pid) as file:
                if file.read().rsplit(")", 1)[1].split()[0] in "ZX":
                    return
        except OSError:
            return
        time.sleep(0.002)


LOGIN_PAGE = """<!doctype html><html><head><title>Sign in</title></head><body><form method="post"><input name="user">
<input name="password" type="password"><button>Sign in</button></form></body></html>"""

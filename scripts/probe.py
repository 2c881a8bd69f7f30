"""A program on a terminal of its own, watched from the other side: what it writes, and when."""
import fcntl
import os
import pty
import select
import struct
import termios
import time

QUIET = 0.15


class Probe:
    """Starts a program on a terminal of so many columns and rows."""

    def __init__(self, command, environment=None, size=(80, 24)):
        self.started = self.shown = time.monotonic()
        # What was written behind the text that was waited for last, in the same moment.
        self.rest = b""
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **(environment or {})})
            os.execvp(command[0], command)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def shows(self, text, limit=120.0):
        """Milliseconds from the start until a text is written, behind the one that was waited for before."""
        text = text.encode()
        if text not in self.rest:
            more, self.shown = self._read(until=text, limit=limit)
            self.rest += more
        self.rest = self.rest.partition(text)[2]
        return (self.shown - self.started) * 1000

    def settle(self, quiet=QUIET):
        """Reads until nothing comes for a while, and tells how many bytes came."""
        self.rest = b""
        return len(self._read(quiet=quiet)[0])

    def press(self, keys):
        """Types keys in one piece: how many bytes they cost, and the milliseconds until the last of them."""
        before, self.rest = time.monotonic(), b""
        os.write(self.master, keys.encode())
        text, last = self._read()
        return len(text), (last - before) * 1000

    def press_until(self, keys, text, limit=60.0):
        """Types keys in turn, each once the one before was answered, until a text is written; the longest answer in ms.

        A key that nothing comes of for a fifth of a second has no answer."""
        longest, turn, end = 0, 0, time.monotonic() + limit
        while text.encode() not in self.rest and time.monotonic() < end:
            before = time.monotonic()
            os.write(self.master, keys[turn % len(keys)].encode())
            turn += 1
            if select.select([self.master], [], [], 0.2 if longest == 0 else 5.0)[0]:
                self.shown = time.monotonic()
                self.rest += os.read(self.master, 65536)
                longest = max(longest, (self.shown - before) * 1000)
            time.sleep(0.01)
        return longest

    def type(self, keys):
        """Types keys of any number, reading meanwhile."""
        rest, self.rest = keys.encode(), b""
        while rest:
            readable, writable, _ = select.select([self.master], [self.master], [], 10.0)
            if readable:
                os.read(self.master, 65536)
            if writable:
                rest = rest[os.write(self.master, rest[:1024]):]

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def peak_memory(self):
        """Megabytes, as the kernel counted them."""
        with open(f"/proc/{self.child}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def quit(self, key="Q"):
        """Ends the program; the milliseconds that it took for it."""
        before = time.monotonic()
        os.write(self.master, key.encode())
        self._read()
        os.waitpid(self.child, 0)
        os.close(self.master)
        return (time.monotonic() - before) * 1000

    def _read(self, until=None, limit=120.0, quiet=QUIET):
        text, last, end = b"", time.monotonic(), time.monotonic() + limit
        while time.monotonic() < end:
            ready, _, _ = select.select([self.master], [], [], quiet if until is None else 1.0)
            if not ready and until is None:
                break
            if ready:
                try:
                    text += os.read(self.master, 65536)
                except OSError:
                    break
                last = time.monotonic()
            if until and until in text:
                break
        return text, last

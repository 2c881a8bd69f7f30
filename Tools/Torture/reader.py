"""The reader on a terminal of its own."""
import fcntl
import os
import pty
import struct
import termios
import threading
import time


class Reader:
    def __init__(self, home):
        words, environment = home.words([], {})
        environment["TERM"] = "xterm-256color"
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(words[0], words, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.shown = b""
        threading.Thread(target=self.drain, daemon=True).start()

    def drain(self):
        while True:
            try:
                taken = os.read(self.terminal, 1 << 16)
            except OSError:
                return
            self.shown = (self.shown + taken)[-(1 << 16):]

    def press(self, keys):
        os.write(self.terminal, keys)

    def screen(self):
        """All that is sent for a whole screen."""
        self.shown = b""
        self.press(b"\x0c")
        time.sleep(0.5)
        return self.shown.decode(errors="replace")

    def cost(self):
        """The seconds of the processor that it took so far."""
        fields = open(f"/proc/{self.process}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def quit(self, tally):
        self.press(b"Q")
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                if status != 0:
                    tally.fail("a reader", f"ended with {status}")
                return
            time.sleep(0.05)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        tally.fail("a reader", "did not quit")

"""Where the torture happens: the programs, and folders for their catalogs, in memory where the system has that."""
import os
import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# A program that crashed or hung, as a code: timeout's own, and 128 and a signal's number but for SIGKILL.
HUNG = 124
CRASHES = {-4, -5, -6, -7, -8, -11, HUNG}


class Outcome:
    def __init__(self, code, said, talk):
        self.code, self.said, self.talk = code, said, talk

    @property
    def crashed(self):
        return self.code in CRASHES


class Place:
    def __init__(self, programs):
        self.courant = str(pathlib.Path(programs, "courant").resolve())
        self.hand = str(pathlib.Path(programs, "catalog-hand").resolve())
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="courant-torture-", dir=memory))
        self.disturb = str(self.folder / "disturb.so")
        compiler = next(filter(shutil.which, ("cc", "gcc", "clang")))
        subprocess.run(
            [compiler, "-O1", "-shared", "-fPIC", "-o", self.disturb, str(HERE / "disturb.c"), "-ldl", "-lpthread"],
            check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def home(self, name):
        return Home(self, self.folder / name)


class Home:
    """A user's folder with a catalog in it."""

    def __init__(self, place, folder):
        self.place, self.folder = place, folder
        self.data = folder / "courant"
        self.catalog = self.data / "catalog.db"
        self.lookup = self.data / "lookup.db"
        folder.mkdir(parents=True, exist_ok=True)

    def clear(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def become(self, other):
        """Takes over what another home has, with its times."""
        self.clear()
        if other.data.exists():
            shutil.copytree(other.data, self.data)

    def words(self, command, disturb):
        """How a command is started: its words, and its environment."""
        program = [self.place.courant, *command]
        if command[:1] == ["hand"] or command[:1] == ("hand",):
            program = [self.place.hand, command[1], str(self.catalog), *command[2:]]
        environment = {
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder),
        }
        if disturb:
            environment["LD_PRELOAD"] = self.place.disturb
            environment["DISTURB_FOLDER"] = str(self.folder)
            environment |= {f"DISTURB_{name.upper()}": str(value) for name, value in disturb.items()}
        return program, environment

    def start(self, command, **disturb):
        """Starts `courant` with the words of a command, or, after the word `hand`, the tools' own program."""
        program, environment = self.words(command, disturb)
        return subprocess.Popen(
            program, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run_costing(self, *command):
        """The same as `run`, undisturbed, with the seconds of the processor that it took."""
        process = self.start(command)
        talk = process.stderr.read()
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return Outcome(process.returncode, "", talk.decode(errors="replace")), usage.ru_utime + usage.ru_stime

    def run(self, *command, **disturb):
        process = self.start(command, **disturb)
        try:
            said, talk = process.communicate(timeout=60)
            code = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            said, talk = process.communicate()
            code = HUNG
        return Outcome(code, said.decode(errors="replace"), talk.decode(errors="replace"))

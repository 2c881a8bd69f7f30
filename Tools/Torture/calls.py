"""Whether the calls that can be disturbed are all that there are: strace has to count the same ones.

A program that wrote by a way that nobody stands in would pass every other part untouched.
"""
import shutil
import subprocess

import commands
import record

# What strace calls them, by what the log does.
NAMES = {
    "pwrite64": "w", "write": "w", "ftruncate": "t", "fsync": "y", "fdatasync": "y", "unlink": "u", "rename": "r",
    "mkdir": "m",
}
# Other ways to change a file, which nothing here uses.
OTHERS = [
    "pwritev", "pwritev2", "writev", "truncate", "fallocate", "unlinkat", "renameat", "renameat2", "link", "linkat",
    "symlink", "symlinkat", "mkdirat", "copy_file_range", "sendfile", "splice", "msync", "sync_file_range",
]


def run(place, tally, short, seed):
    if not shutil.which("strace"):
        tally.count("commands looked at, strace is not installed", 0)
        return
    for command in commands.all_of_them(place):
        home, log = place.home("home"), place.folder / "log"
        home.clear()
        log.unlink(missing_ok=True)
        command.prepare(home)
        made = traced(home, command, log, tally)
        seen = logged(log)
        if seen != made:
            tally.fail(command.name, f"seen {seen}, made {made}")
        tally.count("calls in all", sum(made.values()))
        tally.count("commands")


def logged(log):
    """How many calls of each kind. Makings of files are left out: strace cannot tell them from openings."""
    counts = {}
    for entry in record.read(log):
        if entry.call in NAMES.values():
            counts[entry.call] = counts.get(entry.call, 0) + 1
    return counts


def traced(home, command, log, tally):
    trace = home.place.folder / "trace"
    program, environment = home.words(command.words, {"log": log})
    strace = ["strace", "-f", "-qq", "-y", "-o", str(trace), "-e", "trace=" + ",".join([*NAMES, *OTHERS])]
    strace += ["-E", "LD_PRELOAD=" + environment.pop("LD_PRELOAD")]
    subprocess.run(
        strace + program, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        check=True)
    counts, begun = {}, {}
    for line in trace.read_text().splitlines():
        thread, line = line.split(maxsplit=1)
        if line.endswith("<unfinished ...>"):
            begun[thread] = line.removesuffix("<unfinished ...>")
            continue
        if line.startswith("<... "):
            line = begun.pop(thread, "") + line.split("resumed>", 1)[1]
        name, _, rest = line.partition("(")
        if str(home.folder) not in rest or " = -1 " in rest:
            continue
        if name in OTHERS:
            tally.fail(command.name, f"{name} is a call that is not looked at")
        elif name in NAMES:
            counts[NAMES[name]] = counts.get(NAMES[name], 0) + 1
    return counts

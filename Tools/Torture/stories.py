"""Stories to put in, a file each."""
import os

DAY = 86_400
FIRST = 1_770_000_000


def write(folder, numbers, more="", newer=0, length=1):
    """Writes a story for each number; with other `more` and `newer` days it is another version of the same story."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        path = folder / f"{number}.txt"
        body = " ".join(f"Rain number {place} fell on quay {number}." for place in range(8 * length))
        path.write_text(
            f"Story {number} has a headline\n\n- It rains on quay {number}. - Nobody minds.\n\n"
            f"Rain came at noon{more}. (wire{number % 7}.example.org) "
            f"### Who asked for rain {number}? Nobody did, and it came. {body} (a.example)\n")
        date = FIRST + number * 5000 + newer * DAY
        os.utime(path, (date, date))
    return str(folder)

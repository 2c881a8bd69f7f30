// Stands between a program and the system (LD_PRELOAD), and disturbs one of the calls that touch files beneath a folder, or
// writes all of them down. Linux only.
//
//   DISTURB_FOLDER   the folder; everything else goes through untouched
//   DISTURB_AT       the number of the call to disturb, from 1; none unless given
//   DISTURB_CALLS    "writes" (what changes a file or makes it last; unless given) or "reads"
//   DISTURB_WITH     kill: SIGKILL before the call; half: SIGKILL after half of it; else the number of an error
//   DISTURB_LASTS    set: all calls from that one on that need room or a sound disk fail, as on a disk that is full
//   DISTURB_HIT      a file that is made when that many calls come, and holds something if one was disturbed: not every call
//                    can fail in every way
//   DISTURB_LOG      a file that gets every call that changes something, with its bytes, in the order in which they happen
//
// Two programs may write one log: each holds a lock on it from before a call until it is written down.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 1024

static char folder[PATH_MAX];
static size_t folder_length;
static long disturbed_at;
static int error_number, is_half, lasts, reads_count, log_file = -1;
static const char *hit;
static atomic_long calls;
static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
// The path of each open file beneath the folder, relative to it; null for any other.
static char *paths[MOST_FILES];

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_pread)(int, void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_read)(int, void *, size_t);
static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off64_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_mkdir)(const char *, mode_t);

static void find(void *place, const char *name) { *(void **)place = dlsym(RTLD_NEXT, name); }

static void prepare(void) {
  find(&real_pwrite, "pwrite64");
  find(&real_pread, "pread64");
  find(&real_write, "write");
  find(&real_read, "read");
  find(&real_open, "open64");
  find(&real_openat, "openat64");
  find(&real_close, "close");
  find(&real_fsync, "fsync");
  find(&real_fdatasync, "fdatasync");
  find(&real_ftruncate, "ftruncate64");
  find(&real_unlink, "unlink");
  find(&real_rename, "rename");
  find(&real_mkdir, "mkdir");
  const char *given = getenv("DISTURB_FOLDER");
  if (given && realpath(given, folder)) folder_length = strlen(folder);
  const char *at = getenv("DISTURB_AT"), *with = getenv("DISTURB_WITH"), *kind = getenv("DISTURB_CALLS");
  if (at) disturbed_at = atol(at);
  if (with) error_number = atoi(with), is_half = !strcmp(with, "half");
  reads_count = kind && !strcmp(kind, "reads");
  lasts = getenv("DISTURB_LASTS") != NULL;
  hit = getenv("DISTURB_HIT");
  const char *log = getenv("DISTURB_LOG");
  if (log) log_file = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void begin(void) { pthread_once(&once, prepare); }

// What a path is called beneath the folder; null if it is not there. Programs name it by whole paths.
static const char *beneath(const char *path) {
  if (!folder_length || strncmp(path, folder, folder_length)) return NULL;
  path += folder_length;
  if (*path && *path != '/') return NULL;
  while (*path == '/') path++;
  return path;
}

static const char *path_of(int file) { return file >= 0 && file < MOST_FILES ? paths[file] : NULL; }

static void note(int file, const char *path) {
  if (file < 0 || file >= MOST_FILES) return;
  free(paths[file]);
  paths[file] = path ? strdup(path) : NULL;
}

static void leave_a_sign(int is_disturbed) {
  if (!hit) return;
  int file = real_open(hit, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (is_disturbed && real_write(file, "!", 1) != 1) abort();
  real_close(file);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Counts a call. What it answers: 0 to go on, -1 for an error, 1 to do half of it and be killed.
static int count(int is_read, int can_fail) {
  if (!disturbed_at || is_read != reads_count) return 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (number < disturbed_at || (number > disturbed_at && !lasts)) return 0;
  int is_disturbed = !error_number || can_fail;
  leave_a_sign(is_disturbed);
  if (!is_disturbed) return 0;
  if (is_half) return 1;
  if (!error_number) die();
  errno = error_number;
  return -1;
}

struct record {
  char call;
  uint8_t unused;
  uint16_t path, other;
  uint32_t bytes;
  int64_t place;
} __attribute__((packed));

static void write_down(char call, const char *path, const char *other, int64_t place, const void *bytes, size_t length) {
  if (log_file < 0) return;
  struct record record = {call, 0, strlen(path), other ? strlen(other) : 0, length, place};
  size_t size = sizeof record + record.path + record.other + length;
  char *line = malloc(size), *end = line;
  if (!line) abort();
  end = mempcpy(end, &record, sizeof record);
  end = mempcpy(end, path, record.path);
  if (other) end = mempcpy(end, other, record.other);
  if (length) memcpy(end, bytes, length);
  if (real_write(log_file, line, size) != (ssize_t)size) abort();
  free(line);
}

static void take_turn(void) {
  if (log_file < 0) return;
  pthread_mutex_lock(&in_order);
  flock(log_file, LOCK_EX);
}

static void end_turn(void) {
  if (log_file < 0) return;
  int error = errno;
  flock(log_file, LOCK_UN);
  pthread_mutex_unlock(&in_order);
  errno = error;
}

// Whether a write can fail so. A disk that is and stays full takes what has its place already.
static int can_be_refused(int file, off64_t end) {
  struct stat64 status;
  return error_number == EIO || !lasts || fstat64(file, &status) || end > status.st_size;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t place) {
  begin();
  const char *path = path_of(file);
  if (!path) return real_pwrite(file, bytes, length, place);
  int answer = count(0, can_be_refused(file, place + (off64_t)length));
  if (answer < 0) return -1;
  if (answer > 0) real_pwrite(file, bytes, length / 2, place), die();
  take_turn();
  ssize_t done = real_pwrite(file, bytes, length, place);
  if (done > 0) write_down('w', path, NULL, place, bytes, done);
  end_turn();
  return done;
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t place) { return pwrite64(file, bytes, length, place); }

ssize_t write(int file, const void *bytes, size_t length) {
  begin();
  const char *path = path_of(file);
  if (!path) {
    // What is said to the user is a promise: what it speaks of has to last.
    if (file != 1 && file != 2) return real_write(file, bytes, length);
    take_turn();
    ssize_t said = real_write(file, bytes, length);
    if (said > 0) write_down('s', "", NULL, file, bytes, said);
    end_turn();
    return said;
  }
  int answer = count(0, 1);
  if (answer < 0) return -1;
  if (answer > 0) real_write(file, bytes, length / 2), die();
  take_turn();
  off64_t place = lseek64(file, 0, SEEK_CUR);
  ssize_t done = real_write(file, bytes, length);
  if (done > 0) write_down('w', path, NULL, place, bytes, done);
  end_turn();
  return done;
}

ssize_t pread64(int file, void *bytes, size_t length, off64_t place) {
  begin();
  if (path_of(file) && count(1, 1)) return -1;
  return real_pread(file, bytes, length, place);
}
ssize_t pread(int file, void *bytes, size_t length, off_t place) { return pread64(file, bytes, length, place); }

ssize_t read(int file, void *bytes, size_t length) {
  begin();
  if (path_of(file) && count(1, 1)) return -1;
  return real_read(file, bytes, length);
}

static int opened(int folder_file, const char *path, int flags, mode_t mode) {
  begin();
  const char *name = beneath(path);
  if (!name) {
    int file = real_openat(folder_file, path, flags, mode);
    note(file, NULL);
    return file;
  }
  int makes = (flags & O_CREAT) && access(path, F_OK) != 0, empties = (flags & O_TRUNC) && !makes;
  int answer = makes ? count(0, 1) : 0;
  if (answer < 0) return -1;
  if (answer > 0) die();
  take_turn();
  makes = makes && access(path, F_OK) != 0;
  int file = real_openat(folder_file, path, flags, mode);
  if (file >= 0 && makes) write_down('c', name, NULL, 0, NULL, 0);
  if (file >= 0 && empties) write_down('t', name, NULL, 0, NULL, 0);
  note(file, file >= 0 ? name : NULL);
  end_turn();
  return file;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(AT_FDCWD, path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(AT_FDCWD, path, flags, mode);
}
int openat(int folder_file, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(folder_file, path, flags, mode);
}

int close(int file) {
  begin();
  note(file, NULL);
  return real_close(file);
}

static int synced(int file, int (*real)(int)) {
  const char *path = path_of(file);
  if (!path) return real(file);
  int answer = count(0, error_number != ENOSPC && error_number != EDQUOT && error_number != EFBIG);
  if (answer < 0) return -1;
  if (answer > 0) die();
  take_turn();
  int code = real(file);
  if (code == 0) write_down('y', path, NULL, 0, NULL, 0);
  end_turn();
  return code;
}
int fsync(int file) { return begin(), synced(file, real_fsync); }
int fdatasync(int file) { return begin(), synced(file, real_fdatasync); }

int ftruncate64(int file, off64_t size) {
  begin();
  const char *path = path_of(file);
  if (!path) return real_ftruncate(file, size);
  int answer = count(0, error_number == EIO);
  if (answer < 0) return -1;
  if (answer > 0) die();
  take_turn();
  int code = real_ftruncate(file, size);
  if (code == 0) write_down('t', path, NULL, size, NULL, 0);
  end_turn();
  return code;
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int unlink(const char *path) {
  begin();
  const char *name = beneath(path);
  if (!name) return real_unlink(path);
  int answer = count(0, error_number == EIO);
  if (answer < 0) return -1;
  if (answer > 0) die();
  take_turn();
  int code = real_unlink(path);
  if (code == 0) write_down('u', name, NULL, 0, NULL, 0);
  end_turn();
  return code;
}

int rename(const char *path, const char *other) {
  begin();
  const char *name = beneath(path), *becomes = beneath(other);
  if (!name || !becomes) return real_rename(path, other);
  int answer = count(0, 1);
  if (answer < 0) return -1;
  if (answer > 0) die();
  take_turn();
  int code = real_rename(path, other);
  if (code == 0) write_down('r', name, becomes, 0, NULL, 0);
  end_turn();
  return code;
}

int mkdir(const char *path, mode_t mode) {
  begin();
  const char *name = beneath(path);
  if (!name) return real_mkdir(path, mode);
  int answer = count(0, 1);
  if (answer < 0) return -1;
  if (answer > 0) die();
  take_turn();
  int code = real_mkdir(path, mode);
  if (code == 0) write_down('m', name, NULL, 0, NULL, 0);
  end_turn();
  return code;
}

// Stands between a program and the system (LD_PRELOAD), and keeps things from it that it may count on. Linux only.
//
//   STARVE_THREADS   how many threads there are to be had
//   STARVE_PROC      set: nothing beneath /proc can be opened, as in a chroot without it
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static atomic_int threads;

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *), void *data) {
  int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *) = dlsym(RTLD_NEXT, "pthread_create");
  const char *most = getenv("STARVE_THREADS");
  if (most && atomic_fetch_add(&threads, 1) >= atoi(most)) return EAGAIN;
  return real(thread, attributes, work, data);
}

static int is_kept(const char *path) { return getenv("STARVE_PROC") && !strncmp(path, "/proc/", 6); }

#define OPEN(name)                                                  \
  int name(const char *path, int flags, ...) {                      \
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);  \
    va_list rest;                                                   \
    va_start(rest, flags);                                          \
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0; \
    va_end(rest);                                                   \
    if (is_kept(path)) return errno = ENOENT, -1;                   \
    return real(path, flags, mode);                                 \
  }

OPEN(open)
OPEN(open64)

#define FOPEN(name)                                                     \
  FILE *name(const char *path, const char *mode) {                      \
    FILE *(*real)(const char *, const char *) = dlsym(RTLD_NEXT, #name); \
    if (is_kept(path)) return errno = ENOENT, NULL;                     \
    return real(path, mode);                                            \
  }

FOPEN(fopen)
FOPEN(fopen64)

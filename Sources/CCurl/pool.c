#include "library.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

/* A multi handle of libcurl, the sockets that it wants to be woken for, and when it wants to be woken without one. */
struct courant_pool {
  void *handle;
  struct pollfd *watched;
  int count;
  int room;
  /* In milliseconds of the monotonic clock; -1 for never. */
  long long due;
};

enum { SOCKET_FUNCTION = 20001, SOCKET_DATA = 10002, TIMER_FUNCTION = 20004, TIMER_DATA = 10005, MAX_CONNECTS = 6 };
/* What libcurl waits for at a socket, and what it is told of it. */
enum { WANTS_INPUT = 1, WANTS_OUTPUT = 2, WANTS_NOTHING = 4, SELECT_IN = 1, SELECT_OUT = 2, SELECT_ERROR = 4, TIMEOUT = -1 };
enum { KEPT_CONNECTIONS = 24, MESSAGE_DONE = 1 };

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int place(courant_pool *pool, int socket) {
  int index = 0;
  while (index < pool->count && pool->watched[index].fd != socket) index++;
  return index;
}

static int watch(void *easy, int socket, int what, void *data, void *of_socket) {
  courant_pool *pool = data;
  (void)easy, (void)of_socket;
  int index = place(pool, socket);
  if (what == WANTS_NOTHING) {
    if (index < pool->count) pool->watched[index] = pool->watched[--pool->count];
    return 0;
  }
  if (index == pool->room) {
    struct pollfd *larger = realloc(pool->watched, (size_t)(pool->room + 64) * sizeof *larger);
    if (!larger) return -1;
    pool->watched = larger;
    pool->room += 64;
  }
  if (index == pool->count) pool->count++;
  short events = (short)((what & WANTS_INPUT ? POLLIN : 0) | (what & WANTS_OUTPUT ? POLLOUT : 0));
  pool->watched[index] = (struct pollfd){.fd = socket, .events = events};
  return 0;
}

static int set_timer(void *multi, long milliseconds, void *data) {
  courant_pool *pool = data;
  (void)multi;
  pool->due = milliseconds < 0 ? -1 : now() + milliseconds;
  return 0;
}

courant_pool *courant_pool_make(void) {
  courant_pool *pool = calloc(1, sizeof *pool);
  if (!pool) return 0;
  pool->due = -1;
  void *handle = pool->handle = courant_library.multi_init();
  if (handle && courant_library.multi_setopt(handle, SOCKET_FUNCTION, watch) == 0
    && courant_library.multi_setopt(handle, SOCKET_DATA, (void *)pool) == 0
    && courant_library.multi_setopt(handle, TIMER_FUNCTION, set_timer) == 0
    && courant_library.multi_setopt(handle, TIMER_DATA, (void *)pool) == 0
    && courant_library.multi_setopt(handle, MAX_CONNECTS, (long)KEPT_CONNECTIONS) == 0)
    return pool;
  courant_pool_end(pool);
  return 0;
}

void courant_pool_end(courant_pool *pool) {
  if (pool->handle) courant_library.multi_cleanup(pool->handle);
  free(pool->watched);
  free(pool);
}

int courant_pool_add(courant_pool *pool, courant_easy *easy) {
  return courant_library.multi_add_handle(pool->handle, courant_easy_handle(easy));
}

void courant_pool_remove(courant_pool *pool, courant_easy *easy) {
  courant_library.multi_remove_handle(pool->handle, courant_easy_handle(easy));
}

courant_easy *courant_pool_ended(courant_pool *pool, int *result) {
  int left;
  struct courant_message *message;
  while ((message = courant_library.multi_info_read(pool->handle, &left)))
    if (message->kind == MESSAGE_DONE) {
      *result = message->data.result;
      return courant_easy_of(message->easy);
    }
  return 0;
}

static long long earlier(long long one, long long other) {
  return one < 0 ? other : other < 0 || one < other ? one : other;
}

/* Tells libcurl of the sockets that something has come of, and of the time. */
static void act(courant_pool *pool, const struct pollfd *ready, int count) {
  int running;
  for (int index = 0; index < count; index++) {
    short came = ready[index].revents;
    if (!came) continue;
    int events = (came & POLLIN ? SELECT_IN : 0) | (came & POLLOUT ? SELECT_OUT : 0)
      | (came & (POLLERR | POLLHUP | POLLNVAL) ? SELECT_ERROR : 0);
    courant_library.multi_socket_action(pool->handle, ready[index].fd, events, &running);
  }
  if (pool->due < 0 || pool->due > now()) return;
  pool->due = -1;
  courant_library.multi_socket_action(pool->handle, TIMEOUT, 0, &running);
}

/* How long poll may wait, in milliseconds: an hour at most, -1 for ever. */
static int wait_until(long long end) {
  if (end < 0) return -1;
  long long wait = end - now();
  return wait < 0 ? 0 : wait > 3600000 ? 3600000 : (int)wait;
}

void courant_pools_run(courant_pool *one, courant_pool *other, int waker, long long milliseconds) {
  /* Its own copy: libcurl changes what is watched while it is told what came. */
  struct pollfd few[64], *all = few;
  int first = one->count, second = other->count;
  if (first + second + 1 > 64) all = malloc((size_t)(first + second + 1) * sizeof *all);
  if (!all) {
    /* No memory for all of them: only the waker is watched, and soon they are tried again. */
    all = few;
    first = second = 0;
    milliseconds = milliseconds < 0 || milliseconds > 10 ? 10 : milliseconds;
  }
  all[0] = (struct pollfd){.fd = waker, .events = POLLIN};
  for (int index = 0; index < first; index++) all[1 + index] = one->watched[index];
  for (int index = 0; index < second; index++) all[1 + first + index] = other->watched[index];
  long long end = milliseconds < 0 ? -1 : now() + milliseconds;
  end = earlier(end, earlier(one->due, other->due));
  int came = poll(all, (nfds_t)(1 + first + second), wait_until(end));
  act(one, all + 1, came > 0 ? first : 0);
  act(other, all + 1 + first, came > 0 ? second : 0);
  if (all != few) free(all);
}

void courant_ignore_broken_pipes(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &set, 0);
}

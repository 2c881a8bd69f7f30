#include "library.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct courant_easy {
  void *handle;
  void *headers;
  void *hosts;
  courant_admit admit;
  void *admit_data;
  void *data;
};

/* As libcurl hands over the address of a socket that it wants: curl_sockaddr. */
struct wanted {
  int family;
  int type;
  int protocol;
  unsigned int length;
  struct sockaddr address;
};

enum {
  WRITE_DATA = 10001, HTTP_HEADER = 10023, HEADER_DATA = 10029, OPEN_SOCKET_DATA = 10164, RESOLVE = 10203,
  WRITE_FUNCTION = 20011, HEADER_FUNCTION = 20079, OPEN_SOCKET_FUNCTION = 20163,
  PRIVATE = 0x100000 + 21,
};

courant_easy *courant_easy_make(void) {
  courant_easy *easy = calloc(1, sizeof *easy);
  if (!easy) return 0;
  easy->handle = courant_library.easy_init();
  if (easy->handle && courant_library.easy_setopt(easy->handle, COURANT_PRIVATE, (void *)easy) == 0) return easy;
  courant_easy_end(easy);
  return 0;
}

void courant_easy_end(courant_easy *easy) {
  if (easy->handle) courant_library.easy_cleanup(easy->handle);
  if (easy->headers) courant_library.slist_free_all(easy->headers);
  if (easy->hosts) courant_library.slist_free_all(easy->hosts);
  free(easy);
}

void *courant_easy_handle(courant_easy *easy) { return easy->handle; }

courant_easy *courant_easy_of(void *handle) {
  char *easy = 0;
  courant_library.easy_getinfo(handle, PRIVATE, &easy);
  return (courant_easy *)(void *)easy;
}

int courant_easy_set_number(courant_easy *easy, int option, long value) {
  return courant_library.easy_setopt(easy->handle, option, value);
}

int courant_easy_set_text(courant_easy *easy, int option, const char *value) {
  return courant_library.easy_setopt(easy->handle, option, value);
}

int courant_easy_set_pointer(courant_easy *easy, int option, void *value) {
  if (option == COURANT_PRIVATE) {
    easy->data = value;
    return 0;
  }
  return courant_library.easy_setopt(easy->handle, option, value);
}

void *courant_easy_data(courant_easy *easy) { return easy->data; }

/* Sets an option to a list with one more text. */
static int add(courant_easy *easy, int option, void **list, const char *text) {
  void *longer = courant_library.slist_append(*list, text);
  if (!longer) return COURANT_NO_MEMORY;
  *list = longer;
  return courant_library.easy_setopt(easy->handle, option, longer);
}

int courant_easy_add_header(courant_easy *easy, const char *line) {
  return add(easy, HTTP_HEADER, &easy->headers, line);
}

int courant_easy_add_host(courant_easy *easy, const char *entry) {
  return add(easy, RESOLVE, &easy->hosts, entry);
}

/* A socket to an address that is admitted, else none; CURL_SOCKET_BAD is -1. */
static int open_socket(void *data, int purpose, struct wanted *wanted) {
  courant_easy *easy = data;
  (void)purpose;
  if (!easy->admit(&wanted->address, easy->admit_data)) {
    errno = EACCES;
    return -1;
  }
  int made = socket(wanted->family, wanted->type, wanted->protocol);
  if (made >= 0) fcntl(made, F_SETFD, FD_CLOEXEC);
  return made;
}

int courant_easy_serve(
  courant_easy *easy, courant_take head, courant_take body, courant_admit admit, void *data) {
  easy->admit = admit;
  easy->admit_data = data;
  void *handle = easy->handle;
  int flaw = courant_library.easy_setopt(handle, HEADER_FUNCTION, head);
  if (!flaw) flaw = courant_library.easy_setopt(handle, HEADER_DATA, data);
  if (!flaw) flaw = courant_library.easy_setopt(handle, WRITE_FUNCTION, body);
  if (!flaw) flaw = courant_library.easy_setopt(handle, WRITE_DATA, data);
  if (!flaw) flaw = courant_library.easy_setopt(handle, OPEN_SOCKET_FUNCTION, open_socket);
  if (!flaw) flaw = courant_library.easy_setopt(handle, OPEN_SOCKET_DATA, (void *)easy);
  return flaw;
}

long courant_easy_number(courant_easy *easy, int info) {
  long value = -1;
  return courant_library.easy_getinfo(easy->handle, info, &value) == 0 ? value : -1;
}

long long courant_easy_count(courant_easy *easy, int info) {
  long long value = -1;
  return courant_library.easy_getinfo(easy->handle, info, &value) == 0 ? value : -1;
}

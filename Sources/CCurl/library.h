#ifndef COURANT_CCURL_LIBRARY_H
#define COURANT_CCURL_LIBRARY_H

#include "CCurl.h"

/* What curl_multi_info_read gives. */
struct courant_message {
  int kind;
  void *easy;
  union {
    void *whatever;
    int result;
  } data;
};

/* The functions of libcurl that are used, once it is loaded. */
struct courant_library {
  int (*global_init)(long flags);
  char *(*version)(void);
  void *(*easy_init)(void);
  void (*easy_cleanup)(void *easy);
  int (*easy_setopt)(void *easy, int option, ...);
  int (*easy_getinfo)(void *easy, int info, ...);
  void *(*slist_append)(void *list, const char *text);
  void (*slist_free_all)(void *list);
  void *(*multi_init)(void);
  int (*multi_cleanup)(void *multi);
  int (*multi_setopt)(void *multi, int option, ...);
  int (*multi_add_handle)(void *multi, void *easy);
  int (*multi_remove_handle)(void *multi, void *easy);
  struct courant_message *(*multi_info_read)(void *multi, int *left);
  int (*multi_socket_action)(void *multi, int socket, int events, int *running);
};

extern struct courant_library courant_library;

/* The handle of libcurl that a transfer is. */
void *courant_easy_handle(courant_easy *easy);
/* The transfer whose handle this is. */
courant_easy *courant_easy_of(void *handle);

#endif

#include "library.h"

#include <dlfcn.h>
#include <pthread.h>

struct courant_library courant_library;

static int is_there;

static const char *const names[] = {
#ifdef __APPLE__
  "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib",
#else
  "libcurl.so.4", "libcurl-gnutls.so.4",
#endif
};

/* dlsym gives a pointer to data. */
static int find(void *library, const char *name, void *function) {
  void *found = dlsym(library, name);
  *(void **)function = found;
  return found != 0;
}

static int resolve(void *library) {
  struct courant_library *all = &courant_library;
  return find(library, "curl_global_init", &all->global_init) && find(library, "curl_version", &all->version)
    && find(library, "curl_easy_init", &all->easy_init) && find(library, "curl_easy_cleanup", &all->easy_cleanup)
    && find(library, "curl_easy_setopt", &all->easy_setopt) && find(library, "curl_easy_getinfo", &all->easy_getinfo)
    && find(library, "curl_slist_append", &all->slist_append)
    && find(library, "curl_slist_free_all", &all->slist_free_all)
    && find(library, "curl_multi_init", &all->multi_init) && find(library, "curl_multi_cleanup", &all->multi_cleanup)
    && find(library, "curl_multi_setopt", &all->multi_setopt)
    && find(library, "curl_multi_add_handle", &all->multi_add_handle)
    && find(library, "curl_multi_remove_handle", &all->multi_remove_handle)
    && find(library, "curl_multi_info_read", &all->multi_info_read)
    && find(library, "curl_multi_socket_action", &all->multi_socket_action);
}

static void load(void) {
  for (size_t index = 0; index < sizeof names / sizeof *names && !is_there; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    /* CURL_GLOBAL_DEFAULT. It stays until the process ends. */
    is_there = library && resolve(library) && courant_library.global_init(3) == 0;
    if (library && !is_there) dlclose(library);
  }
}

int courant_curl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_there;
}

const char *courant_curl_version(void) { return courant_library.version(); }

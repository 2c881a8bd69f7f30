#ifndef COURANT_CCURL_H
#define COURANT_CCURL_H

#include <stddef.h>
#include <sys/socket.h>

/* libcurl, looked for when it is first needed, so that nothing of it is needed to build or to start. What is asked of it is
   said here once more: its interface has kept these names and numbers for many years (curl.h, multi.h). */

/* A transfer, and the transfers that go on at once and share their connections. Each is used by one thread at a time. */
typedef struct courant_easy courant_easy;
typedef struct courant_pool courant_pool;

/* Whether there is a libcurl that can do what is needed; looks for it at the first call, from any thread. Nothing else here
   may be called without. */
int courant_curl_load(void);
/* What the library says of itself, such as "libcurl/7.88.1 OpenSSL/3.0.19"; lives as long as the process. */
const char *_Nonnull courant_curl_version(void);

/* What is set on a transfer. */
enum {
  COURANT_URL = 10002,
  COURANT_PROXY = 10004,
  COURANT_ERROR_BUFFER = 10010,
  COURANT_USER_AGENT = 10018,
  COURANT_CA_FILE = 10065,
  COURANT_CA_FOLDER = 10097,
  COURANT_ACCEPT_ENCODING = 10102,
  COURANT_COPIED_FORM = 10165,
  COURANT_PRIVATE = 10103,
  COURANT_NO_PROXY = 10177,
  COURANT_TLS_VERSION = 32,
  COURANT_NO_PROGRESS = 43,
  COURANT_NETRC = 51,
  COURANT_FOLLOW = 52,
  COURANT_VERIFY_PEER = 64,
  COURANT_VERIFY_HOST = 81,
  COURANT_NO_SIGNAL = 99,
  COURANT_CONNECT_MILLISECONDS = 156,
  COURANT_PROTOCOLS = 181,
  COURANT_SUPPRESS_CONNECT_HEADERS = 265,
  COURANT_HTTP09_ALLOWED = 285,
  COURANT_QUICK_EXIT = 322,
};

/* HTTP and HTTPS, as COURANT_PROTOCOLS has them; and TLS 1.2, as COURANT_TLS_VERSION has it. */
enum { COURANT_WEB = 1 | 2, COURANT_TLS_1_2 = 6 };
/* How long the text may be that COURANT_ERROR_BUFFER is given room for. */
enum { COURANT_ERROR_SIZE = 256 };

/* What became of a transfer: those results that are told apart. */
enum {
  COURANT_OK = 0,
  COURANT_UNSUPPORTED_PROTOCOL = 1,
  COURANT_NO_SUCH_PROXY = 5,
  COURANT_NO_SUCH_HOST = 6,
  COURANT_NO_CONNECTION = 7,
  COURANT_WEIRD_REPLY = 8,
  COURANT_HTTP2 = 16,
  COURANT_PARTIAL = 18,
  COURANT_WRITE_ERROR = 23,
  COURANT_NO_MEMORY = 27,
  COURANT_TIMED_OUT = 28,
  COURANT_TLS_FAILED = 35,
  COURANT_GOT_NOTHING = 52,
  COURANT_TLS_ENGINE = 53,
  COURANT_SEND_ERROR = 55,
  COURANT_RECEIVE_ERROR = 56,
  COURANT_TLS_OWN_CERTIFICATE = 58,
  COURANT_TLS_CIPHER = 59,
  COURANT_TLS_PEER = 60,
  COURANT_BAD_ENCODING = 61,
  COURANT_TLS_CA_FILE = 77,
  COURANT_TLS_ISSUER = 83,
  COURANT_HTTP2_STREAM = 92,
  COURANT_PROXY_FAILED = 97,
  COURANT_TOO_LARGE = 100,
};

/* What libcurl knows of a transfer: as a long, and as a large number. */
enum {
  COURANT_OS_ERROR = 0x200000 + 25,
  COURANT_VERIFY_RESULT = 0x200000 + 13,
  COURANT_RECEIVED_BYTES = 0x600000 + 8,
  COURANT_EXPECTED_BYTES = 0x600000 + 15,
  COURANT_BEGAN_MICROSECONDS = 0x600000 + 53,
};

/* Takes a piece of the body, or a line of the head; what is not all taken ends the transfer. */
typedef size_t (*courant_take)(char *_Nullable bytes, size_t size, size_t count, void *_Nullable data);
/* Whether a socket may be connected to this address. */
typedef int (*courant_admit)(const struct sockaddr *_Nonnull address, void *_Nullable data);

courant_easy *_Nullable courant_easy_make(void);
void courant_easy_end(courant_easy *_Nonnull easy);
/* These give 0, or what libcurl has against it. */
int courant_easy_set_number(courant_easy *_Nonnull easy, int option, long value);
/* The text is copied. */
int courant_easy_set_text(courant_easy *_Nonnull easy, int option, const char *_Nullable value);
/* The pointer is kept. */
int courant_easy_set_pointer(courant_easy *_Nonnull easy, int option, void *_Nullable value);
/* One more line of the request's head, which is copied. */
int courant_easy_add_header(courant_easy *_Nonnull easy, const char *_Nonnull line);
/* Where a host is that is looked up nowhere: "host:port:address"; copied. */
int courant_easy_add_host(courant_easy *_Nonnull easy, const char *_Nonnull entry);
/* Who takes what arrives, and says where connections may go; no child of this process gets their sockets. */
int courant_easy_serve(
  courant_easy *_Nonnull easy, courant_take _Nonnull head, courant_take _Nonnull body, courant_admit _Nonnull admit,
  void *_Nonnull data);
/* -1 where libcurl does not know. */
long courant_easy_number(courant_easy *_Nonnull easy, int info);
long long courant_easy_count(courant_easy *_Nonnull easy, int info);
/* What COURANT_PRIVATE was set to. */
void *_Nullable courant_easy_data(courant_easy *_Nonnull easy);

courant_pool *_Nullable courant_pool_make(void);
/* Closes all connections. No transfer may be in it. */
void courant_pool_end(courant_pool *_Nonnull pool);
int courant_pool_add(courant_pool *_Nonnull pool, courant_easy *_Nonnull easy);
void courant_pool_remove(courant_pool *_Nonnull pool, courant_easy *_Nonnull easy);
/* The next transfer that has ended, and what became of it; none where none has. */
courant_easy *_Nullable courant_pool_ended(courant_pool *_Nonnull pool, int *_Nonnull result);

/* Sleeps until a transfer of two pools can go on, something can be read from `waker`, or so many milliseconds are over (-1: for
   ever); then lets the transfers go on. */
void courant_pools_run(
  courant_pool *_Nonnull one, courant_pool *_Nonnull other, int waker, long long milliseconds);
/* Keeps a connection that the other side has closed from ending the process: for the calling thread, from now on. */
void courant_ignore_broken_pipes(void);

#endif

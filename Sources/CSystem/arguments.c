#include "CSystem.h"

/* Says which C library it is. */
#include <limits.h>

static int count;
static char **arguments;

/* What runs before main is given what main is. musl does not do so. */
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int given_count, char **given) {
  count = given_count;
  arguments = given;
}
#endif

int courant_argument_count(void) { return count; }

const char *courant_argument(int index) { return index >= 0 && index < count ? arguments[index] : 0; }

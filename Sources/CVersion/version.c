#include "CVersion.h"

#ifndef COURANT_COMMIT
#define COURANT_COMMIT ""
#endif

const char *courant_commit(void) { return COURANT_COMMIT; }

#include "CQueue.h"

/* Swift has no name for the first one, and the second takes more kinds of things than its header can say. */
extern void *dispatch_get_current_queue(void);
extern void dispatch_retain(void *object);

void courant_keep_queue(void) { dispatch_retain(dispatch_get_current_queue()); }

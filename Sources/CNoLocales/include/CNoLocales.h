#ifndef COURANT_CNOLOCALES_H
#define COURANT_CNOLOCALES_H

/* Nothing to call: what is here is linked in the place of ICU's data. */

#endif

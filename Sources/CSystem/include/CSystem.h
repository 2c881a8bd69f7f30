#ifndef COURANT_CSYSTEM_H
#define COURANT_CSYSTEM_H

/* What the system gives a C program plainly, and Swift only by ways that can fail. */

/* The program's own arguments, its name first, as they were handed over; Swift reads a file of /proc for them on Linux. None
   where the C library does not tell. They live as long as the process. */
int courant_argument_count(void);
const char *_Nullable courant_argument(int index);

#endif

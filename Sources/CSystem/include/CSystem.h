#ifndef COURANT_CSYSTEM_H
#define COURANT_CSYSTEM_H

/* What the system gives a C program plainly, and Swift only by ways that can fail. */

/* The program's own arguments, its name first, as they were handed over; Swift reads a file of /proc for them on Linux. None
   where the C library does not tell. They live as long as the process. */
int courant_argument_count(void);
const char *_Nullable courant_argument(int index);

/* Starts a thread that nobody waits for; the system's error where there is none to be had, else 0. Foundation's own says
   nothing then. */
int courant_start_thread(void *_Nullable (*_Nonnull work)(void *_Nullable), void *_Nullable data);

/* Keeps the dispatch queue that this runs on for as long as the process lives. Letting one go starts the threads of its
   library where the queue has values of its own: those wake every second from then on, are waited for without end where the
   system has none to give, and end the process where it can open no more files. */
void courant_keep_queue(void);

#endif

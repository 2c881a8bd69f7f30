#ifndef COURANT_CSYSTEM_H
#define COURANT_CSYSTEM_H

#include <spawn.h>

/* What the system gives a C program plainly, and Swift only by ways that can fail. */

/* The program's own arguments, its name first, as they were handed over; Swift reads a file of /proc for them on Linux. None
   where the C library does not tell. They live as long as the process. */
int courant_argument_count(void);
const char *_Nullable courant_argument(int index);

/* Starts a thread that nobody waits for; the system's error where there is none to be had, else 0. Foundation's own says
   nothing then. */
int courant_start_thread(void *_Nullable (*_Nonnull work)(void *_Nullable), void *_Nullable data);

/* What the C library has, but hides from a program that does not define _GNU_SOURCE before Swift's own modules. */
#ifdef __linux__
extern int memfd_create(const char *_Nonnull name, unsigned int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *_Nonnull actions, int first);
static inline short courant_spawn_setsid(void) { return 0x80; }
#else
static inline short courant_spawn_setsid(void) { return POSIX_SPAWN_SETSID; }
#endif

#endif

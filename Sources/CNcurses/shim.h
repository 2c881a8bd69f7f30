#ifndef COURANT_CNCURSES_SHIM_H
#define COURANT_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>
#include <term.h>
#undef lines
#undef columns
#undef tab
#undef newline

/* Swift imports neither C's global variables nor macros that cast. */

static inline WINDOW *courant_screen(void) { return stdscr; }
static inline WINDOW *courant_physical_screen(void) { return curscr; }
static inline int courant_colors(void) { return COLORS; }

static inline attr_t courant_bold(void) { return A_BOLD; }
static inline attr_t courant_dim(void) { return A_DIM; }
static inline attr_t courant_underline(void) { return A_UNDERLINE; }
#ifdef A_ITALIC
static inline attr_t courant_italic(void) { return A_ITALIC; }
#else
static inline attr_t courant_italic(void) { return A_UNDERLINE; }
#endif
static inline attr_t courant_reverse(void) { return A_REVERSE; }

/* Colours beyond 32767, as direct ones are, need a later call than old libraries have. */
static inline int courant_init_pair(int pair, int foreground, int background) {
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS >= 20170401
  return init_extended_pair(pair, foreground, background);
#else
  return init_pair((short)pair, foreground > 32767 ? -1 : (short)foreground,
                   background > 32767 ? -1 : (short)background);
#endif
}

/* What erased cells look like. */
static inline void courant_set_ground(int pair) { wbkgdset(stdscr, ' ' | COLOR_PAIR(pair)); }

/* NULL where the terminal lacks the capability or its description has no such name. */
static inline const char *courant_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? (const char *)0 : value;
}

/* A capability with up to two numbers filled in; NULL where there is none. The string lives until the next call. */
static inline const char *courant_filled_capability(const char *name, int first, int second) {
  const char *value = courant_capability(name);
  return value ? tparm(value, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L) : (const char *)0;
}


/* What the C library has, but hides from a program that does not define _GNU_SOURCE before Swift's own modules. */

#include <unistd.h>
#include <wchar.h>

static inline unsigned char courant_disabled_key(void) { return _POSIX_VDISABLE; }

#ifdef __linux__
#include <sys/syscall.h>
extern int memfd_create(const char *name, unsigned int flags);
extern int wcwidth(wchar_t character);
extern long syscall(long number, ...);

/* glibc keeps two signals to itself and lets nobody say what they do, but everybody send them. It says so itself once it
   needs them; until then they would end the process. */
static inline void courant_ignore_kept_signals(void) {
#ifdef __GLIBC__
  for (int signal = 32; signal <= 33; signal++) {
    /* As the kernel has it: what to do stands first, and all of the rest is zero here. */
    unsigned long action[4] = {0};
    if (syscall(SYS_rt_sigaction, signal, (void *)0, action, 8) || action[0]) continue;
    action[0] = 1; /* SIG_IGN */
    action[1] = action[2] = action[3] = 0;
    syscall(SYS_rt_sigaction, signal, action, (void *)0, 8);
  }
#endif
}
#else
static inline void courant_ignore_kept_signals(void) {}
#endif

#endif

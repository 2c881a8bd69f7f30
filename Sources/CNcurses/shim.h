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

#endif

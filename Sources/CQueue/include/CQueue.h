#ifndef COURANT_CQUEUE_H
#define COURANT_CQUEUE_H

/* Keeps the dispatch queue that this runs on for as long as the process lives. Letting one go starts the threads of its
   library where the queue has values of its own: those wake every second from then on, are waited for without end where the
   system has none to give, and end the process where it can open no more files. */
void courant_keep_queue(void);

#endif

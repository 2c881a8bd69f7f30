#ifndef COURANT_CVERSION_H
#define COURANT_CVERSION_H

/// The commit that the program was built from; empty where the build did not say.
///
/// A module of its own, so that another commit compiles these lines alone.
const char *courant_commit(void);

#endif

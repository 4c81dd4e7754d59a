#include "CBuild.h"

/* Set by Package.swift from the environment of the build: a file written by the build would be one more thing to
   be out of date. */
#ifndef SCHARNIER_COMMIT
#define SCHARNIER_COMMIT "unknown"
#endif

const char *cbuild_commit(void) { return SCHARNIER_COMMIT; }

#ifndef CBUILD_H
#define CBUILD_H

/* The commit that this program was built from, or "unknown"; lives as long as the process. */
const char *cbuild_commit(void);

#endif

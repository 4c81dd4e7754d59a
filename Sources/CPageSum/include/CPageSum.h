#ifndef CPAGESUM_H
#define CPAGESUM_H

/* A file layer for SQLite (sqlite.org/vfs.html) that keeps a checksum at the end of every page of a database and
   looks at it whenever a page is read: damage is an error (SQLITE_IOERR_DATA) instead of other data.

   A file takes part if its pages leave CPAGESUM_BYTES unused at their end, as its header tells (sqlite.org/
   fileformat.html#resbyte); any other file is read and written as it is. */

/* The name under which connections are opened with it. */
#define CPAGESUM_NAME "scharnier-sums"

/* What it needs of each page. */
#define CPAGESUM_BYTES 8

/* Makes the layer known to SQLite, on top of the standard one; returns SQLite's result code. */
int cpagesum_register(void);

#endif

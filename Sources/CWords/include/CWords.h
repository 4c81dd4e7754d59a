#ifndef CWORDS_H
#define CWORDS_H

#include <sqlite3.h>

/* A function for SQL (sqlite.org/appfunc.html): whether a list of words holds every word that is wanted.

   holdsWords(words, wanted): both are blobs of words one behind the other, each behind an octet that says how many
   octets it has, sorted by memcmp, the shorter first where one begins with the other. In `wanted` the highest bit of
   that octet asks for a word that begins so; without it the word has to be the same. The answer is 1 or 0; what is no
   blob, or is cut off, holds nothing.

   One pass over both, whatever is wanted: nobody can make it dearer than reading the list. */

/* The longest word, in octets. */
#define CWORDS_LONGEST 63

/* The bit that asks for a word that begins so. */
#define CWORDS_BEGINS 0x80

/* Makes the function known to a connection; returns SQLite's result code. */
int cwords_register(sqlite3 *connection);

#endif

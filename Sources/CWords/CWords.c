#include "CWords.h"

#include <string.h>

struct words {
    const unsigned char *at, *end;
};

/* Whether a whole word stands where the list is. */
static int stands(const struct words *list, int length) { return list->end - list->at > length; }

/* Less than, equal to or greater than 0 as the word comes before the wanted one, is what is wanted, or comes behind. */
static int compare(const unsigned char *word, int length, const unsigned char *wanted, int wanted_length, int begins) {
    int common = length < wanted_length ? length : wanted_length;
    int order = memcmp(word, wanted, (size_t)common);
    if (order != 0) return order;
    if (length < wanted_length) return -1;
    return length == wanted_length || begins ? 0 : 1;
}

static int holds(struct words list, struct words wanted) {
    while (wanted.at < wanted.end) {
        int wanted_length = *wanted.at & ~CWORDS_BEGINS;
        if (!stands(&wanted, wanted_length)) return 0;
        for (;;) {
            if (list.at >= list.end || !stands(&list, *list.at)) return 0;
            int order = compare(list.at + 1, *list.at, wanted.at + 1, wanted_length, *wanted.at & CWORDS_BEGINS);
            if (order == 0) break;
            if (order > 0) return 0;
            list.at += *list.at + 1;
        }
        /* The word stays: another one that is wanted may begin it, too. */
        wanted.at += wanted_length + 1;
    }
    return 1;
}

static struct words list_of(sqlite3_value *value) {
    struct words list = {NULL, NULL};
    if (sqlite3_value_type(value) != SQLITE_BLOB) return list;
    /* The bytes first, then their number: sqlite.org/c3ref/value_blob.html. */
    list.at = sqlite3_value_blob(value);
    if (list.at != NULL) list.end = list.at + sqlite3_value_bytes(value);
    return list;
}

static void holds_words(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    struct words list = list_of(values[0]), wanted = list_of(values[1]);
    sqlite3_result_int(context, list.at != NULL && wanted.at != NULL && holds(list, wanted));
}

int cwords_register(sqlite3 *connection) {
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(connection, "holdsWords", 2, flags, NULL, holds_words, NULL, NULL, NULL);
}

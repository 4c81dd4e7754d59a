#pragma once
#include <errno.h>
#include <sqlite3.h>
#include <sys/prctl.h>
#include <sys/vfs.h>

/// `SQLITE_TRANSIENT` is a cast the importer cannot see; these two say it in C.
/// The 64-bit forms refuse what is too long instead of cutting the count.
static inline int scharnier_bind_text(sqlite3_stmt *s, int i, const char *t, sqlite3_uint64 n) {
    return sqlite3_bind_text64(s, i, t, n, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int scharnier_bind_blob(sqlite3_stmt *s, int i, const void *b, sqlite3_uint64 n) {
    return sqlite3_bind_blob64(s, i, b, n, SQLITE_TRANSIENT);
}

/// The same for what stays where it is until the statement is reset: SQLite makes no copy (`SQLITE_STATIC`).
static inline int scharnier_lend_text(sqlite3_stmt *s, int i, const void *t, sqlite3_uint64 n) {
    return sqlite3_bind_text64(s, i, t, n, SQLITE_STATIC, SQLITE_UTF8);
}
static inline int scharnier_lend_blob(sqlite3_stmt *s, int i, const void *b, sqlite3_uint64 n) {
    return sqlite3_bind_blob64(s, i, b, n, SQLITE_STATIC);
}

/// `sqlite3_db_config` takes variable arguments, which the importer leaves out.
/// Sets a switch (or only reads it, with `value` -1) and reports what it is now; -1 if SQLite refuses.
static inline int scharnier_db_config(sqlite3 *db, int option, int value) {
    int now = -1;
    return sqlite3_db_config(db, option, value, &now) == SQLITE_OK ? now : -1;
}

/// Switches SQLite's own memory statistics off: they cost a lock for each allocation
/// (sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus). To be called before any other use.
static inline int scharnier_configure(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Names the calling thread: `prctl` takes variable arguments too. Linux keeps 15 bytes.
static inline void scharnier_name_thread(const char *name) {
    prctl(PR_SET_NAME, name, 0, 0, 0);
}

/// The type of the file system that `path` lies on, and what an ordinary user may still write on it, in bytes:
/// statfs(2) is not in the C library's module. Returns 0, or the error.
static inline int scharnier_file_system(const char *path, sqlite3_int64 *type, sqlite3_int64 *free_bytes) {
    struct statfs status;
    int result;
    do {
        result = statfs(path, &status);
    } while (result != 0 && errno == EINTR);
    if (result != 0) return errno;
    *type = (sqlite3_int64)status.f_type & 0xffffffff;
    *free_bytes = (sqlite3_int64)status.f_bavail * (sqlite3_int64)status.f_bsize;
    return 0;
}

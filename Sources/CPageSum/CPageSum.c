#include "CPageSum.h"

#include <sqlite3.h>
#include <stdint.h>
#include <string.h>

/* An open database; the standard layer's file lies behind it in the same block. */
struct file {
    sqlite3_file base;
    int page;              /* bytes of a page, once the header was seen; 0: pages have no sums */
    unsigned char *buffer; /* one page on its way to the disk */
};

static sqlite3_vfs *standard;
static sqlite3_vfs layer;
static int layer_open(sqlite3_vfs *, const char *, sqlite3_file *, int, int *);

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((struct file *)file + 1); }

/* Two sums of words of 32 bits, in the second of which each is multiplied by how many come after it (Fletcher 1982): one
   tells what the words are, the other where they stand. They begin with the number of the page: one that was written to
   another's place is damaged too, and so is one of zeros only. Both sums are independent, for the
   compiler's vectors; words are in the order of the machine, little end first wherever Swift runs. */
static void sum(const unsigned char *page, int count, sqlite3_int64 offset, unsigned char result[CPAGESUM_BYTES]) {
    uint32_t first = (uint32_t)(offset / count) * 2654435761u + 1;
    uint32_t second = first;
    uint32_t words = (uint32_t)(count - CPAGESUM_BYTES) / 4;
    for (uint32_t i = 0; i < words; i++) {
        uint32_t word;
        memcpy(&word, page + 4 * i, sizeof word);
        first += word;
        second += word * (words - i);
    }
    memcpy(result, &first, sizeof first);
    memcpy(result + sizeof first, &second, sizeof second);
}

/* Learns from the head of the first page whether pages have sums, and how long they are. */
static int learn(struct file *file, const unsigned char *head) {
    int page = 0;
    if (memcmp(head, "SQLite format 3", 16) == 0 && head[20] == CPAGESUM_BYTES) {
        page = head[16] << 8 | head[17];
        if (page == 1) page = 65536;
    }
    if (page == file->page) return SQLITE_OK;
    sqlite3_free(file->buffer);
    file->buffer = page > 0 ? sqlite3_malloc(page) : NULL;
    file->page = file->buffer == NULL ? 0 : page;
    return page > 0 && file->buffer == NULL ? SQLITE_IOERR_NOMEM : SQLITE_OK;
}

static int is_page(const struct file *file, int count, sqlite3_int64 offset) {
    return file->page > 0 && count == file->page && offset % count == 0;
}

static int layer_read(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    struct file *file = (struct file *)base;
    int code = real(base)->pMethods->xRead(real(base), bytes, count, offset);
    if (code != SQLITE_OK) return code;
    if (offset == 0 && count >= 100) code = learn(file, bytes);
    if (code != SQLITE_OK || !is_page(file, count, offset)) return code;
    unsigned char expected[CPAGESUM_BYTES];
    sum(bytes, count, offset, expected);
    if (memcmp(expected, (unsigned char *)bytes + count - CPAGESUM_BYTES, CPAGESUM_BYTES) == 0) return SQLITE_OK;
    sqlite3_log(SQLITE_IOERR_DATA, "wrong checksum at %lld", offset);
    return SQLITE_IOERR_DATA;
}

static int layer_write(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    struct file *file = (struct file *)base;
    if (offset == 0 && count >= 100) {
        int code = learn(file, bytes);
        if (code != SQLITE_OK) return code;
    }
    if (is_page(file, count, offset)) {
        memcpy(file->buffer, bytes, (size_t)count);
        sum(file->buffer, count, offset, file->buffer + count - CPAGESUM_BYTES);
        bytes = file->buffer;
    }
    return real(base)->pMethods->xWrite(real(base), bytes, count, offset);
}

static int layer_close(sqlite3_file *base) {
    sqlite3_free(((struct file *)base)->buffer);
    return real(base)->pMethods->xClose(real(base));
}

/* What follows only passes on. */
static int layer_truncate(sqlite3_file *f, sqlite3_int64 n) { return real(f)->pMethods->xTruncate(real(f), n); }
static int layer_sync(sqlite3_file *f, int flags) { return real(f)->pMethods->xSync(real(f), flags); }
static int layer_size(sqlite3_file *f, sqlite3_int64 *n) { return real(f)->pMethods->xFileSize(real(f), n); }
static int layer_lock(sqlite3_file *f, int kind) { return real(f)->pMethods->xLock(real(f), kind); }
static int layer_unlock(sqlite3_file *f, int kind) { return real(f)->pMethods->xUnlock(real(f), kind); }
static int layer_reserved(sqlite3_file *f, int *is) { return real(f)->pMethods->xCheckReservedLock(real(f), is); }
static int layer_control(sqlite3_file *f, int op, void *arg) {
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}
static int layer_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int layer_shm_map(sqlite3_file *f, int part, int size, int extends, void volatile **at) {
    return real(f)->pMethods->xShmMap(real(f), part, size, extends, at);
}
static int layer_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
static void layer_shm_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int layer_shm_unmap(sqlite3_file *f, int deletes) { return real(f)->pMethods->xShmUnmap(real(f), deletes); }

/* A read of less than a page could not be looked at. */
static int layer_characteristics(sqlite3_file *f) {
    int all = real(f)->pMethods->xDeviceCharacteristics(real(f));
#ifdef SQLITE_IOCAP_SUBPAGE_READ
    all &= ~SQLITE_IOCAP_SUBPAGE_READ;
#endif
    return all;
}

/* Nor could a page that is mapped instead of read: none is. */
static int layer_fetch(sqlite3_file *f, sqlite3_int64 offset, int count, void **at) {
    (void)f, (void)offset, (void)count;
    *at = NULL;
    return SQLITE_OK;
}
static int layer_unfetch(sqlite3_file *f, sqlite3_int64 offset, void *at) {
    (void)f, (void)offset, (void)at;
    return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
    3, layer_close, layer_read, layer_write, layer_truncate, layer_sync, layer_size, layer_lock, layer_unlock,
    layer_reserved, layer_control, layer_sector, layer_characteristics, layer_shm_map, layer_shm_lock,
    layer_shm_barrier, layer_shm_unmap, layer_fetch, layer_unfetch,
};

/* Logs, journals and temporary files have sums of their own, or live as long as the process only. */
static int layer_open(sqlite3_vfs *unused, const char *name, sqlite3_file *base, int flags, int *told) {
    (void)unused;
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return standard->xOpen(standard, name, base, flags, told);
    memset(base, 0, sizeof(struct file));
    int code = standard->xOpen(standard, name, real(base), flags, told);
    /* Without methods SQLite does not close what could not be opened. */
    if (code == SQLITE_OK) base->pMethods = &methods;
    else if (real(base)->pMethods != NULL) real(base)->pMethods->xClose(real(base));
    return code;
}

int cpagesum_register(void) {
    standard = sqlite3_vfs_find(NULL);
    if (standard == NULL) return SQLITE_ERROR;
    layer = *standard;
    layer.pNext = NULL;
    layer.zName = CPAGESUM_NAME;
    layer.szOsFile = (int)sizeof(struct file) + standard->szOsFile;
    layer.xOpen = layer_open;
    return sqlite3_vfs_register(&layer, 0);
}

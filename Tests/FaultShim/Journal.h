/* Which descriptors are files of the process, and what was written to them. Part of FaultShim.c. */

/* Files below the root. */

static int is_tracked(int descriptor) {
    return descriptor >= 0 && descriptor < MOST_DESCRIPTORS && tracked[descriptor] > 0;
}

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static int is_below_root(const char *path) {
    if (control == NULL || root_length == 0) return 0;
    char directory[PATH_MAX], whole[PATH_MAX];
    if (strlen(path) >= sizeof directory) return 0;
    strcpy(directory, path);
    char *slash = strrchr(directory, '/');
    if (slash == NULL) strcpy(directory, ".");
    else slash[slash == directory ? 1 : 0] = 0;
    if (realpath(directory, whole) == NULL) return 0;
    return strncmp(whole, root, root_length) == 0 && (whole[root_length] == 0 || whole[root_length] == '/');
}

/* The journal: records of six numbers, then the octets that were there and those that came. */
struct record {
    int64_t kind, name, offset, size, old_length, new_length;
};
enum { NAMED = 0, WRITTEN = 1, SYNCED = 2, CUT = 3 };

static void put(const void *bytes, size_t count) {
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = syscall(SYS_write, journal, next, count);
        if (written <= 0) abort();
        next += written;
        count -= (size_t)written;
    }
}

static int number_of(const char *path) {
    for (int i = 0; i < name_count; i++) {
        if (strcmp(names[i], path) == 0) return i;
    }
    if (name_count == MOST_NAMES) abort();
    names[name_count] = strdup(path);
    if (journal >= 0) {
        struct record record = {NAMED, name_count, 0, 0, 0, (int64_t)strlen(path)};
        put(&record, sizeof record);
        put(path, strlen(path));
    }
    return name_count++;
}

static void track(int descriptor, const char *path) {
    if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS) return;
    pthread_mutex_lock(&gate);
    tracked[descriptor] = 1 + number_of(path);
    pthread_mutex_unlock(&gate);
}

/* Shared memory is made anew after a power cut, and a lock ends with its process. */
static int is_journaled(int descriptor) {
    if (journal < 0 || !is_tracked(descriptor)) return 0;
    const char *name = names[tracked[descriptor] - 1];
    return !ends_with(name, "-shm") && !ends_with(name, ".lock");
}

static void note_write(int descriptor, const void *bytes, size_t count, off_t offset) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) abort();
    int64_t there = status.st_size > offset ? status.st_size - offset : 0;
    if (there > (int64_t)count) there = (int64_t)count;
    struct record record = {WRITTEN, tracked[descriptor] - 1, offset, status.st_size, there, (int64_t)count};
    put(&record, sizeof record);
    if (there > 0) {
        char *old = mmap(NULL, (size_t)there, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (old == MAP_FAILED || syscall(SYS_pread64, descriptor, old, there, offset) < 0) {
            /* A descriptor for writing only: what it replaces is not known. */
            memset(old, 0, (size_t)there);
        }
        put(old, (size_t)there);
        munmap(old, (size_t)there);
    }
    put(bytes, count);
}

static void note_cut(int descriptor, off_t length) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) abort();
    int64_t lost = status.st_size > length ? status.st_size - length : 0;
    struct record record = {CUT, tracked[descriptor] - 1, length, status.st_size, lost, 0};
    put(&record, sizeof record);
    char part[4096];
    for (int64_t at = length; lost > 0;) {
        ssize_t count = syscall(SYS_pread64, descriptor, part, lost < 4096 ? lost : 4096, at);
        if (count <= 0) abort();
        put(part, (size_t)count);
        at += count;
        lost -= count;
    }
}

static void note_sync(int descriptor) {
    struct record record = {SYNCED, tracked[descriptor] - 1, 0, 0, 0, 0};
    put(&record, sizeof record);
}

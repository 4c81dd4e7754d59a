/* The calls on files, and the room there is for them. Part of FaultShim.c. */

/* A small disk: how many octets still fit below the root. */

static int64_t used(const char *path) {
    int64_t sum = 0;
    DIR *directory = opendir(path);
    if (directory == NULL) return 0;
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        char file[PATH_MAX * 2];
        struct stat status;
        snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
        if (lstat(file, &status) != 0) continue;
        if (S_ISDIR(status.st_mode)) sum += used(file);
        else if (!ends_with(file, ".out") && !ends_with(file, ".err")) sum += status.st_size;
    }
    closedir(directory);
    return sum;
}

static int64_t room(void) {
    int64_t left = control->capacity - used(root);
    return left < 0 ? 0 : left;
}

static int has_room(int descriptor, off_t end) {
    if (control == NULL || control->capacity <= 0 || !is_tracked(descriptor)) return 1;
    struct stat status;
    if (fstat(descriptor, &status) != 0 || end <= status.st_size) return 1;
    if (end - status.st_size <= room()) return 1;
    errno = ENOSPC;
    return 0;
}

/* The calls on files. */


static int opened(int directory, const char *path, int flags, mode_t mode) {
    int counts = directory == AT_FDCWD && is_below_root(path);
    if (counts && fails(CLASS_FILE)) return -1;
    int descriptor = (int)syscall(SYS_openat, directory, path, flags, mode);
    struct stat status;
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) tracked[descriptor] = 0;
    if (counts && descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        track(descriptor, path);
    }
    return descriptor;
}

static mode_t mode_of(int flags, va_list *arguments) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(*arguments, mode_t) : 0;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list arguments; \
        va_start(arguments, flags); \
        mode_t mode = mode_of(flags, &arguments); \
        va_end(arguments); \
        return opened(AT_FDCWD, path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int directory, const char *path, int flags, ...) { \
        va_list arguments; \
        va_start(arguments, flags); \
        mode_t mode = mode_of(flags, &arguments); \
        va_end(arguments); \
        return opened(directory, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int descriptor) {
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) tracked[descriptor] = 0;
    return (int)syscall(SYS_close, descriptor);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
    ssize_t most = (ssize_t)count;
    if (is_tracked(descriptor) && (most = allowed(CLASS_FILE, count)) < 0) return -1;
    return syscall(SYS_read, descriptor, bytes, most);
}

static ssize_t pread_at(int descriptor, void *bytes, size_t count, off_t offset) {
    ssize_t most = (ssize_t)count;
    if (is_tracked(descriptor) && (most = allowed(CLASS_FILE, count)) < 0) return -1;
    return syscall(SYS_pread64, descriptor, bytes, most, offset);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
    return pread_at(descriptor, bytes, count, offset);
}

ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset) {
    return pread_at(descriptor, bytes, count, offset);
}

static ssize_t written_at(int descriptor, const void *bytes, size_t count, off_t offset, int moves) {
    ssize_t most = allowed(CLASS_FILE, count);
    if (most < 0 || !has_room(descriptor, offset + most)) return -1;
    pthread_mutex_lock(&gate);
    if (is_journaled(descriptor)) note_write(descriptor, bytes, (size_t)most, offset);
    ssize_t written = moves ? syscall(SYS_write, descriptor, bytes, most)
                            : syscall(SYS_pwrite64, descriptor, bytes, most, offset);
    pthread_mutex_unlock(&gate);
    return written;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    if (!is_tracked(descriptor)) return syscall(SYS_write, descriptor, bytes, count);
    struct stat status;
    int appends = fcntl(descriptor, F_GETFL) & O_APPEND;
    off_t offset = appends && fstat(descriptor, &status) == 0 ? status.st_size : lseek(descriptor, 0, SEEK_CUR);
    return written_at(descriptor, bytes, count, offset, 1);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    if (!is_tracked(descriptor)) return syscall(SYS_pwrite64, descriptor, bytes, count, offset);
    return written_at(descriptor, bytes, count, offset, 0);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    return pwrite(descriptor, bytes, count, offset);
}

static int cut(int descriptor, off_t length) {
    if (is_tracked(descriptor)) {
        if (fails(CLASS_FILE) || !has_room(descriptor, length)) return -1;
        if (is_journaled(descriptor)) {
            pthread_mutex_lock(&gate);
            note_cut(descriptor, length);
            pthread_mutex_unlock(&gate);
        }
    }
    return (int)syscall(SYS_ftruncate, descriptor, length);
}

int ftruncate(int descriptor, off_t length) { return cut(descriptor, length); }
int ftruncate64(int descriptor, off64_t length) { return cut(descriptor, length); }

/* posix_fallocate returns its error instead of setting errno. */
static int reserved(int descriptor, off_t offset, off_t length) {
    if (is_tracked(descriptor) && (fails(CLASS_FILE) || !has_room(descriptor, offset + length))) return errno;
    return syscall(SYS_fallocate, descriptor, 0, offset, length) == 0 ? 0 : errno;
}

int posix_fallocate(int descriptor, off_t offset, off_t length) { return reserved(descriptor, offset, length); }
int posix_fallocate64(int descriptor, off64_t offset, off64_t length) {
    return reserved(descriptor, offset, length);
}

/* A file below the root is synced in the journal only: what the test throws away is decided there, not by the disk. */
static int synced(int descriptor, long number) {
    if (!is_tracked(descriptor)) return (int)syscall(number, descriptor);
    if (fails(CLASS_FILE) || fails(CLASS_SYNC)) return -1;
    if (control->drops_syncs) return 0;
    if (journal < 0) return (int)syscall(number, descriptor);
    pthread_mutex_lock(&gate);
    if (is_journaled(descriptor)) note_sync(descriptor);
    pthread_mutex_unlock(&gate);
    return 0;
}

int fsync(int descriptor) { return synced(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return synced(descriptor, SYS_fdatasync); }

void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
    if (descriptor >= 0 && is_tracked(descriptor) && fails(CLASS_FILE)) return MAP_FAILED;
    return (void *)syscall(SYS_mmap, address, length, protection, flags, descriptor, offset);
}

void *mmap64(void *address, size_t length, int protection, int flags, int descriptor, off64_t offset) {
    return mmap(address, length, protection, flags, descriptor, offset);
}

int access(const char *path, int mode) {
    if (control != NULL && control->classes != 0 && is_below_root(path) && fails(CLASS_FILE)) return -1;
    return (int)syscall(SYS_access, path, mode);
}

int statfs(const char *path, struct statfs *answer) {
    int result = (int)syscall(SYS_statfs, path, answer);
    if (result == 0 && control != NULL) {
        if (control->file_system != 0) answer->f_type = control->file_system;
        if (control->capacity > 0) {
            answer->f_bsize = answer->f_frsize = 4096;
            answer->f_bavail = answer->f_bfree = (fsblkcnt_t)(room() / 4096);
        }
    }
    return result;
}

int statfs64(const char *path, struct statfs64 *answer) { return statfs(path, (struct statfs *)answer); }

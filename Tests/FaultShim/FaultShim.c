/* Faults between a process and the system, for tests: a library to be preloaded (ld.so(8), LD_PRELOAD).

   It wraps the calls by which the process under test reaches files, sockets and memory. A control block, a file that
   the test maps or writes, tells which call fails and how; the library counts there what it saw. With a journal it
   also notes what every write replaced, so that a test can throw away what no sync has made durable: a power cut.

   FAULT_CONTROL  path of the control block (struct control); without it nothing is touched
   FAULT_ROOT     only files below this directory count as files of the process
   FAULT_JOURNAL  path of the journal of writes; none if missing

   Built by the test itself: cc -shared -fPIC -O1 -o fault.so FaultShim.c -ldl -lpthread */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Which calls are counted; bits of control.classes. */
enum { CLASS_FILE = 1, CLASS_SOCKET = 2, CLASS_MEMORY = 4, CLASS_SYNC = 8 };

/* The control block: numbers of 64 bits in the machine's order. */
struct control {
    _Atomic int64_t classes;     /* 0: nothing fails */
    _Atomic int64_t countdown;   /* calls until the first that fails; 1: the next */
    _Atomic int64_t code;        /* the errno; 0: half of the octets only */
    _Atomic int64_t repeats;     /* whether all calls after that fail too */
    _Atomic int64_t seen;        /* calls of these classes, counted here */
    _Atomic int64_t hits;        /* calls that failed, counted here */
    _Atomic int64_t capacity;    /* octets that fit below FAULT_ROOT; 0: as many as there are */
    _Atomic int64_t drops_syncs; /* whether fsync and fdatasync only pretend */
    _Atomic int64_t file_system; /* what statfs tells as the type; 0: the truth */
};

static struct control *control;
static char root[PATH_MAX];
static size_t root_length;
static int journal = -1;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

/* Descriptors of files below the root: 1 + the number of the name in the journal. */
enum { MOST_DESCRIPTORS = 4096, MOST_NAMES = 256 };
static _Atomic int tracked[MOST_DESCRIPTORS];
static char *names[MOST_NAMES];
static int name_count;

/* Where SQLite's code lies: only its allocations may fail, Swift's runtime ends the process without memory. */
static uintptr_t sqlite_start, sqlite_end;

static int find_sqlite(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size;
    (void)unused;
    if (object->dlpi_name == NULL || strstr(object->dlpi_name, "libsqlite3") == NULL) return 0;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
        sqlite_start = object->dlpi_addr + part->p_vaddr;
        sqlite_end = sqlite_start + part->p_memsz;
    }
    return 1;
}

__attribute__((constructor)) static void start(void) {
    const char *path = getenv("FAULT_CONTROL");
    const char *directory = getenv("FAULT_ROOT");
    const char *log = getenv("FAULT_JOURNAL");
    if (path == NULL) return;
    if (directory != NULL && realpath(directory, root) != NULL) root_length = strlen(root);
    int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return;
    void *block = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    syscall(SYS_close, descriptor);
    if (block == MAP_FAILED) return;
    if (log != NULL) {
        journal = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    dl_iterate_phdr(find_sqlite, NULL);
    control = block;
}

/* What becomes of a call. */
enum verdict { PASSES, FAILS, IS_CUT };

static enum verdict judge(int64_t class) {
    if (control == NULL || !(control->classes & class)) return PASSES;
    atomic_fetch_add(&control->seen, 1);
    int64_t left = atomic_fetch_sub(&control->countdown, 1);
    if (left > 1 || (left < 1 && !control->repeats)) return PASSES;
    atomic_fetch_add(&control->hits, 1);
    return control->code == 0 ? IS_CUT : FAILS;
}

/* 0, or -1 with the errno when this call is the one that fails. A call that has no octets cannot be cut. */
static int fails(int64_t class) {
    if (judge(class) != FAILS) return 0;
    errno = (int)control->code;
    return 1;
}

/* The octets this call may move; -1 with the errno when it is the one that fails. */
static ssize_t allowed(int64_t class, size_t count) {
    switch (judge(class)) {
    case PASSES: return (ssize_t)count;
    case IS_CUT: return count > 1 ? (ssize_t)(count / 2) : (ssize_t)count;
    default: errno = (int)control->code; return -1;
    }
}

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

/* The calls on sockets. */

int accept4(int listener, struct sockaddr *address, socklen_t *length, int flags) {
    if (fails(CLASS_SOCKET)) return -1;
    return (int)syscall(SYS_accept4, listener, address, length, flags);
}

ssize_t recv(int descriptor, void *bytes, size_t count, int flags) {
    ssize_t most = allowed(CLASS_SOCKET, count);
    if (most < 0) return -1;
    return syscall(SYS_recvfrom, descriptor, bytes, most, flags, NULL, NULL);
}

ssize_t send(int descriptor, const void *bytes, size_t count, int flags) {
    ssize_t most = allowed(CLASS_SOCKET, count);
    if (most < 0) return -1;
    return syscall(SYS_sendto, descriptor, bytes, most, flags, NULL, 0);
}

/* Cut, a message in several pieces sends the half of its first piece. */
ssize_t sendmsg(int descriptor, const struct msghdr *message, int flags) {
    switch (judge(CLASS_SOCKET)) {
    case PASSES: return syscall(SYS_sendmsg, descriptor, message, flags);
    case FAILS: errno = (int)control->code; return -1;
    default: break;
    }
    if (message->msg_iovlen == 0 || message->msg_iov[0].iov_len < 2) {
        return syscall(SYS_sendmsg, descriptor, message, flags);
    }
    return syscall(
        SYS_sendto, descriptor, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len / 2, flags, NULL, 0);
}

/* Cut, it tells of no more than one event; it never says EAGAIN, but may come back with nothing. */
int epoll_wait(int epoll, struct epoll_event *events, int capacity, int milliseconds) {
    switch (judge(CLASS_SOCKET)) {
    case PASSES: break;
    case FAILS:
        if (control->code == EAGAIN) return 0;
        errno = (int)control->code;
        return -1;
    case IS_CUT: capacity = 1; break;
    }
    return (int)syscall(SYS_epoll_pwait, epoll, events, capacity, milliseconds, NULL, 8);
}

/* Memory that SQLite asks for. */

extern void *__libc_malloc(size_t);
extern void *__libc_realloc(void *, size_t);

static int is_sqlite(void *caller) {
    return (uintptr_t)caller >= sqlite_start && (uintptr_t)caller < sqlite_end;
}

static int has_no_memory(void *caller) {
    if (control == NULL || !is_sqlite(caller) || judge(CLASS_MEMORY) == PASSES) return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t count) {
    return has_no_memory(__builtin_return_address(0)) ? NULL : __libc_malloc(count);
}

void *realloc(void *block, size_t count) {
    return has_no_memory(__builtin_return_address(0)) ? NULL : __libc_realloc(block, count);
}

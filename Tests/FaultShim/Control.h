/* The control block, and what becomes of a call. Part of FaultShim.c. */

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

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

#include "Control.h"
#include "Journal.h"
#include "Files.h"

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

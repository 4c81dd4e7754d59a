#include <malloc.h>
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

static int result(int value) { return value < 0 ? -errno : value; }

int clinux_epoll_create(void) { return result(epoll_create1(EPOLL_CLOEXEC)); }

int clinux_epoll_control(int epoll, int operation, int descriptor, uint32_t interest, uint64_t key) {
    struct epoll_event event = {.events = interest, .data = {.u64 = key}};
    return result(epoll_ctl(epoll, operation, descriptor, &event));
}

int clinux_epoll_wait(int epoll, struct epoll_event *events, int capacity, int milliseconds) {
    int count = epoll_wait(epoll, events, capacity, milliseconds);
    return count < 0 && errno == EINTR ? 0 : result(count);
}

int clinux_eventfd(void) { return result(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)); }

int clinux_eventfd_signal(int descriptor) {
    uint64_t one = 1;
    ssize_t written;
    do written = write(descriptor, &one, sizeof one);
    while (written < 0 && errno == EINTR);
    return written < 0 ? -errno : 0;
}

int clinux_eventfd_clear(int descriptor) {
    uint64_t count;
    ssize_t got;
    do got = read(descriptor, &count, sizeof count);
    while (got < 0 && errno == EINTR);
    return got < 0 ? -errno : 0;
}

int clinux_wait_readable(int descriptor, int milliseconds) {
    struct pollfd waiting = {.fd = descriptor, .events = POLLIN};
    int count = poll(&waiting, 1, milliseconds);
    return count < 0 && errno == EINTR ? 0 : result(count);
}

ptrdiff_t clinux_access_list(int descriptor, void *buffer, size_t capacity) {
    ssize_t count = fgetxattr(descriptor, "system.posix_acl_access", buffer, capacity);
    return count < 0 ? -errno : count;
}

int clinux_open_null(void) {
    int descriptor;
    do descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
    while (descriptor < 0 && errno == EINTR);
    return result(descriptor);
}

int64_t clinux_monotonic_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t clinux_wall_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return now.tv_sec;
}

static void handled_signals(sigset_t *set) {
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGHUP);
}

int clinux_signals_block(void) {
    sigset_t set;
    handled_signals(&set);
    signal(SIGPIPE, SIG_IGN);
    return -pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int clinux_signals_wait(void) {
    sigset_t set;
    int number = 0;
    handled_signals(&set);
    int error;
    do error = sigwait(&set, &number);
    while (error == EINTR);
    return error ? -error : number;
}

int clinux_signalfd(void) {
    sigset_t set;
    handled_signals(&set);
    return result(signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
}

int clinux_timerfd(void) { return result(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)); }

int clinux_timerfd_set(int descriptor, int64_t nanoseconds) {
    struct itimerspec when = {
        .it_value = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000}};
    return result(timerfd_settime(descriptor, TFD_TIMER_ABSTIME, &when, NULL));
}

int clinux_random(void *buffer, size_t length) {
    uint8_t *next = buffer;
    while (length > 0) {
        ssize_t got = getrandom(next, length, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return -errno;
        next += got;
        length -= (size_t)got;
    }
    return 0;
}

void clinux_memory_thresholds(int map, int trim, int pad) {
    mallopt(M_MMAP_THRESHOLD, map);
    mallopt(M_TRIM_THRESHOLD, trim);
    mallopt(M_TOP_PAD, pad);
}

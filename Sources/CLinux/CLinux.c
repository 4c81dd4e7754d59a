#include <malloc.h>
#include "CLinux.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/un.h>
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

/* Fills in a socket address from its numeric text; 0 when it is neither IPv4 nor IPv6. */
static socklen_t parse_address(const char *text, uint16_t port, struct sockaddr_storage *storage) {
    memset(storage, 0, sizeof *storage);
    struct sockaddr_in *v4 = (struct sockaddr_in *)storage;
    if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        return sizeof *v4;
    }
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)storage;
    if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        return sizeof *v6;
    }
    return 0;
}

int clinux_listen(const char *address, uint16_t port, int backlog) {
    struct sockaddr_storage storage;
    socklen_t length = parse_address(address, port, &storage);
    if (length == 0) return -EINVAL;
    int descriptor = socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    int on = 1;
    /* A restart must not wait for the old connections' TIME_WAIT. */
    if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0 ||
        bind(descriptor, (struct sockaddr *)&storage, length) < 0 || listen(descriptor, backlog) < 0) {
        int error = errno;
        close(descriptor);
        return -error;
    }
    return descriptor;
}

/* Fills in the address of a Unix socket; 0 when the path is empty or too long for it. */
static socklen_t local_address(const char *path, struct sockaddr_un *address) {
    size_t length = strlen(path);
    memset(address, 0, sizeof *address);
    if (length == 0 || length >= sizeof address->sun_path) return 0;
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, path, length + 1);
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + 1);
}

/* Removes a socket file that nobody listens at; anything else in the way is left where it is. */
static int clear_stale_socket(const struct sockaddr_un *address, socklen_t length) {
    struct stat file;
    if (lstat(address->sun_path, &file) < 0) return errno == ENOENT ? 0 : -errno;
    if (!S_ISSOCK(file.st_mode)) return -EEXIST;
    int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (probe < 0) return -errno;
    int outcome;
    do outcome = connect(probe, (const struct sockaddr *)address, length);
    while (outcome < 0 && errno == EINTR);
    int error = outcome < 0 ? errno : 0;
    close(probe);
    /* Any other answer, a full queue among them, can come from a server that lives. */
    if (error != ECONNREFUSED) return error == ENOENT ? 0 : -EADDRINUSE;
    return unlink(address->sun_path) < 0 && errno != ENOENT ? -errno : 0;
}

int clinux_listen_local(const char *path, unsigned int mode, int backlog) {
    struct sockaddr_un address;
    socklen_t length = local_address(path, &address);
    if (length == 0) return -ENAMETOOLONG;
    int obstacle = clear_stale_socket(&address, length);
    if (obstacle < 0) return obstacle;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    int outcome;
    do outcome = bind(descriptor, (struct sockaddr *)&address, length);
    while (outcome < 0 && errno == EINTR);
    int isBound = outcome == 0;
    /* Before listen(2) nobody can connect: the mode holds from the first connection on. */
    if (outcome == 0) outcome = chmod(path, mode);
    if (outcome == 0) outcome = listen(descriptor, backlog);
    if (outcome == 0) return descriptor;
    int error = errno;
    if (isBound) (void)unlink(path);
    close(descriptor);
    return -error;
}

int clinux_adopt_listener(int descriptor) {
    int listens = 0;
    int domain = 0;
    socklen_t length = sizeof listens;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &length) < 0) return -errno;
    if (!listens) return -EINVAL;
    length = sizeof domain;
    if (getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &length) < 0) return -errno;
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) return -errno;
    if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0) return -errno;
    return domain;
}

int clinux_peer_credentials(int descriptor, int32_t *process, uint32_t *user, uint32_t *group) {
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) < 0) return -errno;
    *process = peer.pid;
    *user = peer.uid;
    *group = peer.gid;
    return 0;
}

int clinux_local_port(int descriptor) {
    struct sockaddr_storage storage;
    socklen_t length = sizeof storage;
    if (getsockname(descriptor, (struct sockaddr *)&storage, &length) < 0) return -errno;
    if (storage.ss_family == AF_INET6) return ntohs(((struct sockaddr_in6 *)&storage)->sin6_port);
    if (storage.ss_family != AF_INET) return 0;
    return ntohs(((struct sockaddr_in *)&storage)->sin_port);
}

static void read_address(const struct sockaddr_storage *storage, uint64_t *high, uint64_t *low) {
    *high = *low = 0;
    if (storage->ss_family == AF_INET) {
        *low = UINT64_C(0xffff) << 32 | ntohl(((const struct sockaddr_in *)storage)->sin_addr.s_addr);
    } else if (storage->ss_family == AF_INET6) {
        const uint8_t *octets = ((const struct sockaddr_in6 *)storage)->sin6_addr.s6_addr;
        for (int index = 0; index < 8; index++) {
            *high = *high << 8 | octets[index];
            *low = *low << 8 | octets[index + 8];
        }
    }
}

int clinux_datagram_socket(void) {
    int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    struct timeval patience = {.tv_sec = 1};
    if (setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience) == 0) return descriptor;
    int error = errno;
    close(descriptor);
    return -error;
}

int clinux_send_datagram(int descriptor, const char *path, const void *octets, size_t count) {
    struct sockaddr_un address;
    socklen_t length = local_address(path, &address);
    if (length == 0) return -ENAMETOOLONG;
    if (path[0] == '@') {
        /* An abstract name begins with a zero octet and ends with its length (unix(7)). */
        address.sun_path[0] = 0;
        length -= 1;
    }
    ssize_t sent;
    do sent = sendto(descriptor, octets, count, MSG_NOSIGNAL, (struct sockaddr *)&address, length);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : 0;
}

int clinux_wait_readable(int descriptor, int milliseconds) {
    struct pollfd waiting = {.fd = descriptor, .events = POLLIN};
    int count = poll(&waiting, 1, milliseconds);
    return count < 0 && errno == EINTR ? 0 : result(count);
}

int clinux_refuse_new(int listener) {
    /* The offset 13 of a TCP header holds its flags (RFC 9293 3.1); 0x02 is SYN. */
    struct sock_filter drop_syn[] = {
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 13),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x02, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0),
        BPF_STMT(BPF_RET | BPF_K, 0xffffffff),
    };
    struct sock_fprog program = {.len = sizeof drop_syn / sizeof drop_syn[0], .filter = drop_syn};
    return result(setsockopt(listener, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program));
}

int clinux_accept(int listener, uint64_t *high, uint64_t *low) {
    struct sockaddr_storage storage;
    socklen_t length = sizeof storage;
    int descriptor;
    do descriptor = accept4(listener, (struct sockaddr *)&storage, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0) return -errno;
    read_address(&storage, high, low);
    int on = 1;
    /* Fails on sockets that are not TCP, where there is no delay to switch off. */
    (void)setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

ptrdiff_t clinux_receive(int descriptor, void *buffer, size_t capacity) {
    ssize_t count;
    do count = recv(descriptor, buffer, capacity, 0);
    while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

static ssize_t send_pieces(int descriptor, const void *first, size_t first_length, const void *second,
                           size_t second_length) {
    if (second_length == 0) return send(descriptor, first, first_length, MSG_NOSIGNAL);
    struct iovec pieces[2] = {{.iov_base = (void *)first, .iov_len = first_length},
                              {.iov_base = (void *)second, .iov_len = second_length}};
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
    return sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

ptrdiff_t clinux_send(int descriptor, const void *first, size_t first_length, const void *second,
                      size_t second_length) {
    ssize_t count;
    do count = send_pieces(descriptor, first, first_length, second, second_length);
    while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

int clinux_shutdown_send(int descriptor) { return result(shutdown(descriptor, SHUT_WR)); }

void clinux_close(int descriptor, int abort) {
    if (abort) {
        struct linger reset = {.l_onoff = 1, .l_linger = 0};
        (void)setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    /* Not repeated after EINTR: Linux has released the descriptor by then. */
    (void)close(descriptor);
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

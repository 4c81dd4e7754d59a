#include "CLinux.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

static int result(int value) { return value < 0 ? -errno : value; }

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

int clinux_connect_local(const char *path, int seconds) {
    struct sockaddr_un address;
    socklen_t length = local_address(path, &address);
    if (length == 0) return -ENAMETOOLONG;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    struct timeval patience = {.tv_sec = seconds};
    int outcome = setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (outcome == 0) outcome = setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (outcome == 0) {
        do outcome = connect(descriptor, (struct sockaddr *)&address, length);
        while (outcome < 0 && errno == EINTR);
    }
    if (outcome == 0) return descriptor;
    int error = errno;
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

#include "CLinux.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

static int result(int value) { return value < 0 ? -errno : value; }

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

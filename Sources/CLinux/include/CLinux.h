#ifndef CLINUX_H
#define CLINUX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>

/* Linux calls that `import Glibc` lacks or cannot express without pointers to unions.
   Each returns its result, or -errno; those that can be interrupted are repeated. */

/* A new epoll instance, closed on exec. */
int clinux_epoll_create(void);

/* Adds, changes (EPOLL_CTL_ADD, EPOLL_CTL_MOD) or removes (EPOLL_CTL_DEL) the interest in a descriptor. */
int clinux_epoll_control(int epoll, int operation, int descriptor, uint32_t interest, uint64_t key);

/* Waits at most `milliseconds` (-1: for ever); returns the number of events, 0 also when interrupted. */
int clinux_epoll_wait(int epoll, struct epoll_event *events, int capacity, int milliseconds);

static inline uint64_t clinux_event_key(const struct epoll_event *event) { return event->data.u64; }
static inline uint32_t clinux_event_flags(const struct epoll_event *event) { return event->events; }

/* A counter that wakes an epoll instance (eventfd); non-blocking, closed on exec. */
int clinux_eventfd(void);
int clinux_eventfd_signal(int descriptor);
int clinux_eventfd_clear(int descriptor);

/* A non-blocking TCP socket that listens at a numeric IPv4 or IPv6 address. */
int clinux_listen(const char *address, uint16_t port, int backlog);

/* A non-blocking Unix socket that listens at a path; a socket file that nobody listens at is replaced.
   -EADDRINUSE: somebody listens there; -EEXIST: something else lies there; -ENAMETOOLONG: over 107 octets. */
int clinux_listen_local(const char *path, unsigned int mode, int backlog);

/* Makes an inherited listening socket non-blocking and closed on exec; returns its address family (AF_...).
   -EINVAL: it does not listen. */
int clinux_adopt_listener(int descriptor);

/* Process, user and group at the other end of a Unix socket, as they were when it connected. */
int clinux_peer_credentials(int descriptor, int32_t *process, uint32_t *user, uint32_t *group);

/* A blocking connection to the Unix socket at a path; each later call on it waits at most so many seconds.
   -ENAMETOOLONG: over 107 octets. */
int clinux_connect_local(const char *path, int seconds);

/* The port a socket is bound to; 0 when its addresses have none. */
int clinux_local_port(int descriptor);

/* A Unix datagram socket that waits for a full receiver for at most a second; closed on exec. */
int clinux_datagram_socket(void);

/* Sends one datagram to the socket at a path, or at an abstract name that is written with a leading '@'. */
int clinux_send_datagram(int descriptor, const char *path, const void *octets, size_t count);

/* Waits at most so many milliseconds for something to read; 0 when there is nothing, also when interrupted. */
int clinux_wait_readable(int descriptor, int milliseconds);

/* Lets a listening TCP socket ignore new connections while those that the kernel has begun still arrive: closing
   it right away would reset what has come in since the last accept. Callers try again, and are refused then. */
int clinux_refuse_new(int listener);

/* The next waiting connection: non-blocking, closed on exec, without Nagle's delay.
   The peer's IPv6 or mapped IPv4 address goes to *high and *low, first octet highest. */
int clinux_accept(int listener, uint64_t *high, uint64_t *low);

/* Reads what there is; 0 is the end of the stream. */
ptrdiff_t clinux_receive(int descriptor, void *buffer, size_t capacity);

/* Sends two pieces, the second of which may be empty, in one call and without SIGPIPE. */
ptrdiff_t clinux_send(int descriptor, const void *first, size_t first_length, const void *second,
                      size_t second_length);

/* Ends the sending direction. */
int clinux_shutdown_send(int descriptor);

/* Closes; with `abort` the connection is reset and what is unsent is forgotten. */
void clinux_close(int descriptor, int abort);

/* The access control list of an open file, as the attribute system.posix_acl_access has it (acl(5)). */
ptrdiff_t clinux_access_list(int descriptor, void *buffer, size_t capacity);

/* A descriptor held in reserve. */
int clinux_open_null(void);

/* Nanoseconds since some moment, never going back. */
int64_t clinux_monotonic_nanoseconds(void);

/* Seconds since 1970-01-01T00:00:00Z, without leap seconds. */
int64_t clinux_wall_seconds(void);

/* Blocks SIGTERM, SIGINT and SIGHUP in this thread and in those it starts; ignores SIGPIPE. */
int clinux_signals_block(void);

/* Waits for one of the blocked signals and returns its number. */
int clinux_signals_wait(void);

/* A descriptor that reads the blocked signals (signalfd); non-blocking, closed on exec. */
int clinux_signalfd(void);

/* A monotonic timer as a descriptor (timerfd); non-blocking, closed on exec. */
int clinux_timerfd(void);

/* Lets a timer descriptor become readable once, at a moment of clinux_monotonic_nanoseconds. */
int clinux_timerfd_set(int descriptor, int64_t nanoseconds);

/* Fills a buffer with random octets of cryptographic quality. */
int clinux_random(void *buffer, size_t length);

/// Sets glibc's thresholds for mapping and giving back memory, in bytes (mallopt(3)).
void clinux_memory_thresholds(int map, int trim, int pad);

#endif

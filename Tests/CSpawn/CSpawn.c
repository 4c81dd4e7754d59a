#define _GNU_SOURCE
#include "CSpawn.h"
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

static void set_files(
    posix_spawn_file_actions_t *actions, const char *input, const char *output, const char *errors) {
    int writing = O_WRONLY | O_CREAT | O_APPEND;
    posix_spawn_file_actions_addopen(actions, STDIN_FILENO, input, O_RDONLY, 0);
    posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, output, writing, 0600);
    posix_spawn_file_actions_addopen(actions, STDERR_FILENO, errors, writing, 0600);
    posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
}

static void set_signals(posix_spawnattr_t *attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

int spawn_child(
    pid_t *identifier, char *const *arguments, char *const *environment, const char *input, const char *output,
    const char *errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    set_files(&actions, input, output, errors);
    set_signals(&attributes);
    int number = posix_spawnp(
        identifier, arguments[0], &actions, &attributes, arguments, environment ? environment : environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return number;
}

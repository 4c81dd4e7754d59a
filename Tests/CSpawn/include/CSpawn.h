#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Starts a program that has three files and nothing else of this process: no other descriptor, no blocked and no
/// ignored signal. `arguments` and `environment` end with a null pointer. Returns 0 or the number of an error.
int spawn_child(
    pid_t *identifier, char *const *arguments, char *const *environment, const char *input, const char *output,
    const char *errors);

#endif

#pragma once

#include <stddef.h>
#include <stdint.h>

/// The entry of libFuzzer for programs with a `main` of their own (llvm.org/docs/LibFuzzer.html).
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*check)(const uint8_t *start, size_t count));

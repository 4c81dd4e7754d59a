// Tells ThreadSanitizer of the locks of Synchronization.Mutex that it cannot see; preloaded by deploy/sanitize.sh.
//
// The quick way of a lock is compiled into the code that uses it, as atomics that the sanitizer knows. Where threads
// meet, the Swift runtime takes and gives the lock by futex(2), and nobody watches the runtime: two threads that add
// to the same Mutex would be reported. Here the two slow ways say what they do, before or after they do it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

// Of the sanitizer's runtime, if the process has one (compiler-rt, lib/tsan/rtl/tsan_interface.h).
__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);

// Methods of Synchronization._MutexHandle: what they belong to comes in the register of the context.
#define METHOD __attribute__((swiftcall, visibility("default")))
#define SELF __attribute__((swift_context)) void *self
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

METHOD void raceshim_lock(uint32_t thread, SELF) __asm__(LOCK);
METHOD void raceshim_unlock(SELF) __asm__(UNLOCK);

static METHOD void (*runtime_lock)(uint32_t, SELF);
static METHOD void (*runtime_unlock)(SELF);

// Found before there is a second thread.
__attribute__((constructor)) static void find_runtime(void) {
    runtime_lock = dlsym(RTLD_NEXT, LOCK);
    runtime_unlock = dlsym(RTLD_NEXT, UNLOCK);
}

METHOD void raceshim_lock(uint32_t thread, SELF) {
    runtime_lock(thread, self);
    if (__tsan_acquire != NULL) __tsan_acquire(self);
}

METHOD void raceshim_unlock(SELF) {
    if (__tsan_release != NULL) __tsan_release(self);
    runtime_unlock(self);
}

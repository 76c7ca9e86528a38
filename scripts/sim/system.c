/*
 * What the system does to a process in a storm. LD_PRELOADed into a peer or a server; off unless its environment says otherwise.
 *
 * MIYU_SYNCED: the file of notes on what was synced, so that a harness can take away the rest, as a power cut would. One line each,
 * written once the call has succeeded:
 *
 *   N inode folder   a file was created: inode numbers, decimal; the folder is the one it was created in
 *   S inode length   synced: so many bytes are on the disk (of a folder: its entries)
 *   T inode length   cut by the process itself
 *
 * A note is lost where the process dies between a sync and its note: then nobody was told of the sync either.
 *
 * MIYU_SYNC_US: each sync takes so many microseconds longer, as on a slow disk, so that kills fall into it.
 *
 * MIYU_CONTROL: a file of 16 bytes that the harness writes while the process runs (weather.ts); MIYU_STORE: the folder that has
 * its own disk. In the machine's byte order:
 *
 *   int32 writing    errno of every write and creation below the folder; 0: they work
 *   int32 syncing    errno of every sync there; 0: they work
 *   int64 seconds    that the wall clock is ahead; the monotonic clock is not touched
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct control {
  int32_t writing;
  int32_t syncing;
  int64_t seconds;
};

static int notes = -1;
static useconds_t delay = 0;
static const struct control fair = {0, 0, 0};
static const volatile struct control *control = &fair;
static char store[PATH_MAX];

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("MIYU_SYNCED");
  const char *microseconds = getenv("MIYU_SYNC_US");
  if (microseconds != NULL) delay = (useconds_t)atoi(microseconds);
  const char *shared = getenv("MIYU_CONTROL");
  const char *folder = getenv("MIYU_STORE");
  // A process that stands still would not notice that its harness has ended.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (folder != NULL) snprintf(store, sizeof store, "%s/", folder);
  int file = shared == NULL ? -1 : (int)syscall(SYS_openat, AT_FDCWD, shared, O_RDONLY | O_CLOEXEC);
  if (file >= 0) {
    void *mapped = mmap(NULL, sizeof(struct control), PROT_READ, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED) abort();
    control = mapped;
    close(file);
  }
  if (path != NULL) notes = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char what, unsigned long long inode, unsigned long long number) {
  char line[64];
  int length = snprintf(line, sizeof line, "%c %llu %llu\n", what, inode, number);
  if (notes >= 0 && syscall(SYS_write, notes, line, (size_t)length) != length) abort();
}

#define REAL(name)                                                          \
  ({                                                                        \
    static __typeof__(&name) real;                                          \
    if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name);    \
    real;                                                                   \
  })

/* Failing. */

static int is_below(const char *path) {
  return store[0] != 0 && strncmp(path, store, strlen(store)) == 0;
}

/* Its own disk: journals, logs, pipes and sockets are not there. */
static int is_stored(int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below(path);
}

static int fails(int error) {
  errno = error;
  return -1;
}

/* A disk that is just full takes a part of what is written before it says so. */
static size_t taken(int error, size_t length) {
  static int torn = 0;
  if (error == 0) torn = 0;
  if (error != ENOSPC || torn || length < 2) return 0;
  torn = 1;
  return length / 2;
}

/* Opening: what did not exist before was created. */

static int existed(int folder, const char *path) {
  struct stat found;
  return fstatat(folder, path, &found, 0) == 0;
}

/* A read-only disk opens nothing for writing; the others make no new file. */
static int refuses(int flags, const char *path) {
  int error = control->writing;
  if (error == 0 || !is_below(path)) return 0;
  if (error == EROFS) return (flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR)) != 0;
  return (flags & O_CREAT) != 0 && !existed(AT_FDCWD, path);
}

static int opened(int file, int flags, int before, int folder, const char *path) {
  int saved = errno;
  struct stat found, parent;
  if (file >= 0 && (flags & (O_CREAT | O_TRUNC)) != 0 && fstat(file, &found) == 0 && S_ISREG(found.st_mode)) {
    if (!before) {
      char copy[4096];
      snprintf(copy, sizeof copy, "%s", path);
      if (fstatat(folder, dirname(copy), &parent, 0) == 0) note('N', found.st_ino, parent.st_ino);
    } else if ((flags & O_TRUNC) != 0) {
      note('T', found.st_ino, 0);
    }
  }
  errno = saved;
  return file;
}

#define MODE(flags, last)                        \
  mode_t mode = 0;                               \
  if (((flags) & (O_CREAT | O_TMPFILE)) != 0) {  \
    va_list rest;                                \
    va_start(rest, last);                        \
    mode = (mode_t)va_arg(rest, int);            \
    va_end(rest);                                \
  }

#define OPEN(name)                                                                              \
  int name(const char *path, int flags, ...) {                                                  \
    MODE(flags, flags)                                                                          \
    if (refuses(flags, path)) return fails(control->writing);                                   \
    int before = (flags & O_CREAT) == 0 || existed(AT_FDCWD, path);                             \
    return opened(REAL(name)(path, flags, mode), flags, before, AT_FDCWD, path);                \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                            \
  int name(int folder, const char *path, int flags, ...) {                                      \
    MODE(flags, flags)                                                                          \
    if (refuses(flags, path)) return fails(control->writing);                                   \
    int before = (flags & O_CREAT) == 0 || existed(folder, path);                               \
    return opened(REAL(name)(folder, path, flags, mode), flags, before, folder, path);          \
  }
OPENAT(openat)
OPENAT(openat64)

/* LevelDB's files: libc opens them inside itself. */
#define FOPEN(name)                                                                             \
  FILE *name(const char *path, const char *mode) {                                              \
    int flags = strchr(mode, 'w') != NULL ? O_CREAT | O_TRUNC : strchr(mode, 'a') != NULL ? O_CREAT : 0; \
    if (refuses(flags, path)) {                                                                 \
      fails(control->writing);                                                                  \
      return NULL;                                                                              \
    }                                                                                           \
    int before = (flags & O_CREAT) == 0 || existed(AT_FDCWD, path);                             \
    FILE *file = REAL(name)(path, mode);                                                        \
    if (file != NULL) opened(fileno(file), flags, before, AT_FDCWD, path);                      \
    return file;                                                                                \
  }
FOPEN(fopen)
FOPEN(fopen64)

/* Syncing: what was there when it began. */

#define SYNC(name)                                                                              \
  int name(int file) {                                                                          \
    struct stat found;                                                                          \
    int known = fstat(file, &found) == 0;                                                       \
    if (control->syncing != 0 && is_stored(file)) return fails(control->syncing);               \
    if (delay > 0) usleep(delay);                                                               \
    int result = REAL(name)(file);                                                              \
    if (result == 0 && known) note('S', found.st_ino, (unsigned long long)found.st_size);       \
    return result;                                                                              \
  }
SYNC(fsync)
SYNC(fdatasync)

#define CUT(name, type)                                                                         \
  int name(int file, type length) {                                                             \
    int result = REAL(name)(file, length);                                                      \
    struct stat found;                                                                          \
    if (result == 0 && fstat(file, &found) == 0) note('T', found.st_ino, (unsigned long long)length); \
    return result;                                                                              \
  }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

/* Writing. */

#define WRITE(name, rest, ...)                                              \
  ssize_t name(int file, const void *bytes, size_t length rest) {           \
    int error = control->writing;                                           \
    size_t part = 0;                                                        \
    if (error != 0 && is_stored(file)) {                                    \
      part = taken(error, length);                                          \
      if (part == 0) return fails(error);                                   \
    } else if (error == 0) {                                                \
      taken(0, 0);                                                          \
    }                                                                       \
    return REAL(name)(file, bytes, part > 0 ? part : length, ##__VA_ARGS__); \
  }
#define AT(type) , type at
WRITE(write, )
WRITE(pwrite, AT(off_t), at)
WRITE(pwrite64, AT(off64_t), at)

ssize_t writev(int file, const struct iovec *parts, int count) {
  if (control->writing != 0 && is_stored(file)) return fails(control->writing);
  return REAL(writev)(file, parts, count);
}

/* The wall clock. */

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = REAL(clock_gettime)(clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += control->seconds;
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  int result = REAL(gettimeofday)(now, zone);
  if (result == 0) now->tv_sec += control->seconds;
  return result;
}

time_t time(time_t *out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (out != NULL) *out = now.tv_sec;
  return now.tv_sec;
}

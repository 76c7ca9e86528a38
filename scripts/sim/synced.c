/*
 * Notes what a process has synced, so that a harness can take away the rest, as a power cut would. LD_PRELOADed into a peer or a
 * server; MIYU_SYNCED names the file of notes. One line each, written once the call has succeeded:
 *
 *   N inode folder   a file was created: inode numbers, decimal; the folder is the one it was created in
 *   S inode length   synced: so many bytes are on the disk (of a folder: its entries)
 *   T inode length   cut by the process itself
 *
 * MIYU_SYNC_US: each sync takes so many microseconds longer, as on a slow disk, so that kills fall into it.
 *
 * A note is lost where the process dies between a sync and its note: then nobody was told of the sync either.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int notes = -1;
static useconds_t delay = 0;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("MIYU_SYNCED");
  const char *microseconds = getenv("MIYU_SYNC_US");
  if (microseconds != NULL) delay = (useconds_t)atoi(microseconds);
  if (path != NULL) notes = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char what, unsigned long long inode, unsigned long long number) {
  char line[64];
  int length = snprintf(line, sizeof line, "%c %llu %llu\n", what, inode, number);
  if (notes >= 0 && write(notes, line, (size_t)length) != length) abort();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Opening: what did not exist before was created. */

static int existed(int folder, const char *path) {
  struct stat found;
  return fstatat(folder, path, &found, 0) == 0;
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
    int before = (flags & O_CREAT) == 0 || existed(AT_FDCWD, path);                             \
    return opened(REAL(name)(path, flags, mode), flags, before, AT_FDCWD, path);                \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                            \
  int name(int folder, const char *path, int flags, ...) {                                      \
    MODE(flags, flags)                                                                          \
    int before = (flags & O_CREAT) == 0 || existed(folder, path);                               \
    return opened(REAL(name)(folder, path, flags, mode), flags, before, folder, path);          \
  }
OPENAT(openat)
OPENAT(openat64)

/* LevelDB's files: libc opens them inside itself. */
#define FOPEN(name)                                                                             \
  FILE *name(const char *path, const char *mode) {                                              \
    int flags = strchr(mode, 'w') != NULL ? O_CREAT | O_TRUNC : strchr(mode, 'a') != NULL ? O_CREAT : 0; \
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

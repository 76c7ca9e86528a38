/*
 * LD_PRELOADed into a host's process: before anything of the program runs, it moves into the network namespace that MIYU_NETNS names
 * (a file of /run/netns). All threads that it makes afterwards are there too.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

__attribute__((constructor)) static void enter(void) {
  const char *path = getenv("MIYU_NETNS");
  if (path == NULL) return;
  int place = open(path, O_RDONLY | O_CLOEXEC);
  if (place < 0 || setns(place, CLONE_NEWNET) != 0) {
    perror(path);
    _exit(70);
  }
  close(place);
}

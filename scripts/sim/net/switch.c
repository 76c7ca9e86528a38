/*
 * A switch between network namespaces, with weather: every packet of a host goes through here, and may be late, lost, doubled,
 * overtaken, too large for the way, or answered with a reset.
 *
 *   switch SEED NAMESPACE...      names under /run/netns; host i of them (from 0) owns 10.77.(i+1).0/24 and gets the device "sim0"
 *
 *   switch SEED NAMESPACE/DEVICE NAMESPACE/DEVICE
 *       a cable between two: whatever Ethernet frame (TAP) comes in here goes out there, of any protocol; "reject" only drops there
 *
 * Orders come as lines on standard input, each is answered on standard output once it holds; the end of the input ends it.
 *
 *   set ID FROM TO delay jitter loss double reorder rate queue largest blocked reject   -> "ok ID"
 *       of one direction, hosts by number: microseconds, microseconds (0..jitter more for each packet, without overtaking), three
 *       chances in a million, bits a second (0: any), bytes that may wait for the rate, bytes of the largest packet that passes
 *       (0: any; larger ones are gone without a word), 1: nothing passes, 1: TCP is answered with a reset
 *   count ID                                                                            -> "ok ID" and for each direction with a
 *       packet " FROM:TO:passed:lost:doubled:reordered:full:large:blocked:rejected"
 *
 * Each direction draws from its own generator, as many numbers for each packet whatever its weather is: the fate of its n-th packet
 * follows from the seed.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define MAX_HOSTS 64
#define MAX_PACKET 2048
/* Bytes under way in one direction, whatever its weather: more than a fast link holds in a second of delay. */
#define MAX_HELD (8 << 20)
/* Packets taken from one host before the others have their turn. */
#define MAX_TURN 64
#define SECOND 1000000000LL

typedef struct {
  long long delay, jitter, loss, twice, reorder, rate, queue, largest, blocked, reject;
} Weather;

enum { PASSED, LOST, DOUBLED, REORDERED, FULL, LARGE, BLOCKED, REJECTED, COUNTS };

typedef struct {
  Weather weather;
  uint64_t random;
  int64_t free_at; /* The rate lets the next one begin. */
  int64_t last_due;
  long held;
  unsigned long counts[COUNTS];
} Way;

typedef struct {
  int64_t due;
  uint64_t order;
  int to, length;
  Way *way;
  unsigned char bytes[];
} Packet;

static int hosts;
/* Two ends, and frames instead of IPv4 packets. */
static int cable;
static int tuns[MAX_HOSTS];
static Way ways[MAX_HOSTS][MAX_HOSTS];
static Packet **heap;
static size_t heap_used, heap_room;
static uint64_t orders;

static void fail(const char *what) {
  fprintf(stderr, "switch: %s: %s\n", what, strerror(errno));
  exit(1);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * SECOND + time.tv_nsec;
}

/* splitmix64 */
static uint64_t draw(uint64_t *state) {
  uint64_t z = (*state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

/* What is under way, the next one on top. */

static int before(const Packet *a, const Packet *b) {
  return a->due != b->due ? a->due < b->due : a->order < b->order;
}

static void put(Packet *packet) {
  if (heap_used == heap_room) {
    heap_room = heap_room == 0 ? 1024 : 2 * heap_room;
    heap = realloc(heap, heap_room * sizeof *heap);
    if (heap == NULL) fail("memory");
  }
  size_t at = heap_used++;
  for (size_t up; at > 0 && before(packet, heap[up = (at - 1) / 2]); at = up) heap[at] = heap[up];
  heap[at] = packet;
}

static Packet *take(void) {
  Packet *top = heap[0], *last = heap[--heap_used];
  size_t at = 0;
  for (size_t down; (down = 2 * at + 1) < heap_used; at = down) {
    if (down + 1 < heap_used && before(heap[down + 1], heap[down])) down++;
    if (!before(heap[down], last)) break;
    heap[at] = heap[down];
  }
  heap[at] = last;
  return top;
}

static void send_at(Way *way, int to, const unsigned char *bytes, int length, int64_t due) {
  if (way->held + length > MAX_HELD) {
    way->counts[FULL]++;
    return;
  }
  Packet *packet = malloc(sizeof *packet + (size_t)length);
  if (packet == NULL) fail("memory");
  *packet = (Packet){.due = due, .order = orders++, .to = to, .length = length, .way = way};
  memcpy(packet->bytes, bytes, (size_t)length);
  way->held += length;
  put(packet);
}

/* A host that cannot take it now loses it, as a full network card would. */
static void hand_over(int to, const unsigned char *bytes, int length) {
  if (write(tuns[to], bytes, (size_t)length) < 0 && errno != EAGAIN && errno != EIO && errno != EINVAL && errno != ENOBUFS)
    fail("write");
}

/* Resets, as from a firewall that knows nothing of the connection. */

static uint32_t sum_of(const unsigned char *bytes, int length, uint32_t sum) {
  for (int i = 0; i + 1 < length; i += 2) sum += (uint32_t)(bytes[i] << 8 | bytes[i + 1]);
  return sum;
}

static uint16_t folded(uint32_t sum) {
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return (uint16_t)~sum;
}

static uint32_t read32(const unsigned char *at) {
  return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void write32(unsigned char *at, uint32_t value) {
  for (int i = 0; i < 4; i++) at[i] = (unsigned char)(value >> (24 - 8 * i));
}

static void reject(int from, const unsigned char *packet, int length) {
  int head = (packet[0] & 15) * 4;
  if (packet[9] != IPPROTO_TCP || length < head + 20) return;
  const unsigned char *tcp = packet + head;
  enum { FIN = 1, SYN = 2, RST = 4, ACK = 16 };
  if (tcp[13] & RST) return;
  unsigned char answer[40] = {0x45, 0, 0, 40, 0, 0, 0x40, 0, 64, IPPROTO_TCP};
  memcpy(answer + 12, packet + 16, 4);
  memcpy(answer + 16, packet + 12, 4);
  uint16_t check = folded(sum_of(answer, 20, 0));
  answer[10] = (unsigned char)(check >> 8);
  answer[11] = (unsigned char)check;
  unsigned char *reset = answer + 20;
  memcpy(reset, tcp + 2, 2);
  memcpy(reset + 2, tcp, 2);
  reset[12] = 5 << 4;
  if (tcp[13] & ACK) {
    write32(reset + 4, read32(tcp + 8));
    reset[13] = RST;
  } else {
    int flags = ((tcp[13] & SYN) != 0) + ((tcp[13] & FIN) != 0);
    write32(reset + 8, read32(tcp + 4) + (uint32_t)(length - head - (tcp[12] >> 4) * 4 + flags));
    reset[13] = RST | ACK;
  }
  check = folded(sum_of(reset, 20, sum_of(answer + 12, 8, IPPROTO_TCP + 20)));
  reset[16] = (unsigned char)(check >> 8);
  reset[17] = (unsigned char)check;
  hand_over(from, answer, sizeof answer);
}

static void forward(int from, const unsigned char *bytes, int length) {
  int to = 1 - from;
  if (!cable) {
    if (length < 20 || bytes[0] >> 4 != 4 || bytes[16] != 10 || bytes[17] != 77) return;
    to = bytes[18] - 1;
    if (to < 0 || to >= hosts || to == from) return;
  }
  Way *way = &ways[from][to];
  const Weather *weather = &way->weather;
  uint64_t loss = draw(&way->random) % 1000000, twice = draw(&way->random) % 1000000;
  uint64_t reorder = draw(&way->random) % 1000000, jitter = draw(&way->random), held_back = draw(&way->random);
  if (weather->reject) {
    way->counts[REJECTED]++;
    if (!cable) reject(from, bytes, length);
    return;
  }
  if (weather->blocked) {
    way->counts[BLOCKED]++;
    return;
  }
  if (weather->largest > 0 && length > weather->largest) {
    way->counts[LARGE]++;
    return;
  }
  if ((long long)loss < weather->loss) {
    way->counts[LOST]++;
    return;
  }
  int64_t leaves = now();
  if (weather->rate > 0) {
    int64_t begins = way->free_at > leaves ? way->free_at : leaves;
    if ((begins - leaves) / 1000 * weather->rate / 8000000 > weather->queue) {
      way->counts[FULL]++;
      return;
    }
    leaves = way->free_at = begins + length * 8LL * SECOND / weather->rate;
  }
  int64_t due = leaves + 1000 * weather->delay;
  if (weather->jitter > 0) due += 1000 * (int64_t)(jitter % (uint64_t)weather->jitter);
  if ((long long)reorder < weather->reorder) {
    /* 2 to 30 ms behind its place: those that follow overtake it. */
    due += 2000000 + (int64_t)(held_back % 28000000);
    way->counts[REORDERED]++;
  } else {
    if (due < way->last_due) due = way->last_due;
    way->last_due = due;
  }
  way->counts[PASSED]++;
  send_at(way, to, bytes, length, due);
  if ((long long)twice < weather->twice) {
    way->counts[DOUBLED]++;
    send_at(way, to, bytes, length, due + (int64_t)(held_back % 5000000));
  }
}

static void obey(const char *line) {
  int id, from, to;
  Weather w;
  if (sscanf(line, "set %d %d %d %lld %lld %lld %lld %lld %lld %lld %lld %lld %lld", &id, &from, &to, &w.delay, &w.jitter,
             &w.loss, &w.twice, &w.reorder, &w.rate, &w.queue, &w.largest, &w.blocked, &w.reject) == 13 &&
      from >= 0 && from < hosts && to >= 0 && to < hosts) {
    ways[from][to].weather = w;
    ways[from][to].free_at = 0;
    printf("ok %d\n", id);
  } else if (sscanf(line, "count %d", &id) == 1) {
    printf("ok %d", id);
    for (from = 0; from < hosts; from++) {
      for (to = 0; to < hosts; to++) {
        const unsigned long *counts = ways[from][to].counts;
        unsigned long any = 0;
        for (int i = 0; i < COUNTS; i++) any |= counts[i];
        if (any == 0) continue;
        printf(" %d:%d", from, to);
        for (int i = 0; i < COUNTS; i++) printf(":%lu", counts[i]);
      }
    }
    printf("\n");
  } else {
    fprintf(stderr, "switch: not understood: %s\n", line);
    exit(1);
  }
  fflush(stdout);
}

/* False: the input is over. */
static int listen_to_orders(void) {
  static char text[65536];
  static size_t used;
  ssize_t count = read(STDIN_FILENO, text + used, sizeof text - 1 - used);
  if (count <= 0) return count < 0 && errno == EINTR;
  used += (size_t)count;
  char *line = text, *end;
  while ((end = memchr(line, '\n', used - (size_t)(line - text))) != NULL) {
    *end = 0;
    obey(line);
    line = end + 1;
  }
  used -= (size_t)(line - text);
  memmove(text, line, used);
  if (used == sizeof text - 1) fail("a line without an end");
  return 1;
}

static void open_tun(int host, char *name) {
  char *device = strchr(name, '/'), path[256];
  if (cable != (device != NULL)) {
    fprintf(stderr, "switch: %s: hosts and cables do not go together\n", name);
    exit(2);
  }
  if (cable) *device++ = 0;
  snprintf(path, sizeof path, "/run/netns/%s", name);
  int place = open(path, O_RDONLY | O_CLOEXEC);
  if (place < 0 || setns(place, CLONE_NEWNET) != 0) fail(path);
  close(place);
  tuns[host] = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  struct ifreq request = {.ifr_flags = (short)((cable ? IFF_TAP : IFF_TUN) | IFF_NO_PI)};
  snprintf(request.ifr_name, sizeof request.ifr_name, "%s", cable ? device : "sim0");
  if (tuns[host] < 0 || ioctl(tuns[host], TUNSETIFF, &request) != 0) fail("/dev/net/tun");
}

int main(int count, char **arguments) {
  hosts = count - 2;
  if (hosts < 1 || hosts > MAX_HOSTS) return 2;
  cable = strchr(arguments[2], '/') != NULL;
  if (cable && hosts != 2) return 2;
  uint64_t seed = strtoull(arguments[1], NULL, 10);
  for (int i = 0; i < hosts; i++) open_tun(i, arguments[i + 2]);
  for (int from = 0; from < hosts; from++) {
    for (int to = 0; to < hosts; to++) {
      ways[from][to].random = seed ^ ((uint64_t)(from * MAX_HOSTS + to + 1) * 0xd1342543de82ef95ULL);
      draw(&ways[from][to].random);
    }
  }
  printf("ok 0\n");
  fflush(stdout);

  struct pollfd watched[MAX_HOSTS + 1];
  for (int i = 0; i < hosts; i++) watched[i] = (struct pollfd){.fd = tuns[i], .events = POLLIN};
  watched[hosts] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
  while (1) {
    int64_t wait = heap_used == 0 ? SECOND : heap[0]->due - now();
    if (wait < 0) wait = 0;
    struct timespec timeout = {.tv_sec = wait / SECOND, .tv_nsec = wait % SECOND};
    if (ppoll(watched, (nfds_t)hosts + 1, &timeout, NULL) < 0 && errno != EINTR) fail("ppoll");
    for (int i = 0; i < hosts; i++) {
      if (!(watched[i].revents & (POLLIN | POLLERR))) continue;
      for (int turn = 0; turn < MAX_TURN; turn++) {
        unsigned char bytes[MAX_PACKET];
        ssize_t length = read(tuns[i], bytes, sizeof bytes);
        if (length < 0 && errno != EAGAIN && errno != EINTR) fail("read");
        if (length <= 0) break;
        forward(i, bytes, (int)length);
      }
    }
    for (int64_t time = now(); heap_used > 0 && heap[0]->due <= time;) {
      Packet *packet = take();
      packet->way->held -= packet->length;
      hand_over(packet->to, packet->bytes, packet->length);
      free(packet);
    }
    if ((watched[hosts].revents & (POLLIN | POLLHUP)) && !listen_to_orders()) return 0;
  }
}

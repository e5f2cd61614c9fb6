/*
 * Writes down, in order, what a process does to files whose path holds MARKAZ_RECORD_OF: preloaded, it stands before
 * the C library. Each entry: kind, path length, data length, offset (or new length), time in µs, path, data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WRITE = 1, TRUNCATE = 2, SYNC = 3, UNLINK = 4, RENAME = 5 };

struct __attribute__((packed)) entry {
  uint32_t kind, path_length, data_length;
  uint64_t offset, at_us;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int record = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_watched(const char *path) {
  const char *of = getenv("MARKAZ_RECORD_OF");
  return of && strstr(path, of) && !strstr(path, "-shm");
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_watched(path);
}

static void put(const void *bytes, size_t length) {
  for (const char *at = bytes; length > 0;) {
    ssize_t done = REAL(write)(record, at, length);
    if (done <= 0) abort();
    at += done;
    length -= done;
  }
}

/* The time is taken before anything of the entry is on its way. */
static void note(uint32_t kind, const char *path, uint64_t offset, const void *data, size_t length) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  struct entry entry = {kind, strlen(path), length, offset, now.tv_sec * 1000000ull + now.tv_nsec / 1000};
  if (record < 0) record = open(getenv("MARKAZ_RECORD"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (record < 0) abort();
  put(&entry, sizeof entry);
  put(path, entry.path_length);
  put(data, length);
}

#define WATCHED(fd, work)                        \
  char path[PATH_MAX];                           \
  int saved = path_of(fd, path);                 \
  if (saved) {                                   \
    pthread_mutex_lock(&turn);                   \
    work;                                        \
    pthread_mutex_unlock(&turn);                 \
  }

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  WATCHED(fd, note(WRITE, path, offset, data, length))
  return REAL(pwrite)(fd, data, length, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  WATCHED(fd, note(WRITE, path, offset, data, length))
  return REAL(pwrite64)(fd, data, length, offset);
}
ssize_t write(int fd, const void *data, size_t length) {
  WATCHED(fd, note(WRITE, path, lseek(fd, 0, SEEK_CUR), data, length))
  return REAL(write)(fd, data, length);
}
int ftruncate(int fd, off_t length) {
  WATCHED(fd, note(TRUNCATE, path, length, "", 0))
  return REAL(ftruncate)(fd, length);
}
int ftruncate64(int fd, off64_t length) {
  WATCHED(fd, note(TRUNCATE, path, length, "", 0))
  return REAL(ftruncate64)(fd, length);
}
int fsync(int fd) {
  int result = REAL(fsync)(fd);
  WATCHED(fd, note(SYNC, path, 0, "", 0))
  return result;
}
int fdatasync(int fd) {
  int result = REAL(fdatasync)(fd);
  WATCHED(fd, note(SYNC, path, 0, "", 0))
  return result;
}
int unlink(const char *path) {
  if (is_watched(path)) {
    pthread_mutex_lock(&turn);
    note(UNLINK, path, 0, "", 0);
    pthread_mutex_unlock(&turn);
  }
  return REAL(unlink)(path);
}
int rename(const char *path, const char *to) {
  if (is_watched(path)) {
    pthread_mutex_lock(&turn);
    note(RENAME, path, 0, to, strlen(to));
    pthread_mutex_unlock(&turn);
  }
  return REAL(rename)(path, to);
}

#define _GNU_SOURCE
#include "CNcurses.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static void handled_signals(sigset_t *set) {
  const int handled[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT};
  sigemptyset(set);
  for (size_t i = 0; i < sizeof handled / sizeof *handled; i++) sigaddset(set, handled[i]);
}

void cn_block_signals(void) {
  sigset_t set;
  handled_signals(&set);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  signal(SIGPIPE, SIG_IGN);
}

void cn_unblock_signals(void) {
  sigset_t set;
  handled_signals(&set);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

int cn_open_signals(void) {
  sigset_t set;
  handled_signals(&set);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int cn_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

void cn_stop_process(void) {
  sigset_t stop, resumed;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  /* SIGTSTP rather than SIGSTOP: the kernel drops it where no shell could ever continue us. */
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  /* Stopped here, and continued. */
  pthread_sigmask(SIG_BLOCK, &stop, NULL);
  sigemptyset(&resumed);
  sigaddset(&resumed, SIGCONT);
  sigtimedwait(&resumed, NULL, &(struct timespec){0, 0});
}

extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *message);

int cn_main_queue_descriptor(void) { return _dispatch_get_main_queue_handle_4CF(); }

void cn_drain_main_queue(void) {
  uint64_t count;
  ssize_t ignored = read(cn_main_queue_descriptor(), &count, sizeof count);
  (void)ignored;
  _dispatch_main_queue_callback_4CF(NULL);
}

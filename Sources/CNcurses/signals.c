#define _GNU_SOURCE
#include "CNcurses.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

/* What the event loop reads, without what the program was started to ignore, as by nohup. */
static sigset_t handled;

bool cn_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void cn_block_signals(void) {
  const int ending[] = {SIGTERM, SIGHUP, SIGINT}, others[] = {SIGWINCH, SIGTSTP, SIGCONT};
  sigemptyset(&handled);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) sigaddset(&handled, others[i]);
  for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
    if (!cn_is_ignored(ending[i])) sigaddset(&handled, ending[i]);
  }
  pthread_sigmask(SIG_BLOCK, &handled, NULL);
  signal(SIGPIPE, SIG_IGN);
}

void cn_unblock_signals(void) {
  /* What came together with the signal that ends the program is no second one. */
  while (sigtimedwait(&handled, NULL, &(struct timespec){0, 0}) > 0) {}
  pthread_sigmask(SIG_UNBLOCK, &handled, NULL);
}

int cn_open_signals(void) { return signalfd(-1, &handled, SFD_NONBLOCK | SFD_CLOEXEC); }

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

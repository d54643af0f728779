#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* All of it is touched by signal handlers: plain data, written before `armed` is set. */
static volatile sig_atomic_t armed;
static pid_t owner;
static struct termios saved_modes;
static char restore_text[512];
static size_t restore_length;

static int real_stderr = -1;
static int captured_stderr = -1;
/* Enough for any message; a library that chatters for hours shows its last words. */
enum { SHOWN_STDERR = 64 * 1024 };

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT};
enum { FATAL_COUNT = sizeof fatal_signals / sizeof *fatal_signals };
static struct sigaction previous_actions[FATAL_COUNT];

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void show_captured_stderr(void) {
  if (captured_stderr < 0 || real_stderr < 0) return;
  off_t end = lseek(captured_stderr, 0, SEEK_END);
  off_t position = end > SHOWN_STDERR ? end - SHOWN_STDERR : 0;
  char bytes[4096];
  ssize_t count;
  while ((count = pread(captured_stderr, bytes, sizeof bytes, position)) > 0) {
    write_all(real_stderr, bytes, (size_t)count);
    position += count;
  }
}

/* Async-signal-safe, and without effect in a child of fork or when called twice. */
static void restore_terminal(void) {
  if (!armed || getpid() != owner) return;
  armed = 0;
  write_all(STDOUT_FILENO, restore_text, restore_length);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  /* Half a mouse report is no command for the shell. */
  tcflush(STDIN_FILENO, TCIFLUSH);
  show_captured_stderr();
}

static void handle_fatal_signal(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal_signals[i] == number) sigaction(number, &previous_actions[i], NULL);
  }
  /* A fault repeats when the instruction does; what was sent has to be sent again. */
  if (info->si_code <= 0 || number == SIGTRAP) raise(number);
}

static void install_handlers(void) {
  static char handler_stack[32 * 1024];
  sigaltstack(&(stack_t){.ss_sp = handler_stack, .ss_size = sizeof handler_stack}, NULL);

  struct sigaction action = {.sa_sigaction = handle_fatal_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) {
    sigaction(fatal_signals[i], &action, &previous_actions[i]);
    /* Swift's backtracer would ask questions on the terminal; it comes after us only if the user wants it. */
    if (getenv("SWIFT_BACKTRACE") == NULL) previous_actions[i] = (struct sigaction){.sa_handler = SIG_DFL};
  }
  atexit(restore_terminal);
}

void cn_restore_arm(const struct termios *modes, const char *text, size_t length) {
  static int installed;
  if (!installed) {
    installed = 1;
    install_handlers();
  }
  armed = 0;
  owner = getpid();
  saved_modes = *modes;
  restore_length = length < sizeof restore_text ? length : sizeof restore_text;
  memcpy(restore_text, text, restore_length);
  armed = 1;
}

void cn_restore_disarm(void) { armed = 0; }

void cn_capture_stderr(void) {
  if (captured_stderr >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("stderr", MFD_CLOEXEC);
  if (memory < 0) return;
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_stderr < 0) {
    close(memory);
    return;
  }
  fcntl(memory, F_SETFL, O_APPEND);
  captured_stderr = memory;
  dup2(memory, STDERR_FILENO);
}

void cn_release_stderr(void) {
  if (captured_stderr < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  show_captured_stderr();
  close(captured_stderr);
  close(real_stderr);
  captured_stderr = real_stderr = -1;
}

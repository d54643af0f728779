#define _GNU_SOURCE
#include "CNcurses.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

/* What ends or stops a program that waits for an answer, and what continues it. */
static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};
enum { WATCHED_COUNT = sizeof watched / sizeof *watched };
static struct sigaction previous_actions[WATCHED_COUNT];
static struct sigaction watching;

static cn_question question;
static struct termios usual_modes, asking_modes;

static void set_modes(const struct termios *modes) {
  /* What is left of a secret must not end up in the shell. */
  tcsetattr(question.input, question.is_hidden ? TCSAFLUSH : TCSADRAIN, modes);
}

static void show(void) {
  set_modes(&asking_modes);
  ssize_t ignored = write(question.output, question.text, question.length);
  (void)ignored;
}

/* Has the effect that the signal has without a question; returns when that is over, if ever. */
static void let_through(int number) {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  for (int i = 0; i < WATCHED_COUNT; i++) {
    if (watched[i] == number) sigaction(number, &previous_actions[i], NULL);
  }
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  pthread_sigmask(SIG_BLOCK, &one, NULL);
  sigaction(number, &watching, NULL);
}

static void handle_signal(int number) {
  if (number != SIGCONT) {
    set_modes(&usual_modes);
    ssize_t ignored = write(question.output, "\n", 1);
    (void)ignored;
    let_through(number);
  }
  if (number != SIGCONT && number != SIGTSTP) return;
  show();
  sigset_t resumed;
  sigemptyset(&resumed);
  sigaddset(&resumed, SIGCONT);
  sigtimedwait(&resumed, NULL, &(struct timespec){0, 0});
}

bool cn_question_begin(cn_question asked) {
  pid_t foreground = tcgetpgrp(asked.input);
  if (foreground > 0 && foreground != getpgrp()) return false;
  if (tcgetattr(asked.input, &usual_modes) != 0) return false;
  question = asked;
  asking_modes = usual_modes;
  asking_modes.c_iflag |= ICRNL;
  asking_modes.c_lflag |= ICANON | ISIG | ECHO | ECHONL;
  if (question.is_hidden) asking_modes.c_lflag &= ~(tcflag_t)ECHO;

  watching = (struct sigaction){.sa_handler = handle_signal};
  sigemptyset(&watching.sa_mask);
  for (int i = 0; i < WATCHED_COUNT; i++) sigaddset(&watching.sa_mask, watched[i]);
  for (int i = 0; i < WATCHED_COUNT; i++) {
    sigaction(watched[i], NULL, &previous_actions[i]);
    /* What the program was started to ignore, as by nohup, it goes on ignoring. */
    if (previous_actions[i].sa_handler != SIG_IGN) sigaction(watched[i], &watching, NULL);
  }
  show();
  return true;
}

void cn_question_end(void) {
  set_modes(&usual_modes);
  for (int i = 0; i < WATCHED_COUNT; i++) sigaction(watched[i], &previous_actions[i], NULL);
}

#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

WINDOW *cn_stdscr(void) { return stdscr; }
WINDOW *cn_curscr(void) { return curscr; }
int cn_color_count(void) { return COLORS; }
int cn_pair_count(void) { return COLOR_PAIRS; }

bool cn_set_utf8_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  setlocale(LC_CTYPE, "C.UTF-8");
  return false;
}

const char *cn_terminfo_string(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

cchar_t cn_cell(attr_t attributes, int pair) {
  cchar_t cell = {0};
  setcchar(&cell, L" ", attributes, 0, &pair);
  return cell;
}

/* Until it has left the screen once, ncurses writes out every movement of the cursor by itself: 40 writes for a first
   frame rather than one. Here it leaves and comes back, and only the coming back is seen. */
static void gather_writes(void) {
  int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (terminal >= 0 && nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
    endwin();
    dup2(terminal, STDOUT_FILENO);
    doupdate();
  }
  if (terminal >= 0) close(terminal);
  if (nowhere >= 0) close(nowhere);
}

cn_screen_status cn_open_screen(const char *name) {
  /* Asked first, because newterm draws on a terminal without the means, and says nothing. */
  int status;
  if (setupterm(NULL, STDOUT_FILENO, &status) == ERR) return CN_TERMINAL_UNKNOWN;
  int suitable = cn_terminfo_string("cup") != NULL && cn_terminfo_string("clear") != NULL;
  del_curterm(cur_term);
  if (!suitable) return CN_TERMINAL_UNSUITABLE;

  FILE *output = fdopen(STDOUT_FILENO, "w");
  FILE *input = fdopen(STDIN_FILENO, "r");
  /* The window size is the kernel's, not what LINES and COLUMNS may say. */
  use_tioctl(TRUE);
  /* Only where SIGTSTP has its default does ncurses meddle with it: it would ignore it during every update, and so drop
     one that the event loop has yet to read. */
  signal(SIGTSTP, SIG_IGN);
  bool is_open = output != NULL && input != NULL && newterm(name, output, input) != NULL;
  signal(SIGTSTP, SIG_DFL);
  /* ncurses has caught these by now; the event loop reads them, and after it they mean what they always do. */
  const int caught[] = {SIGINT, SIGTERM, SIGWINCH};
  for (size_t i = 0; i < sizeof caught / sizeof *caught; i++) {
    if (!cn_is_ignored(caught[i])) signal(caught[i], SIG_DFL);
  }
  if (!is_open) return CN_TERMINAL_UNKNOWN;
  gather_writes();
  /* A frame is drawn to its end. The event loop takes all keys there are before it draws the next. */
  typeahead(-1);
  return CN_SCREEN_OPEN;
}

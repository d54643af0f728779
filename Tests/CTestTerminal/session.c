#define _GNU_SOURCE
#include "CTestTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

struct tt_session {
  int master;
  int slave; /* kept open, so that output and modes can be read after the program's end */
  pid_t process;
  bool ended;
  int status;
  VTerm *terminal;
  VTermScreen *screen;
  bool alternate, cursor_visible;
  char *output;
  size_t length, capacity;
};

static int property_changed(VTermProp property, VTermValue *value, void *user) {
  tt_session *session = user;
  if (property == VTERM_PROP_ALTSCREEN) session->alternate = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) session->cursor_visible = value->boolean;
  return 1;
}

/* Answers to what the program asks the terminal. */
static void answer(const char *bytes, size_t length, void *user) { tt_write(user, bytes, length); }

static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};

static void become(const char *path, char *const arguments[], char *const environment[], int slave) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (login_tty(slave) == 0) execve(path, arguments, environment);
  _exit(127);
}

tt_session *tt_start(const char *path, char *const arguments[], char *const environment[], int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  int master, slave;
  if (openpty(&master, &slave, NULL, NULL, &size) != 0) return NULL;
  /* Other tests start programs at the same time: they must not hold this terminal open. */
  fcntl(master, F_SETFD, FD_CLOEXEC);
  fcntl(master, F_SETFL, O_NONBLOCK);
  fcntl(slave, F_SETFD, FD_CLOEXEC);
  pid_t process = fork();
  if (process == 0) become(path, arguments, environment, slave);
  if (process < 0) {
    close(master);
    close(slave);
    return NULL;
  }
  tt_session *session = calloc(1, sizeof *session);
  session->master = master;
  session->slave = slave;
  session->process = process;
  session->cursor_visible = true;
  session->terminal = vterm_new(rows, columns);
  vterm_set_utf8(session->terminal, 1);
  vterm_output_set_callback(session->terminal, answer, session);
  session->screen = vterm_obtain_screen(session->terminal);
  vterm_screen_enable_altscreen(session->screen, 1);
  vterm_screen_set_callbacks(session->screen, &callbacks, session);
  vterm_screen_reset(session->screen, 1);
  return session;
}

void tt_free(tt_session *session) {
  int status;
  if (!tt_ended(session, &status)) {
    kill(-session->process, SIGKILL);
    kill(session->process, SIGKILL);
    waitpid(session->process, &status, 0);
  }
  tt_hang_up(session);
  close(session->slave);
  vterm_free(session->terminal);
  free(session->output);
  free(session);
}

ssize_t tt_pump(tt_session *session, int milliseconds) {
  struct pollfd readable = {.fd = session->master, .events = POLLIN};
  if (poll(&readable, 1, milliseconds) <= 0) return 0;
  char bytes[65536];
  ssize_t count = read(session->master, bytes, sizeof bytes);
  if (count <= 0) return count < 0 && errno == EAGAIN ? 0 : -1;
  if (session->length + (size_t)count > session->capacity) {
    session->capacity = 2 * (session->length + (size_t)count);
    session->output = realloc(session->output, session->capacity);
  }
  memcpy(session->output + session->length, bytes, (size_t)count);
  session->length += (size_t)count;
  vterm_input_write(session->terminal, bytes, (size_t)count);
  return count;
}

const char *tt_output(const tt_session *session, size_t *length) {
  *length = session->length;
  return session->output;
}

bool tt_write(tt_session *session, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(session->master, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (errno != EAGAIN || tt_pump(session, 5000) <= 0) {
      /* Full, and the program neither reads nor draws. */
      return false;
    }
  }
  return true;
}

void tt_hang_up(tt_session *session) {
  if (session->master >= 0) close(session->master);
  session->master = -1;
}

void tt_resize(tt_session *session, int columns, int rows) {
  vterm_set_size(session->terminal, rows, columns);
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(session->master, TIOCSWINSZ, &size);
}

pid_t tt_process(const tt_session *session) { return session->process; }

bool tt_ended(tt_session *session, int *status) {
  if (!session->ended) session->ended = waitpid(session->process, &session->status, WNOHANG) == session->process;
  *status = session->status;
  return session->ended;
}

tt_cell tt_cell_at(const tt_session *session, int column, int row) {
  VTermScreenCell from;
  tt_cell cell = {0};
  if (!vterm_screen_get_cell(session->screen, (VTermPos){.row = row, .col = column}, &from)) return cell;
  cell.continuation = from.chars[0] == (uint32_t)-1;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i] && !cell.continuation; i++) {
    cell.scalars[i] = from.chars[i];
  }
  cell.bold = from.attrs.bold;
  cell.italic = from.attrs.italic;
  cell.underline = from.attrs.underline != 0;
  cell.reverse = from.attrs.reverse;
  cell.default_foreground = VTERM_COLOR_IS_DEFAULT_FG(&from.fg);
  cell.default_background = VTERM_COLOR_IS_DEFAULT_BG(&from.bg);
  vterm_screen_convert_color_to_rgb(session->screen, &from.fg);
  vterm_screen_convert_color_to_rgb(session->screen, &from.bg);
  memcpy(cell.foreground, (uint8_t[]){from.fg.rgb.red, from.fg.rgb.green, from.fg.rgb.blue}, 3);
  memcpy(cell.background, (uint8_t[]){from.bg.rgb.red, from.bg.rgb.green, from.bg.rgb.blue}, 3);
  return cell;
}

void tt_cursor(const tt_session *session, int *column, int *row, bool *visible) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(session->terminal), &position);
  *column = position.col;
  *row = position.row;
  *visible = session->cursor_visible;
}

bool tt_alternate_screen(const tt_session *session) { return session->alternate; }

bool tt_cooked(const tt_session *session) {
  struct termios modes;
  return tcgetattr(session->slave, &modes) == 0 && (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO) &&
         (modes.c_oflag & OPOST);
}

int tt_unread(const tt_session *session) {
  int count = 0;
  return ioctl(session->slave, FIONREAD, &count) == 0 ? count : -1;
}

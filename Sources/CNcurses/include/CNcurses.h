/* ncurses as Swift may see it, and the few things that have to be C: what runs inside a signal handler,
   and what the importer refuses (variables, casted macros). Used by CursesTerminal alone. */
#ifndef CNCURSES_H
#define CNCURSES_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif

#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <termios.h>

/* ---- Accessors (screen.c) ---- */

static const attr_t CN_BOLD = A_BOLD;
static const attr_t CN_DIM = A_DIM;
static const attr_t CN_ITALIC = A_ITALIC;
static const attr_t CN_UNDERLINE = A_UNDERLINE;
static const attr_t CN_REVERSE = A_REVERSE;

WINDOW *cn_stdscr(void);
WINDOW *cn_curscr(void);
int cn_color_count(void);
int cn_pair_count(void);

/* Makes the locale one of UTF-8, the user's if it is: then true. */
bool cn_set_utf8_locale(void);

/* The terminfo string of that name, NULL when the terminal has none. */
const char *cn_terminfo_string(const char *name);

/* The width that ncurses will take a character for; -1 when it would not draw it. */
int cn_width(uint32_t scalar);

/* A curses cell with these attributes and colours, and no text yet. */
cchar_t cn_cell(attr_t attributes, int pair);

/* Gives a cell a base and up to three marks, 0 where there is none. In the open because a frame has thousands. */
static inline void cn_set_text(cchar_t *cell, uint32_t base, uint32_t mark1, uint32_t mark2, uint32_t mark3) {
  cell->chars[0] = (wchar_t)base;
  cell->chars[1] = (wchar_t)mark1;
  cell->chars[2] = (wchar_t)mark2;
  cell->chars[3] = (wchar_t)mark3;
}

typedef enum { CN_SCREEN_OPEN, CN_TERMINAL_UNKNOWN, CN_TERMINAL_UNSUITABLE } cn_screen_status;

/* Opens the screen on file descriptors 1 and 0, by the description of that name, NULL for TERM's. Unsuitable is a
   terminal whose cursor cannot be moved. */
cn_screen_status cn_open_screen(const char *name);

/* ---- Signals (signals.c) ---- */

/* Whether the program goes on whatever of it comes. */
bool cn_is_ignored(int number);
/* Blocks the signals that the event loop reads, and ignores SIGPIPE. Before the first thread starts. */
void cn_block_signals(void);
/* Gives the calling thread back the signals that cn_block_signals took. */
void cn_unblock_signals(void);
/* A descriptor that becomes readable when one of them is waiting; -1 on failure. */
int cn_open_signals(void);
/* The next waiting signal, 0 when there is none. */
int cn_next_signal(int descriptor);
/* Stops the process group as Ctrl-Z would; returns when it is continued. */
void cn_stop_process(void);

/* ---- Questions on a terminal without a screen (question.c) ---- */

typedef struct {
  int input, output;
  const char *text; /* to stay in place until the end */
  size_t length;
  bool is_hidden; /* whether the answer is not shown */
} cn_question;

/* Asks, one question at a time. Until the end, what ends or stops the program gives the terminal back before, and
   what continues it asks again. False, without having asked, where nobody could answer. */
bool cn_question_begin(cn_question question);
/* Gives the terminal back as it was. */
void cn_question_end(void);

/* ---- The main queue (signals.c): what CFRunLoop uses to serve it from a loop of one's own ---- */

int cn_main_queue_descriptor(void);
void cn_drain_main_queue(void);

/* ---- Restoring the terminal whatever happens (restore.c) ---- */

/* From here on a crash, abort or exit puts the modes back, writes the text, and shows captured standard error. */
void cn_restore_arm(const struct termios *modes, const char *text, size_t length);
/* No more, because the terminal is not ours (any more, or while suspended). */
void cn_restore_disarm(void);

/* Sends standard error to memory while the screen is up, if it would go to the terminal. */
void cn_capture_stderr(void);
/* Puts standard error back and writes what was captured. */
void cn_release_stderr(void);

#endif

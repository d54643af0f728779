/* A program on a pseudo-terminal, its output read by libvterm. For tests alone. */
#ifndef CTESTTERMINAL_H
#define CTESTTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct tt_session tt_session;

typedef struct {
  uint32_t scalars[6]; /* 0 where there is none; all 0 for a blank */
  bool continuation;   /* the right half of the wide cell before it */
  bool bold, italic, underline, reverse;
  bool default_foreground, default_background;
  uint8_t foreground[3], background[3];
} tt_cell;

/* Starts path with the signal mask and dispositions of a shell's child, as leader of a session of its own. */
tt_session *tt_start(const char *path, char *const arguments[], char *const environment[], int columns, int rows);
/* Kills what still runs and frees all. */
void tt_free(tt_session *session);

/* Waits for output up to so many milliseconds and takes it in: bytes taken, 0 on time-out, -1 after the last. */
ssize_t tt_pump(tt_session *session, int milliseconds);
/* All output so far. */
const char *tt_output(const tt_session *session, size_t *length);
bool tt_write(tt_session *session, const char *bytes, size_t length);
/* Closes the terminal under the program. */
void tt_hang_up(tt_session *session);
void tt_resize(tt_session *session, int columns, int rows);

pid_t tt_process(const tt_session *session);
/* True once it has ended; status is that of waitpid. */
bool tt_ended(tt_session *session, int *status);

tt_cell tt_cell_at(const tt_session *session, int column, int row);
void tt_cursor(const tt_session *session, int *column, int *row, bool *visible);
bool tt_alternate_screen(const tt_session *session);
/* Whether the terminal echoes and edits lines, as a shell expects it. */
bool tt_cooked(const tt_session *session);
/* How many bytes were typed that nobody has read. */
int tt_unread(const tt_session *session);

#endif

#include <sqlite3.h>

/// Binds text that SQLite copies, empty text for a null pointer. SQLITE_TRANSIENT is a cast that Swift
/// does not see.
static inline int hotspots_bind_text(sqlite3_stmt *statement, int column, const char *text, int bytes) {
  return sqlite3_bind_text(statement, column, text ? text : "", bytes, SQLITE_TRANSIENT);
}

/// Binds bytes that SQLite copies.
static inline int hotspots_bind_blob(sqlite3_stmt *statement, int column, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, column, bytes, count, SQLITE_TRANSIENT);
}

-- Each time that the store was put back from a snapshot: which numbers and ids must not be given again.
CREATE TABLE restored (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  until_day TEXT NOT NULL,
  mark TEXT NOT NULL,
  token_floor INTEGER NOT NULL,
  application_floor INTEGER NOT NULL
) STRICT;

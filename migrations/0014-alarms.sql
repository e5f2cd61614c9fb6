-- Who has seen an alarm of the wall, at which level; the row goes when the alarm is over.
CREATE TABLE acknowledgement (
  key TEXT PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('warning', 'urgent')),
  by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How many were served today, and how many never came: counted in this index alone.
CREATE INDEX token_over ON token (service_day, state) WHERE state IN ('done', 'noShow');

-- Programs of others: keys of the public API, and the addresses that are told of tokens. No secret is kept: of a key
-- its SHA-256, and the secret of a webhook follows from a key outside the database.
CREATE TABLE api_key (
  id INTEGER PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  events TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

-- How far each address has been told: no part of the log, but a mark in it.
CREATE TABLE webhook_cursor (
  webhook_id INTEGER PRIMARY KEY REFERENCES webhook (id),
  seq INTEGER NOT NULL,
  delivered_at INTEGER,
  failures INTEGER NOT NULL,
  failing_since_at INTEGER,
  trouble TEXT,
  dead_at INTEGER
) STRICT;

-- Where each service day begins in the log.
CREATE INDEX event_of_day ON event (seq) WHERE kind IN ('setUp', 'turnDay');

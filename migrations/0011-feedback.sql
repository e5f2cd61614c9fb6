-- What citizens thought of their visit, counted: nothing says whose a count is.
CREATE TABLE feedback (
  service_day TEXT NOT NULL,
  service_id TEXT NOT NULL,
  counter_id INTEGER NOT NULL,
  face TEXT NOT NULL CHECK (face IN ('good', 'fair', 'bad')),
  count INTEGER NOT NULL,
  PRIMARY KEY (service_day, service_id, counter_id, face)
) STRICT, WITHOUT ROWID;

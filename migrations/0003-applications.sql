-- Filed cases, which live past today.
CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  tracking_number TEXT NOT NULL UNIQUE,
  service_id TEXT NOT NULL,
  person_id TEXT,
  token_id INTEGER NOT NULL REFERENCES token (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'delivered', 'ended')),
  stage_id TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  risk_at INTEGER,
  due_at INTEGER,
  steps TEXT NOT NULL,
  planned TEXT NOT NULL,
  filed_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX application_open ON application (stage_id, due_at, id) WHERE state = 'open';
CREATE INDEX application_of_person ON application (person_id, service_id) WHERE state = 'open' AND person_id IS NOT NULL;

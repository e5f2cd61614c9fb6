-- A token walks through the stages of its service's journey: the line it stands in is one of a stage.
ALTER TABLE token ADD COLUMN stage_id TEXT NOT NULL DEFAULT '';
ALTER TABLE token ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';
ALTER TABLE token ADD COLUMN services TEXT NOT NULL DEFAULT '';
ALTER TABLE token ADD COLUMN next_services TEXT NOT NULL DEFAULT '';
ALTER TABLE token ADD COLUMN appointment_id INTEGER;
ALTER TABLE token ADD COLUMN slot_at INTEGER;
ALTER TABLE token ADD COLUMN application_id INTEGER;
ALTER TABLE token ADD COLUMN person_id TEXT;
ALTER TABLE token ADD COLUMN first_wait_ms INTEGER;
ALTER TABLE token ADD COLUMN forecast_p50_ms INTEGER;
ALTER TABLE token ADD COLUMN forecast_p90_ms INTEGER;
UPDATE token SET services = service_id;

DROP INDEX token_waiting;
CREATE INDEX token_waiting ON token (service_id, stage_id, target_ms, bound_counter_id, waiting_since, id)
  WHERE state = 'waiting';
CREATE INDEX token_of_person ON token (person_id, service_day) WHERE person_id IS NOT NULL;
CREATE INDEX token_scored ON token (service_day, service_id)
  WHERE forecast_p50_ms IS NOT NULL AND first_wait_ms IS NOT NULL;

DROP TABLE line;
CREATE TABLE line (
  service_id TEXT NOT NULL,
  stage_id TEXT NOT NULL,
  target_ms INTEGER NOT NULL,
  bound_counter_id INTEGER NOT NULL,
  waiting INTEGER NOT NULL CHECK (waiting >= 0),
  PRIMARY KEY (service_id, stage_id, target_ms, bound_counter_id)
) STRICT, WITHOUT ROWID;
INSERT INTO line
  SELECT service_id, stage_id, target_ms, coalesce(bound_counter_id, 0), count(*)
  FROM token WHERE state = 'waiting' GROUP BY 1, 2, 3, 4;

-- The token that a counter ended last, as it was before: what undo brings back.
ALTER TABLE counter ADD COLUMN last_ended_token TEXT;

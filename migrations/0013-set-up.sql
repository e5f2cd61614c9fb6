-- The centre is set up at the manager's console; which file it came from last tells whether that file has changed since.
ALTER TABLE hall ADD COLUMN file_mark TEXT;

-- What was changed of it, without reading the whole log.
CREATE INDEX event_set_up ON event (seq) WHERE kind IN ('setUp', 'changeCentre', 'undoSetUp');

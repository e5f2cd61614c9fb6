-- Which pictures and videos of the boards came and went, without reading the whole log.
CREATE INDEX event_media ON event (seq) WHERE kind IN ('changeMedia', 'undoMedia');

-- What came of the last check of the whole log, and which screens have seen another one, is asked for while the hall works.
CREATE INDEX event_verify ON event (seq) WHERE kind = 'verifyLog';
CREATE INDEX event_contradict ON event (at) WHERE kind = 'contradictLog';

-- Numbers that a kiosk may give on its own while this hub is away, each block for one machine and one service day.
CREATE TABLE lease (
  id TEXT PRIMARY KEY,
  device_id INTEGER NOT NULL,
  kiosk_id INTEGER NOT NULL,
  service_day TEXT NOT NULL,
  first_number INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  turn INTEGER NOT NULL,
  shown_turn INTEGER NOT NULL,
  mark TEXT NOT NULL,
  granted_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL
) STRICT;
CREATE INDEX lease_of_day ON lease (service_day, kiosk_id);
CREATE INDEX lease_of_device ON lease (device_id);
-- What kiosks gave on their own and could not be taken over is asked for while the hall works.
CREATE INDEX event_refused_merge ON event (at) WHERE kind = 'refuseMerge';

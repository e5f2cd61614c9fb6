-- The cards by which staff sign in and open a kiosk's maintenance screen. The number itself is not kept.
CREATE TABLE staff_card (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  card_mac TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE UNIQUE INDEX staff_card_in_use ON staff_card (card_mac) WHERE removed_at IS NULL;

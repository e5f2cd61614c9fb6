-- What is known of citizens, by a random id; it can be emptied, and no event holds any of it. Numbers are keyed hashes.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  cnic_mac TEXT NOT NULL UNIQUE,
  phone_mac TEXT,
  name TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX person_phone ON person (phone_mac) WHERE phone_mac IS NOT NULL;

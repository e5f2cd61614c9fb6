-- People leave out the hyphens of a code that they type: it is found without them too.
CREATE INDEX appointment_plain_code ON appointment (replace(source_id, '-', ''));

-- Staff print the slip of a token again, wherever it came from.
CREATE INDEX slip_of_token ON slip (token_id, id);

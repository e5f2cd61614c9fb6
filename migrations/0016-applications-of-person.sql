-- Everything that is held of a citizen is found by their id, also what is over.
CREATE INDEX application_of_citizen ON application (person_id, id) WHERE person_id IS NOT NULL;

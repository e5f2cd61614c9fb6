-- A citizen asks by phone for ten more minutes: since when they are away (queue clock), and how often they asked.
ALTER TABLE token ADD COLUMN away_since INTEGER;
ALTER TABLE token ADD COLUMN postpone_count INTEGER NOT NULL DEFAULT 0;

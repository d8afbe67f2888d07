-- Which patterns an actor applied.
CREATE INDEX pattern_usage_by_actor ON pattern_usage (actor, pattern_id) WHERE action = 'applied';

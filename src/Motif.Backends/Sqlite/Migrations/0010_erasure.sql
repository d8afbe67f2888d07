-- The words of what is removed leave the search index at once, instead of when its segments are merged one day.
INSERT INTO pattern_search (pattern_search, rank) VALUES ('secure-delete', 1);

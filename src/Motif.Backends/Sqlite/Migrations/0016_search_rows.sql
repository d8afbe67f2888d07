-- From a row of the search index to its pattern without reading the page that holds the body.
CREATE INDEX pattern_details_by_row ON pattern_details (row_id, pattern_id);

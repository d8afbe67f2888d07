-- A type belongs to one kind: without these the planner takes a kind and a type that never meet for a tenth of a tenth of the
-- patterns, and walks an order's whole index to find none.
CREATE STATISTICS patterns_kind_and_type (mcv) ON kind, pattern_type FROM patterns;
ANALYZE patterns;

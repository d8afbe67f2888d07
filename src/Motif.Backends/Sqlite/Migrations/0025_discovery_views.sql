-- What was found, by neighbourhood, and what neighbourhoods hold, for pages and tools that read the database.
CREATE VIEW pattern_effectiveness_by_cluster AS
SELECT
    f.finding_id,
    f.cluster_id,
    COALESCE(c.level, 'all') AS level,
    json_extract(f.body, '$.scope') AS cluster_name,
    json_extract(f.body, '$.feature') AS feature,
    f.state,
    json_extract(f.body, '$.multiplier') AS multiplier,
    json_extract(f.body, '$.expected_multiplier') AS expected_multiplier,
    json_extract(f.body, '$.support') AS support,
    json_extract(f.body, '$.channels') AS channels
FROM semantic_findings f
LEFT JOIN clusters c ON c.cluster_id = f.cluster_id;

CREATE VIEW semantic_cluster_stats AS
SELECT
    c.cluster_id,
    c.level,
    c.parent_id,
    json_extract(c.body, '$.name') AS cluster_name,
    COALESCE(m.items, 0) AS items,
    COALESCE(m.channels, 0) AS channels,
    m.strength,
    m.ratio,
    (SELECT COUNT(*) FROM semantic_findings f WHERE f.cluster_id = c.cluster_id AND f.state = 'confirmed') AS confirmed
FROM clusters c
LEFT JOIN (
    SELECT m.macro_id AS cluster_id, COUNT(*) AS items, COUNT(DISTINCT i.channel) AS channels,
        AVG(m.strength) AS strength, AVG(CASE WHEN i.performance_ratio > 0 THEN i.performance_ratio END) AS ratio
    FROM cluster_members m JOIN items i ON i.item_id = m.item_id
    GROUP BY m.macro_id
    UNION ALL
    SELECT m.meso_id AS cluster_id, COUNT(*) AS items, COUNT(DISTINCT i.channel) AS channels,
        AVG(m.strength) AS strength, AVG(CASE WHEN i.performance_ratio > 0 THEN i.performance_ratio END) AS ratio
    FROM cluster_members m JOIN items i ON i.item_id = m.item_id
    GROUP BY m.meso_id
    UNION ALL
    SELECT m.micro_id AS cluster_id, COUNT(*) AS items, COUNT(DISTINCT i.channel) AS channels,
        AVG(m.strength) AS strength, AVG(CASE WHEN i.performance_ratio > 0 THEN i.performance_ratio END) AS ratio
    FROM cluster_members m JOIN items i ON i.item_id = m.item_id
    GROUP BY m.micro_id
) m ON m.cluster_id = c.cluster_id;

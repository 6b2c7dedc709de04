-- The page of the house: every row of a statement with a column `line` is a line of it.
-- It reads the files of the directory that DuckDB was started in.

CREATE TEMP TABLE exits AS
  SELECT parse_filename(filename, true) AS branch, trim(content)::INTEGER AS code
  FROM read_text('*.exit');

CREATE TEMP TABLE reviews AS
  SELECT replace(parse_filename(filename), '.review.json', '') AS branch, json
  FROM read_json_objects('*.review.json', filename = true);

CREATE TEMP TABLE measures AS
  SELECT branch, m ->> 'name' AS name, (m ->> 'good')::INTEGER AS good,
         (m ->> 'total')::INTEGER AS total
  FROM (SELECT branch, unnest((json -> '$.measures[*]')::JSON[]) AS m FROM reviews);

CREATE TEMP TABLE entries AS
  SELECT replace(parse_filename(filename), '.today.jsonl', '') AS branch, json
  FROM read_json_objects('*.today.jsonl', format = 'newline_delimited', filename = true);

CREATE TEMP TABLE items AS
  SELECT branch, json ->> 'name' AS name, json ->> 'phone' AS phone, i ->> 'kind' AS kind,
         i ->> 'what' AS what, i ->> 'due' AS due, (i ->> 'class')::INTEGER AS class,
         i ->> 'when' AS w
  FROM (SELECT branch, json, unnest((json -> '$.items[*]')::JSON[]) AS i FROM entries);

-- A name is a name, whatever is in it.
CREATE TEMP MACRO cell(t) AS
  regexp_replace(replace(coalesce(t, ''), chr(10), ' '), '([\\|*_<>`\[\]])', '\\\1', 'g');
CREATE TEMP MACRO score(good, total) AS
  CASE WHEN total = 0 THEN '–'
       ELSE good || ' of ' || total || ' (' || round(100.0 * good / total)::INTEGER || ' %)' END;

SELECT '# ' || count(*) || CASE count(*) WHEN 1 THEN ' branch, ' ELSE ' branches, ' END
       || strftime(max(json ->> 'now')::TIMESTAMP, '%-d %B %Y') AS line
  FROM reviews;
SELECT '' AS line;

-- What cannot wait comes first, then whose book wants mending.
SELECT '- **' || cell(branch) || ': emergency**, ' || cell(name)
       || coalesce(', ' || nullif(cell(phone), ''), '') || ', due '
       || strftime(due::TIMESTAMP, '%a %-d %b %H:%M') || ': ' || cell(what) AS line
  FROM items WHERE kind = 'emergency' ORDER BY due, branch, name;
SELECT '- **' || cell(branch) || '**: '
       || CASE WHEN code = 3 THEN 'the book has problems: `care check`'
               ELSE 'nothing could be read' END AS line
  FROM exits WHERE code <> 0 ORDER BY branch;
SELECT '' AS line;

SELECT line FROM (VALUES
  (1, '| branch | today | late | contacts in 30 days | follow-up | promises | heard | thanked |'),
  (2, '|---|---|---|---|---|---|---|---|')) AS head(n, line) ORDER BY n;
WITH today AS (
  SELECT branch, count(DISTINCT name) FILTER (class BETWEEN 1 AND 7) AS wanted,
         count(DISTINCT name) FILTER (w = 'overdue') AS late
  FROM items GROUP BY branch),
scores AS (
  SELECT branch, max(score(good, total)) FILTER (name = 'follow_ups') AS f,
         max(score(good, total)) FILTER (name = 'promises') AS p,
         max(score(good, total)) FILTER (name = 'heard') AS h,
         max(score(good, total)) FILTER (name = 'thanked') AS t
  FROM measures GROUP BY branch)
SELECT '| ' || cell(r.branch) || ' | ' || coalesce(wanted, 0) || ' | ' || coalesce(late, 0) || ' | '
       || round((json ->> '$.load.done')::DOUBLE)::INTEGER || ' of '
       || round((json ->> '$.load.asked')::DOUBLE)::INTEGER
       || ' | ' || f || ' | ' || p || ' | ' || h || ' | ' || t || ' |' AS line
  FROM reviews r JOIN scores USING (branch) LEFT JOIN today USING (branch) ORDER BY r.branch;
WITH house AS (SELECT name, sum(good) AS good, sum(total) AS total FROM measures GROUP BY name)
SELECT '| **the house** | | | | '
       || string_agg(score(good, total), ' | ' ORDER BY list_position(
            ['follow_ups', 'promises', 'heard', 'thanked'], name)) || ' |' AS line
  FROM house WHERE name IN ('follow_ups', 'promises', 'heard', 'thanked');
SELECT '' AS line;

-- Where a branch is more than 15 points behind the others together, of five cases each.
WITH others AS (
  SELECT a.branch, a.name, a.good, a.total, sum(b.good) AS theirs, sum(b.total) AS of_theirs
  FROM measures a JOIN measures b ON a.name = b.name AND a.branch <> b.branch
  GROUP BY ALL)
SELECT '- ' || cell(branch) || ', ' || replace(name, '_', ' ') || ': ' || score(good, total)
       || ', the others ' || score(theirs, of_theirs) AS line
  FROM others
  WHERE total >= 5 AND of_theirs >= 5
    AND 20 * (theirs * total - good * of_theirs) > 3 * total * of_theirs
  ORDER BY theirs / of_theirs - good / total DESC, branch, name;

-- Three measures of the review, from the journal and the list: see duckdb_test.sh.
-- Every row of a statement with a column `line` is a line of what is printed.

CREATE TABLE journal AS
  SELECT * FROM read_csv('journal.csv', all_varchar = true, header = true, parallel = false);
CREATE TABLE objects AS
  SELECT * FROM read_json('journal.jsonl', format = 'newline_delimited', columns = {
    "table": 'VARCHAR', file: 'VARCHAR', line: 'VARCHAR', customer: 'VARCHAR', "on": 'VARCHAR',
    what: 'VARCHAR', heard: 'VARCHAR', promise: 'VARCHAR', amount: 'DOUBLE'});
CREATE TABLE customers AS
  SELECT * FROM read_csv('list.csv', all_varchar = true, header = true);
CREATE TABLE period AS
  SELECT (json ->> 'from')::DATE AS first, (json ->> 'to')::DATE AS final,
         (json ->> 'now')::TIMESTAMP AS now
  FROM read_json_objects('review.json');

-- Both forms of the journal hold the same.
SELECT 'the forms differ: ' || coalesce(c.file, o.file) || ':' || coalesce(c.line, o.line) AS line
  FROM journal c FULL JOIN objects o USING (file, line)
  WHERE c."table" IS DISTINCT FROM o."table" OR c.customer IS DISTINCT FROM o.customer
    OR c."on" IS DISTINCT FROM o."on" OR c.what IS DISTINCT FROM o.what
    OR c.heard IS DISTINCT FROM o.heard OR c.promise IS DISTINCT FROM o.promise
    OR c.amount::DOUBLE IS DISTINCT FROM o.amount;
SELECT 'the list differs: ' || coalesce(c.id, j.id) AS line
  FROM customers c FULL JOIN (
    SELECT c ->> 'id' AS id, c ->> 'status' AS status, c ->> 'owner' AS owner
    FROM (SELECT unnest((json -> '$.customers[*]')::JSON[]) AS c
          FROM read_json_objects('list.json'))) j ON c.id = j.id
  WHERE c.status IS DISTINCT FROM j.status OR c.owner IS DISTINCT FROM j.owner;

-- So do both forms of the review.
CREATE TABLE measures AS
  SELECT unnest((json -> '$.measures[*]')::JSON[]) AS m FROM read_json_objects('review.json');
CREATE TABLE told AS
  SELECT m ->> 'name' AS name, NULL AS owner, m ->> 'good' AS good, m ->> 'total' AS total,
         (m -> 'previous') ->> 'good' AS previous_good
  FROM measures
  UNION ALL
  SELECT m ->> 'name', owner, ((m -> 'owners') -> owner) ->> 'good',
         ((m -> 'owners') -> owner) ->> 'total', NULL
  FROM (SELECT m, unnest(json_keys(m -> 'owners')) AS owner FROM measures);
SELECT 'the review differs: ' || coalesce(c.name, t.name) || ' ' || coalesce(c.owner, t.owner, '')
       AS line
  FROM read_csv('review.csv', all_varchar = true, header = true) c FULL JOIN told t
    ON c.name = t.name AND coalesce(c.owner, '') = coalesce(t.owner, '')
  WHERE c.good IS DISTINCT FROM t.good OR c.total IS DISTINCT FROM t.total
    OR c.previous_good IS DISTINCT FROM t.previous_good
    OR c.rate::DOUBLE IS DISTINCT FROM round(t.good::DOUBLE / nullif(t.total::DOUBLE, 0), 4);

-- thanked, heard: of those whom we may contact, what was said by mouth.
CREATE TABLE spoken AS
  SELECT thanked IS NOT NULL AS thanked, heard IS NOT NULL AS heard
  FROM journal j JOIN customers c ON c.id = j.customer JOIN period p
    ON substr(j."on", 1, 10)::DATE BETWEEN p.first AND p.final
  WHERE j."table" = 'touch' AND j.how IN ('call', 'visit', 'meeting', 'video')
    AND j.reached IS DISTINCT FROM 'false' AND c.status = 'active';
SELECT 'thanked ' || count(*) FILTER (thanked) || ' of ' || count(*) AS line FROM spoken;
SELECT 'heard ' || count(*) FILTER (heard) || ' of ' || count(*) AS line FROM spoken;

-- promises: those that none had replaced by their due, kept in time. A date beside a moment is
-- compared by its day.
CREATE MACRO in_time(record, due) AS
  CASE WHEN length(record) > 10 AND length(due) > 10 THEN record <= due
       ELSE substr(record, 1, 10) <= substr(due, 1, 10) END;
CREATE TABLE promises AS
  SELECT *, coalesce(id, customer || '-' || substr(due, 1, 10)) AS named
  FROM journal WHERE "table" = 'promise';
CREATE TABLE cases AS
  SELECT p.due, coalesce(in_time(p.kept, p.due), false) OR EXISTS (
           FROM journal t WHERE t."table" = 'touch' AND t.promise = p.named
             AND in_time(t."on", p.due)) AS good
  FROM promises p JOIN customers c ON c.id = p.customer
  WHERE c.status <> 'former' AND NOT EXISTS (
    FROM promises o WHERE o.replaces = p.named AND o.customer = p.customer
      AND (o.made IS NULL OR in_time(o.made, p.due)));
SELECT 'promises ' || count(*) FILTER (good) || ' of ' || count(*) AS line
  FROM cases JOIN period ON substr(due, 1, 10)::DATE BETWEEN first AND final
  WHERE good OR CASE WHEN length(due) > 10 THEN due::TIMESTAMP < now
                     ELSE due::DATE < now::DATE END;

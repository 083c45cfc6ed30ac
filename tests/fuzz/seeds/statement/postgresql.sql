-- accounts, month by month: it's :from here, and bound below
WITH months AS MATERIALIZED (
  SELECT date_trunc('month', created_at AT TIME ZONE 'Europe/Paris')::date AS day, count(*) AS n
  FROM accounts /* of /* all */ :until */
  WHERE created_at >= :from AND created_at < :until AND note <> E'it\'s :segment' AND body <> $a$ :from $$ $a$
  GROUP BY 1)
SELECT :segment, day, n FROM months WHERE tags[1:2] IS NOT NULL AND data ? 'key';

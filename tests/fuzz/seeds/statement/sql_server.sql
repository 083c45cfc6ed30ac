;WITH x(a) AS (SELECT [it's :from] FROM dbo.[t]]]) SELECT 1.5e-3, 0x1F, x.a FROM x INNER MERGE JOIN y ON x.a = y.b WHERE d >= :from

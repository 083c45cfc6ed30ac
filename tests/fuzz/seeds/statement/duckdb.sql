FROM 'events.parquet' SELECT {'day': :from, 'x':until}, src:a.b[0]::int, [:segment, x], list[1:n] WHERE (update IS NULL)

// A public page's tables, held against the Table Schemas beside them by the implementation of frictionlessdata.io.
import { readFileSync } from 'node:fs';
import { Schema, Table } from 'tableschema';

let failed = false;
for (const file of process.argv.slice(2)) {
  const described = JSON.parse(readFileSync(file.replace(/\.csv$/, '.schema.json'), 'utf8'));
  const fail = (why) => {
    console.log(`${file}: ${why}`);
    failed = true;
  };
  const schema = await Schema.load(described, { strict: false });
  if (!schema.valid) fail(`no Table Schema: ${schema.errors.map((error) => error.message)}`);
  const read = async (words) => {
    const { Readable } = await import('node:stream');
    const table = await Table.load(() => Readable.from([words]), { schema: described });
    return table.read({ keyed: true });
  };
  const words = readFileSync(file, 'utf8');
  let rows = [];
  try {
    rows = await read(words);
  } catch (error) {
    fail(`${error.message} ${(error.errors ?? []).map((one) => one.message)}`);
  }
  if (rows.length < 10) fail(`${rows.length} rows`);
  // What is not as the schema says is refused: it says something.
  const [header, first, ...rest] = words.split('\r\n');
  const broken = [first.replace(/^[^,]*/, ''), first.replace(/\d{4}-\d\d-\d\d/, 'soon'), `${first}\r\n${first}`];
  for (const row of broken) {
    const refused = await read([header, row, ...rest].join('\r\n')).then(() => false, () => true);
    if (!refused) fail(`takes ${row}`);
  }
}
process.exit(failed ? 1 : 0);

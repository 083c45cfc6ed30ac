// Opens each page named on the command line as people would: on a telephone, a tablet, a screen, in the dark, and on paper.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const axe = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
let failed = 0;
let passed = 0;

function expect(holds, what) {
  holds ? (passed += 1) : (failed += 1);
  if (!holds) console.log(`failed: ${what}`);
}

/// More than any sheet or screen holds: of it only the breaks are looked at.
const is_too_much = (where) => path.basename(where).startsWith('overcrowded');

/// What a sponsor must find without scrolling, on a screen 900 pixels high; on paper, all that is read first on one A4 sheet.
const sheet = { width: Math.round((210 - 20) * 96 / 25.4), height: Math.round((297 - 20) * 96 / 25.4) };
const bottoms = (page, selectors) => page.evaluate((all) => all.map((one) => [one, document.querySelector(one)?.getBoundingClientRect().bottom]), selectors);
async function expectFirst(page, where, width) {
  for (const [what, bottom] of await bottoms(page, ['main > header', '.first .lead', '.first > .brief > p:last-of-type', '.first .keys']))
    expect(bottom !== undefined && bottom <= 900, `${where}: ${what} ends at ${bottom}, beneath the first screen`);
  if (width < 1400) return;
  for (const [what, bottom] of await bottoms(page, ['.first .course svg', '.first .next']))
    expect(bottom !== undefined && bottom <= 900, `${where}: ${what} ends at ${bottom}, beneath the first screen`);
}
async function expectPrinted(page, where) {
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  const [[, bottom]] = await bottoms(page, ['.first']);
  expect(bottom <= sheet.height || is_too_much(where),
    `${where}: what is read first is ${bottom} high, more than a sheet of ${sheet.height}`);
  expect(await page.evaluate(() => [...document.querySelectorAll('details.figures')].every((one) => one.closest('.first')) ||
    [...document.querySelectorAll('details > :not(summary)')].every((one) => one.closest('.figures') || one.getBoundingClientRect().height > 0)),
    `${where}: something folded is not printed`);
}

/// What is read first is one sheet. Where there is too much for it, tables go to the next whole: no row is cut off from its table.
const without_spaces = (text) => text.replace(/[\s-]/gu, '');
const pages_of = (pdf) => execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').map(without_spaces);
async function expectWholeTables(page, where, pdf) {
  const tables = await page.evaluate(() => [...document.querySelectorAll('.first > :is(.asked, .all-goals)')].map((one) =>
    [one.querySelector('h2, h3').textContent, [...one.querySelectorAll('tbody :is(th, td)')].map((cell) => cell.textContent).join(' ')]));
  const pages = pages_of(pdf);
  const place = (words) => pages.findIndex((text) => text.includes(without_spaces(words)));
  expect(tables.length > 0, `${where}: no table is read first`);
  for (const [heading, rows] of tables) {
    expect(place(heading) >= 0, `${where}: "${heading}" is not printed`);
    const words = rows.match(/\p{L}{5,}/gu);
    expect([...new Set(words)].every((word) => pages[place(heading)].includes(word)), `${where}: the table of "${heading}" is on two pages`);
    expect(place(heading) === 0 || is_too_much(where), `${where}: "${heading}" is not on the first sheet`);
  }
}

/// The heading of a chart's section stands on the page that the chart does. A hyphen that ends a line is left out by pdftotext.
async function expectUnsplit(page, where, pdf) {
  const charts = await page.evaluate(() => [...document.querySelectorAll('section.annex figure:first-child')].map((one) =>
    [one.closest('section').querySelector('h2, h3, h4').textContent, one.querySelector('figcaption').textContent]));
  const pages = pages_of(pdf);
  for (const [heading, caption] of charts)
    expect(pages.some((text) => [heading, caption].every((words) => text.includes(without_spaces(words)))),
      `${where}: "${heading}" and its chart are not on one page`);
}

for (const name of process.argv.slice(2)) {
  for (const [width, scheme] of [[360, 'light'], [800, 'dark'], [1400, 'light']]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    const noise = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('dialog', (dialog) => { noise.push('a dialog opened'); dialog.dismiss(); });
    page.on('request', (request) => { if (!/^(file|data):/.test(request.url())) noise.push(request.url()); });
    await page.goto(`file://${path.resolve(name)}`);
    const where = `${name} at ${width}, ${scheme}`;
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: wider than the screen`);
    expect(await page.evaluate(() => document.querySelectorAll('script').length) === 0, `${where}: a script`);
    expect(/^(en|fr)$/.test(await page.getAttribute('html', 'lang')), `${where}: lang`);
    expect(await page.evaluate(() => [...document.querySelectorAll('svg')].every((chart) => chart.closest('section').querySelector('table'))),
      `${where}: a chart without its table`);
    const is_brief = await page.evaluate(() => document.querySelector('main > .first > .brief .lead') !== null);
    if (is_brief && !path.basename(name).includes('crowded')) await expectFirst(page, where, width);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    expect(violations.length === 0, `${where}: ${violations.map((one) => `${one.id} (${one.nodes[0].html.slice(0, 100)})`)}`);
    if (is_brief) expect(fs.statSync(name).size <= 200 * 1024, `${where}: more than 200 KB`);
    expect(noise.length === 0, `${where}: ${noise}`);
    if (width === 800) {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.length > 10000, `${where}: not printed`);
      if (is_brief) await expectUnsplit(page, where, pdf);
      if (is_brief) await expectWholeTables(page, where, pdf);
      if (is_brief) await expectPrinted(page, where);
    }
    await page.close();
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

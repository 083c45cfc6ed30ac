// Opens each page named on the command line as people would: on a telephone, a tablet, a screen, in the dark, and on paper.
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
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    expect(violations.length === 0, `${where}: ${violations.map((one) => `${one.id} (${one.nodes[0].html.slice(0, 100)})`)}`);
    expect(noise.length === 0, `${where}: ${noise}`);
    if (width === 800) {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.length > 10000, `${where}: not printed`);
    }
    await page.close();
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

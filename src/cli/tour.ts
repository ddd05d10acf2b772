import { readFileSync } from 'node:fs';
import { type ExtensionBrowser, openedPopup, openRealPopup, until } from './chromium.ts';
import { EXIT } from './command.ts';
import type { Sample } from './samples.ts';

interface Tour {
  browser: ExtensionBrowser;
  samples: readonly Sample[];
  index: string;
  /** Keeps a picture or a file of the tour under this name. */
  keep(name: string, content: Buffer | string): void;
  say(line: string): void;
}

/** Does what a new user would do, step by step; answers the exit code, and names the step that failed. */
export async function takeTour({ browser, samples, index, keep, say }: Tour): Promise<number> {
  const { context, origin } = browser;
  const page = context.pages()[0] ?? (await context.newPage());
  const dashboard = await context.newPage();
  const failed: string[] = [];
  let number = 0;
  const step = async (name: string, work: () => Promise<string>) => {
    const label = `${String(++number).padStart(2, '0')} ${name}`;
    try {
      say(`${label}: ${await work()}`);
    } catch (error) {
      failed.push(label);
      say(`${label}: FAILED. ${error instanceof Error ? error.message : error}`);
    }
  };
  const picture = async (name: string, of = page) =>
    keep(`${String(number).padStart(2, '0')}-${name}.png`, await of.screenshot());

  await step('sample site', async () => {
    await page.goto(index);
    await picture('samples');
    return await page.title();
  });
  await step('first visit: who I am', async () => {
    await dashboard.goto(`${origin}/dashboard.html`);
    await picture('archive-first', dashboard);
    await dashboard.getByRole('button', { name: 'Go on without it' }).click();
    await dashboard.getByLabel('Your position').fill('Data Engineer');
    await dashboard.getByLabel('Name', { exact: true }).fill('Kim Sommer');
    await dashboard.getByLabel('Company', { exact: true }).fill('Hanseatische Versicherung AG');
    await dashboard.getByRole('combobox', { name: 'Where?' }).fill('Hamburg, Germany');
    await picture('who-i-am', dashboard);
    await dashboard.getByRole('button', { name: 'Save and go on' }).click();
    await dashboard.getByRole('radio', { name: 'Change of job' }).waitFor();
    return 'Kim Sommer, Data Engineer, invented as everybody here';
  });
  await step('a goal', async () => {
    await dashboard.getByRole('radio', { name: 'Change of job' }).check();
    await dashboard.getByRole('combobox', { name: 'Target industry' }).fill('energy');
    await dashboard
      .getByRole('option', { name: /energy/i })
      .first()
      .click();
    await dashboard.getByLabel('In your own words').last().fill('Change into the energy industry');
    await picture('goal-form', dashboard);
    await dashboard.getByRole('button', { name: 'Set goal' }).click();
    await dashboard.getByRole('heading', { name: 'Save from a page' }).waitFor();
    await picture('first-contact', dashboard);
    return 'Change into the energy industry';
  });
  for (const sample of samples.filter(({ page: name }) => /^(linkedin|xing)\//.test(name))) {
    await step(`save from ${sample.about}`, async () => {
      await page.bringToFront();
      await page.goto(sample.url);
      const button = page.getByRole('button', { name: 'Save contact' });
      await button.waitFor();
      await picture(`${sample.page.replace('/', '-')}-before`);
      await button.click();
      // Pages must not see who is saved: the popup opens by itself and says it.
      const popup = await openedPopup(browser, dashboard);
      await popup.waitForText('Saved from');
      keep(
        `${String(number).padStart(2, '0')}-${sample.page.replace('/', '-')}-saved.png`,
        await popup.screenshot(),
      );
      await popup.close();
      return `saved, badge "${await badge()}"`;
    });
  }
  for (const sample of samples.filter(({ page: name }) => !/^(linkedin|xing)\//.test(name))) {
    await step(`save from ${sample.about} in the popup`, async () => {
      await page.bringToFront();
      await page.goto(sample.url);
      const popup = await openRealPopup(browser, dashboard);
      await popup.waitForText('Save contact');
      keep(`${String(number).padStart(2, '0')}-popup-unsaved.png`, await popup.screenshot());
      await popup.evaluate(`document.querySelector('button[type=submit]').click()`);
      await popup.waitForText('Saved from');
      keep(`${String(number).padStart(2, '0')}-popup-saved.png`, await popup.screenshot());
      await popup.evaluate('window.close()');
      return `saved, badge "${await badge()}"`;
    });
  }
  await step('popup of a saved contact', async () => {
    await page.bringToFront();
    await page.goto(samples[0]?.url ?? '');
    const popup = await openRealPopup(browser, dashboard);
    await popup.waitForText('Saved from');
    await popup.evaluate(
      `document.querySelectorAll('.fits details').forEach((details) => { details.open = true })`,
    );
    keep(`${String(number).padStart(2, '0')}-popup.png`, await popup.screenshot());
    const text = String(await popup.evaluate('document.body.innerText'))
      .split('\n')
      .filter(Boolean)
      .slice(0, 5)
      .join(' | ');
    await popup.evaluate('window.close()');
    return text;
  });
  for (const room of ['today', 'map', 'contacts', 'goals', 'test', 'key', 'moves'] as const) {
    await step(room, async () => {
      await dashboard.bringToFront();
      await dashboard.goto(`${origin}/dashboard.html#/${room}`);
      await dashboard.reload();
      const heading = dashboard.getByRole('heading', { level: 1 });
      await heading.waitFor();
      // Pictures of the map are drawn after the words.
      await dashboard.waitForTimeout(600);
      await picture(room, dashboard);
      return (await heading.textContent()) ?? '';
    });
  }
  for (const [section, button] of [
    ['export', /^Export \d+ contacts?$/],
    ['backup', 'Back up'],
  ] as const) {
    await step(section, async () => {
      await dashboard.goto(`${origin}/dashboard.html#/files/${section}`);
      const download = dashboard.waitForEvent('download');
      await dashboard.getByRole('button', { name: button, exact: true }).click();
      const file = await download;
      const text = readFileSync(await file.path(), 'utf8');
      if (text.length < 100) throw new Error('the file is empty');
      keep(file.suggestedFilename(), text);
      await picture(section, dashboard);
      return `${file.suggestedFilename()}, ${text.length} characters`;
    });
  }
  for (const problem of browser.problems) say(`problem: ${problem}`);
  if (failed.length === 0 && browser.problems.length === 0) return EXIT.done;
  say(
    failed.length > 0
      ? `Failed: ${failed.join('; ')}`
      : 'Failed: console errors or requests leaving the machine',
  );
  return EXIT.refused;

  /** The badge of the front tab. */
  async function badge(): Promise<string> {
    return await until('a badge', async () => {
      const text = await browser.worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: ChromeBadge };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return tab?.id === undefined ? '' : await chrome.action.getBadgeText({ tabId: tab.id });
      });
      return text === '' || text === '+' ? undefined : text;
    });
  }
}

interface ChromeBadge {
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

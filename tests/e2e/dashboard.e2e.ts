import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, until } from '../../src/cli/chromium.ts';
import { seed, send } from '../../src/cli/seed/seed.ts';
import type { AnalysisState, ContactRow } from '../../src/messaging/protocol.ts';
import { launchBuilt } from './launch.ts';

/** The rooms that tell of the network. */
const ROOMS = ['today', 'goals', 'test', 'key', 'moves'] as const;

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBuilt();
  page = await browser.context.newPage();
  await page.addInitScript(watchShifts);
  await page.goto(`${browser.origin}/dashboard.html#/settings`);
  await seed(page, 40);
  await analysed();
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

/** Waits until the analysis is of the present state of the network. */
function analysed(): Promise<AnalysisState> {
  return until('the analysis', async () => {
    const answer = (await send(page, 'analysis.get', {})) as AnalysisState;
    return answer.state === 'current' ? answer : undefined;
  });
}

/** Notes that the last word with these contacts was years ago. */
async function fallOutOfTouch(...names: string[]): Promise<void> {
  const { rows } = (await send(page, 'rows.get', { segment: 0 })) as { rows: ContactRow[] };
  for (const { id } of rows.filter(({ name }) => names.includes(name)))
    await send(page, 'contact.setTie', {
      tie: { from: 'me', to: id, kind: 'knows', strength: 'moderate', lastContact: '2022-05-04' },
    });
}

/** Loads a room anew, as from a bookmark. */
async function visit(address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${browser.origin}/dashboard.html#/${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.loading, [aria-busy=true]') === null);
}

const hash = () => page.evaluate(() => location.hash);

/** Runs in the page: adds up layout shifts that no input has caused. */
function watchShifts(): void {
  const shifts: { value: number; sources: string[] }[] = [];
  (globalThis as unknown as { shifts: typeof shifts }).shifts = shifts;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources?: { node?: Node }[];
    })[]) {
      if (!entry.hadRecentInput)
        shifts.push({
          value: entry.value,
          sources: (entry.sources ?? []).map(({ node }) => (node as Element)?.className ?? node?.nodeName),
        });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

describe('from a goal to a step that is due', () => {
  it('creates a goal with its target by typing, and shows what it has and lacks', async () => {
    await visit('goals');
    await page.getByRole('link', { name: 'New goal' }).click();
    await page.getByRole('radio', { name: /Project abroad/ }).check();
    await page.getByRole('combobox', { name: /Which country/ }).fill('Paris, France');
    await page.getByRole('combobox', { name: 'Target industry' }).fill('health');
    await page
      .getByRole('option', { name: /Health care/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'matters most' }).click();
    await page.getByRole('button', { name: 'Set goal' }).click();
    const goal = page.getByRole('region', { name: /Project abroad/ });
    await goal.getByText('Who helps').waitFor();
    expect(await hash()).toMatch(/^#\/goals\/[\w-]+$/);
    expect(await goal.locator('.role').count()).toBe(6);
    expect(await goal.locator('.role-state').allTextContents()).toContain('not needed here');
    await goal.getByRole('link', { name: 'Sophie Laurent' }).first().waitFor();
  });

  it('tests the change to that goal; the choice is the address, and the back button leaves the room', async () => {
    await page.getByRole('link', { name: 'Change test' }).click();
    await page.getByRole('button', { name: /Project abroad/ }).click();
    await page.getByText(/If you changed your industry and place \(Health care · Paris\)/).waitFor();
    expect(await hash()).toContain('industry=86&place=Paris');
    expect(await page.getByRole('button', { name: /Project abroad/ }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    const address = await hash();
    await page.getByRole('checkbox', { name: 'Industry' }).uncheck();
    await page.getByText(/If you changed your place \(Paris\)/).waitFor();
    await visit(address.slice(2));
    await page.getByText(/If you changed your industry and place \(Health care · Paris\)/).waitFor();
    await page.getByRole('link', { name: 'Goals' }).click();
    await page.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Change test' }).waitFor();
    await page.getByText(/If you changed your industry and place/).waitFor();
  });

  it('accepts a move, which then stands under what is due, and takes it back', async () => {
    await fallOutOfTouch('Sophie Laurent', 'Leyla Brandt');
    await analysed();
    await visit('moves');
    const accept = page.getByRole('button', { name: 'Accept' }).first();
    await accept.click();
    const step = page.getByLabel('Next step');
    const words = await step.inputValue();
    expect(words).not.toBe('');
    await page.getByLabel('By', { exact: true }).fill(inDays(3));
    await page.getByRole('button', { name: 'Make it the next step' }).click();
    await page.getByText(/^Next step with /).waitFor();
    await page.getByRole('link', { name: 'Today' }).click();
    await page.locator('.due', { hasText: words.slice(0, 40) }).waitFor();
    await page.getByText('in 3 days').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    await expect.poll(() => page.locator('.due', { hasText: words.slice(0, 40) }).count()).toBe(0);
  });

  it('drops the goal into history, reopens it, deletes it, and takes that back', async () => {
    await visit('goals');
    const goal = page.getByRole('region', { name: /Project abroad/ });
    await goal.getByRole('button', { name: 'Drop' }).click();
    await page.getByRole('heading', { name: 'Earlier goals' }).waitFor();
    await page.getByRole('button', { name: 'Reopen' }).click();
    await goal.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => goal.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await goal.waitFor();
    await goal.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => goal.count()).toBe(0);
  });
});

it('marks a key person, and remembers it', async () => {
  await visit('key');
  const hub = page.locator('.hub', { hasText: 'Friederike Voss' });
  await hub.getByText('Has 6,400 followers.').waitFor();
  await hub.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('Friederike Voss is marked as a key person.').waitFor();
  await visit('key');
  await hub.getByText('You marked this contact as a key person.').waitFor();
  expect(await hub.getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('true');
});

describe('by keyboard', () => {
  it('skips the rail, and arrives at the heading of a room', async () => {
    await visit('today');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Today');
    await page.getByRole('link', { name: 'Next moves', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Next moves');
    await expect.poll(() => page.title()).toBe('Next moves · Weitblick');
  });

  it('opens a contact by its name, and returns to the name', async () => {
    await visit('goals');
    const name = page.locator('.goal a.name').first();
    const words = await name.textContent();
    await name.focus();
    await page.keyboard.press('Enter');
    await expect.poll(hash).toContain('contact=');
    await page.goBack();
    await expect.poll(hash).not.toContain('contact=');
    await expect.poll(focused).toBe(words);
  });

  it('answers a move, and puts the answer away with Escape', async () => {
    await analysed();
    await visit('moves');
    await page.getByRole('button', { name: 'Later' }).first().focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type))
      .toBe('date');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.move form').count()).toBe(0);
  });
});

describe('as seen', () => {
  it.each(ROOMS)('%s does not shift while it loads', async (room) => {
    await visit(room);
    await page.waitForTimeout(600);
    const shifts = await page.evaluate(
      () => (globalThis as unknown as { shifts: { value: number; sources: string[] }[] }).shifts,
    );
    const sum = shifts.reduce((whole, { value }) => whole + value, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThan(0.01);
  });

  it.each([
    ['en', 'light'],
    ['de', 'dark'],
  ] as const)(
    'has no findings of axe in %s, %s',
    async (language, colorScheme) => {
      await send(page, 'settings.set', { settings: { language } });
      await page.emulateMedia({ colorScheme });
      for (const room of [...ROOMS, 'goals/new', 'goals/synthetic-health/edit']) {
        await visit(room);
        const { violations } = await new AxeBuilder({ page: page as never }).analyze();
        expect(violations.map(({ id, nodes }) => `${room}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await send(page, 'settings.set', { settings: { language: 'auto' } });
    },
    120_000,
  );

  it.each([
    [1280, 'at full width'],
    [720, 'at its narrowest'],
    [640, 'at 200 %'],
  ])('cuts nothing off sideways %i pixels wide, %s', async (width) => {
    await send(page, 'settings.set', { settings: { language: 'de' } });
    await page.setViewportSize({ width, height: 800 });
    for (const room of [...ROOMS, 'goals/new']) {
      await visit(room);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, room).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await send(page, 'settings.set', { settings: { language: 'auto' } });
  });
});

function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

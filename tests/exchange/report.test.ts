import { describe, expect, it } from 'vitest';
import { useCatalogue } from '../../src/browser/text.ts';
import { analyseBackup } from '../../src/cli/commands/analyse.ts';
import { syntheticContact, syntheticTie } from '../../src/cli/seed/many.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME } from '../../src/cli/seed/people.ts';
import { catalogueOf } from '../../src/cli/sentences.ts';
import type { Backup, Contact, Snapshot } from '../../src/core/model/index.ts';
import { snapshotOf } from '../../src/core/strategy/index.ts';
import { writeReport } from '../../src/exchange/export/index.ts';
import { reportContent } from '../../src/ui/dashboard/rooms/files/reportContent.ts';
import { backupOf, textOf } from './people.ts';

const COUNT = 60;

async function reportOf(backup: Backup, language: 'en' | 'de') {
  useCatalogue(language, catalogueOf(language));
  const { contacts, ...analysis } = await analyseBackup(backup);
  const byId = new Map(
    backup.contacts.map(({ id, profile }) => [
      id,
      { name: profile.name.full, title: '<b>Lead</b>', company: 'Müller & Co', place: 'Ulm' },
    ]),
  );
  const whole = { ...analysis, contacts: contacts.length };
  const content = reportContent(whole, backup, { byId }, backup.snapshots ?? []);
  return { content, html: await textOf(writeReport(content)) };
}

function network(change: (contact: Contact) => Contact = (contact) => contact): Backup {
  const contacts = Array.from({ length: COUNT }, (_, i) => change(syntheticContact(i, COUNT)));
  const ties = Array.from({ length: COUNT }, (_, i) => syntheticTie(i)).filter((tie) => tie !== null);
  return { ...backupOf({ contacts, ties }), me: SYNTHETIC_ME, goals: SYNTHETIC_GOALS };
}

it.each(['en', 'de'] as const)(
  'says everything in whole sentences of the language (%s)',
  async (language) => {
    const { content } = await reportOf(network(), language);
    const texts = JSON.stringify(content);
    // An open placeholder or a key of the catalogue is no sentence.
    expect(texts).not.toMatch(/\{\w+\}/);
    expect(texts).not.toMatch(/"(fact|report|blind|test|layer)_?[A-Z_]\w*"/);
    expect(content.lead?.length).toBeGreaterThan(0);
    expect(content.sections.length).toBeGreaterThan(5);
    for (const { list = [], paragraphs = [] } of content.sections)
      for (const text of [...list, ...paragraphs]) expect(text).toMatch(/[.!?…:]$/);
  },
);

describe('progress', () => {
  /** The present state, as if it had been that of an earlier month, with gaps that have closed since. */
  async function monthBefore(backup: Backup, name: string, closed: number): Promise<Snapshot> {
    const { contacts, ...analysis } = await analyseBackup(backup);
    const now = snapshotOf({ ...analysis, contacts: contacts.length });
    const goals = now.goals.map((goal) => ({
      ...goal,
      gaps: [...goal.gaps, ...Array.from({ length: closed }, (_, at) => `gone ${at}`)],
    }));
    return { ...now, month: name, at: `${name}-20T10:00:00.000Z`, goals };
  }

  it.each([
    [
      'en',
      'Since the last month',
      'Since the goal began',
      'gap has closed',
      'gaps have closed',
      /in contact with/,
    ],
    [
      'de',
      'Seit dem letzten Monat',
      'Seit Beginn des Ziels',
      'Lücke hat sich geschlossen',
      'Lücken haben sich geschlossen',
      /In diesem Monat hatten Sie/,
    ],
  ] as const)(
    'is told since the last month and since the goals began (%s)',
    async (language, last, start, one, many, met) => {
      const backup = network();
      const snapshots = [await monthBefore(backup, '2020-01', 3), await monthBefore(backup, '2020-02', 1)];
      const { content, html } = await reportOf({ ...backup, snapshots }, language);
      const section = (heading: string) => content.sections.find((each) => each.heading === heading);
      const [open, close] = language === 'de' ? '„“' : '“”';
      const lines = (words: string) =>
        SYNTHETIC_GOALS.map(({ title }) => `${open}${title}${close}: ${words}.`);
      expect(section(last)?.list).toEqual(lines(`1 ${one}`));
      expect(section(last)?.paragraphs).toEqual([expect.stringMatching(met)]);
      expect(section(start)?.list).toEqual(lines(`3 ${many}`));
      expect(html).toContain(`<h2>${last}</h2>`);
    },
  );

  it('is told once where the goal began last month, and not at all without an earlier month', async () => {
    const backup = network();
    const headings = async (snapshots?: Snapshot[]) => {
      const { content } = await reportOf({ ...backup, ...(snapshots && { snapshots }) }, 'en');
      return content.sections.map(({ heading }) => heading).filter((heading) => heading.startsWith('Since'));
    };
    expect(await headings()).toEqual([]);
    expect(await headings([await monthBefore(backup, '2020-02', 1)])).toEqual(['Since the last month']);
  });
});

it('holds no script, no address to load from, and no markup of anybody else', async () => {
  const attack = '<img src=https://x.example/p onerror=alert(1)>';
  const { html } = await reportOf(
    network((contact) => ({
      ...contact,
      profile: { ...contact.profile, name: { full: attack } },
    })),
    'en',
  );
  expect(html).toContain('&lt;img src=');
  expect(html).not.toMatch(/<(script|img|link|iframe|object|embed|a)\b/i);
  expect(html).not.toMatch(/\s(src|href|on\w+)=["'](?!$)/i);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toContain('<b>Lead</b>');
});

it('says what is missing when nothing is known', async () => {
  const { content } = await reportOf({ ...backupOf({ contacts: [], ties: [] }), me: null }, 'en');
  expect(content.title).not.toBe('');
  expect(content.sections.flatMap(({ list = [] }) => list).length).toBeGreaterThan(0);
});

import { expect, it } from 'vitest';
import { analyseBackup } from '../../src/cli/commands/analyse.ts';
import { syntheticContact, syntheticTie } from '../../src/cli/seed/many.ts';
import { SYNTHETIC_GOALS, SYNTHETIC_ME } from '../../src/cli/seed/people.ts';
import { catalogueOf } from '../../src/cli/sentences.ts';
import type { Backup, Contact } from '../../src/core/model/index.ts';
import { writeReport } from '../../src/exchange/export/index.ts';
import { reportContent } from '../../src/ui/dashboard/rooms/files/reportContent.ts';
import { useCatalogue } from '../../src/ui/text.ts';
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
  const content = reportContent({ ...analysis, contacts: contacts.length }, backup, { byId });
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

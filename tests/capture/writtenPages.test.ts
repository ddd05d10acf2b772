import { expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { generatePages, judge } from '../../src/cli/bench/pages/judge.ts';
import { parsePage } from './fixtures.ts';

/** A fixed sample: every template in every language once. */
const pages = generatePages(20261128, 1);

it('writes the same pages from the same seed', () => {
  expect(generatePages(20261128, 1).map(({ html }) => html)).toEqual(pages.map(({ html }) => html));
  expect(new Set(pages.map(({ html }) => html)).size).toBe(pages.length);
});

it('writes persons, teams and pages of nobody in the manner of many templates', () => {
  const templates = (is: (page: (typeof pages)[number]) => boolean): number =>
    new Set(pages.filter(is).map(({ template }) => template)).size;
  expect(templates(({ truth }) => truth.person !== null)).toBeGreaterThanOrEqual(10);
  expect(
    templates(({ truth }) => truth.person === null && (truth.candidates ?? []).length === 0),
  ).toBeGreaterThanOrEqual(10);
  expect(templates(({ heldOut }) => heldOut)).toBeGreaterThanOrEqual(10);
  expect(new Set(pages.map(({ language }) => language)).size).toBeGreaterThanOrEqual(9);
});

it.each([...new Set(pages.map(({ template }) => template))])(
  '%s: is read as who wrote it knows',
  (template) => {
    for (const page of pages.filter((one) => one.template === template)) {
      const verdict = judge(extractProfile(parsePage(page.html, page.url), page.url), page.truth);
      expect([page.language, page.url, verdict.faults]).toEqual([page.language, page.url, []]);
    }
  },
);

it('knows a wrong name, a missing field, a person too many and one too few', () => {
  const person = pages.find(({ truth }) => truth.person?.education !== undefined);
  const nobody = pages.find(({ truth }) => truth.candidates?.length === 0);
  const team = pages.find(({ truth }) => (truth.candidates?.length ?? 0) > 1);
  if (!person || !nobody || !team) throw new Error('A kind of page is missing.');
  const read = extractProfile(parsePage(person.html, person.url), person.url);
  if (!read.ok) throw new Error(read.reason);
  const { truth } = person;
  expect(
    judge({ ...read, profile: { ...read.profile, name: { full: 'Nobody Else' } } }, truth),
  ).toMatchObject({ right: false });
  const without = judge({ ...read, profile: { ...read.profile, education: [] } }, truth);
  expect(without.fields).toBeLessThan(without.outOf);
  expect(judge(read, nobody.truth).right).toBe(false);
  expect(judge({ ok: false, reason: 'nothingFound' }, team.truth).right).toBe(false);
  expect(judge({ ok: false, reason: 'nothingFound' }, nobody.truth).right).toBe(true);
});

import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { extractProfile } from '../../src/capture/registry.ts';
import { Acquaintance, PeopleList, Profile } from '../../src/core/model/index.ts';
import { fixtures, parsePage } from './fixtures.ts';

const pages = fixtures();

it.each(pages.map((page) => [`${page.site}/${page.name}`, page] as const))('%s', (_, { html, expected }) => {
  const result = extractProfile(parsePage(html, expected.url), expected.url);
  if (!expected.result.ok) {
    expect(result).toMatchObject({ ok: false, reason: expected.result.reason });
    const names = result.ok ? [] : (result.candidates ?? []).map((candidate) => candidate.profile.name.full);
    expect(names).toEqual(expected.result.candidates ?? []);
    expect(result.ok ? undefined : result.people).toEqual(expected.result.people);
    if (expected.result.people) expect(PeopleList.safeParse(expected.result.people).success).toBe(true);
    return;
  }
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  expect(result.profile).toEqual(expected.result.profile);
  expect(result.missing).toEqual(expected.result.missing);
  if (expected.result.doubtful) expect(result.doubtful).toEqual(expected.result.doubtful);
  if (expected.result.restricted) expect(result.restricted).toEqual(expected.result.restricted);
  expect(result.acquaintances).toEqual(expected.result.acquaintances);
  expect(Profile.safeParse(result.profile).success).toBe(true);
  expect(z.array(Acquaintance).safeParse(result.acquaintances ?? []).success).toBe(true);
});

import { cleanup } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ROLES } from '../../../src/core/model/index.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(cleanup);

const DOOR = 1 << ROLES.indexOf('doorOpener');
const people = [
  makeRow('z', 'Zita Hub', { isHub: true, hub: 0.9, roles: [DOOR] }),
  makeRow('a', 'Änne Hub', { isHub: true, hub: 0.6, roles: [DOOR] }),
  makeRow('o', 'Olaf Other', { isHub: true, hub: 0.95 }),
  makeRow('n', 'Nobody Special'),
  makeRow('p', 'Paul Plain'),
];
const view = (id: string) => ({
  contact: { id, own: { tags: [], log: [], edits: {} } },
  reading: {
    hub: {
      strength: 0.9,
      isHub: true,
      evidence: [{ weight: 0.3, fact: { key: 'factHubFollowers', values: { count: 6400 } } }],
    },
  },
});

it('groups key persons by the goal they open doors for, in alphabetical order, with evidence and no grade', async () => {
  const { container, text } = await enter('#/key', {
    rows: people,
    answers: { 'contact.get': ({ id }: { id: string }) => view(id) },
  });
  await vi.waitFor(() => expect(text()).toContain('Has 6,400 followers'));
  const headings = [...container.querySelectorAll('.key-group h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual(['Open doors for Change into health care', 'Beyond your goals']);
  const names = [...container.querySelectorAll('.hub h3')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Änne Hub', 'Zita Hub', 'Olaf Other']);
  expect(container.querySelector('.key-group')?.textContent).not.toMatch(/0[.,]9|90 ?%/);
});

it('shows many key persons beyond the goals by their world, opened one by one', async () => {
  const many = Array.from({ length: 14 }, (_, at) =>
    makeRow(`m${at}`, `Many ${at}`, { isHub: true, nace2: at < 9 ? '65' : '86' }),
  );
  const { container, text, sent } = await enter('#/key', {
    rows: many,
    answers: { 'contact.get': ({ id }: { id: string }) => view(id) },
  });
  await vi.waitFor(() => expect(text()).toContain('Beyond your goals'));
  const sectors = [...container.querySelectorAll('.key-sector > summary')].map(
    ({ textContent }) => textContent,
  );
  expect(sectors).toEqual(['Banking and insurance 9 people', 'Health care 5 people']);
  expect(sent.map(({ name }) => name)).not.toContain('contact.get');
  const [, health] = container.querySelectorAll<HTMLDetailsElement>('.key-sector');
  if (health) health.open = true;
  health?.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(container.querySelectorAll('.hub').length).toBe(5));
});

it('writes the user’s own mark, and takes it back', async () => {
  const { container, sent, text } = await enter('#/key', {
    rows: people,
    answers: { 'contact.get': ({ id }: { id: string }) => view(id) },
  });
  await vi.waitFor(() => expect(text()).toContain('Has 6,400 followers'));
  const [, no] = container.querySelectorAll<HTMLButtonElement>('.hub .segments button');
  no?.click();
  await vi.waitFor(() =>
    expect(sent.at(-1)).toMatchObject({ name: 'contact.setOwn', input: { id: 'a', own: { hub: false } } }),
  );
  await vi.waitFor(() => expect(no?.getAttribute('aria-pressed')).toBe('true'));
  [...container.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo')?.click();
  await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ input: { id: 'a', clear: ['hub'] } }));
});

it('says that the structure is an estimate', async () => {
  const { text } = await enter('#/key', { rows: people });
  await vi.waitFor(() => expect(text()).toContain('Structure estimate'));
  expect(text()).toContain('An estimate, from employers and schools shared in the same years');
});

it('says what signs are when nobody shows any', async () => {
  const { text } = await enter('#/key', { rows: [makeRow('n', 'Nobody Special')] });
  await vi.waitFor(() => expect(text()).toContain('No key person stands out yet'));
});

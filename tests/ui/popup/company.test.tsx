import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Settings } from '../../../src/core/model/index.ts';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import type { CompanyView, Network } from '../../../src/messaging/protocol.ts';
import Ways from '../../../src/ui/parts/Ways.tsx';
import CompanyPage from '../../../src/ui/popup/CompanyPage.tsx';

const sent: Envelope[] = [];
let answers: Record<string, unknown> = {};

beforeEach(() => {
  sent.length = 0;
  browser.i18n.getMessage = ((key: string) =>
    `${key} {company} {industry} {label} {name} {contact}`) as never;
  browser.i18n.getUILanguage = () => 'en';
  browser.runtime.sendMessage = (async (envelope: Envelope) => {
    sent.push(envelope);
    return { ok: true, output: answers[envelope.weitblick] ?? null };
  }) as never;
});
afterEach(cleanup);

const view: CompanyView = {
  name: 'Klinik Süd',
  key: 'klinik sud',
  here: [{ id: 'y', name: 'Yvonne Ast', tied: true }],
  were: [],
  know: [],
  counts: { here: 1, were: 0, know: 0 },
  labelled: '86',
};
const network = (settings: object = {}) =>
  ({ goals: [], settings: Settings.parse(settings) }) as unknown as Network;
const draw = (settings: object = {}) =>
  render(
    <CompanyPage
      company={{ site: 'linkedin', name: 'Klinik Süd', industry: 'Hospitals and Health Care' }}
      network={network(settings)}
      onFailure={(error) => {
        throw error;
      }}
    />,
  );
const messages = (name: string) =>
  sent.filter(({ weitblick }) => weitblick === name).map(({ input }) => input);

it('names whom the user knows, takes the industry with a click, and back with another', async () => {
  answers = { 'company.get': view };
  const { findByRole, container } = draw();
  fireEvent.click(await findByRole('button', { name: /company_takeYes/ }));
  await vi.waitFor(() => expect(container.textContent).toContain('company_taken'));
  expect(container.textContent).toContain('Yvonne Ast');
  fireEvent.click(await findByRole('button', { name: /^undo/ }));
  await vi.waitFor(() => expect(messages('company.set')).toHaveLength(2));
  expect(messages('company.set')).toEqual([
    { company: 'klinik sud', nace2: '86' },
    { company: 'klinik sud', nace2: null },
  ]);
  expect(messages('company.get')).toEqual([{ company: 'Klinik Süd', label: 'Hospitals and Health Care' }]);
});

it('does not ask again once the user does not want it', async () => {
  answers = { 'company.get': view };
  const { findByRole, queryByRole } = draw();
  fireEvent.click(await findByRole('button', { name: /company_takeNo/ }));
  await vi.waitFor(() => expect(queryByRole('button', { name: /company_takeYes/ })).toBeNull());
  expect(messages('company.asked')).toEqual([{ company: 'klinik sud' }]);
});

it.each([
  ['answered before', { companiesAsked: ['klinik sud'] }, '86'],
  ['known by the user’s word', { companies: { 'klinik sud': '72' } }, '86'],
  ['not the site’s own', {}, null],
])('does not ask about an industry that is %s', async (_, settings, labelled) => {
  answers = { 'company.get': { ...view, labelled } };
  const { findByText, queryByRole } = draw(settings);
  await findByText('Yvonne Ast');
  expect(queryByRole('button')).toBeNull();
});

it('says whom to ask about somebody, or that nobody is known', async () => {
  const found = {
    own: null,
    paths: [
      {
        targetId: '',
        through: ['x'],
        value: 1,
        facts: [{ key: 'factYouKnow_well', values: { contact: 'x' } }],
      },
    ],
    acquaintances: [],
    count: 1,
    superspreader: null,
    doors: [],
    names: [{ id: 'x', name: 'Xaver Lind' }],
  };
  answers = { 'contact.ways': found };
  const show = (of: { id: string } | { through: string[] }) =>
    render(
      <Ways of={of} name="Yvonne Ast" goals={[]} person={(id, name) => <a href={`#${id}`}>{name}</a>} />,
    );
  const first = show({ through: ['x'] });
  expect(await first.findByText('Xaver Lind')).toBeDefined();
  expect(first.container.textContent).toContain('ways_unsaved');
  cleanup();
  answers = { 'contact.ways': { ...found, paths: [] } };
  const second = show({ id: 'y' });
  await vi.waitFor(() => expect(second.container.textContent).toContain('ways_none '));
});

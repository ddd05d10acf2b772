import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { PeopleList } from '../../../src/core/model/index.ts';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import type { AcquaintanceLook } from '../../../src/messaging/protocol.ts';
import { Questions } from '../../../src/ui/dashboard/rooms/files/Questions.tsx';
import NamedHere from '../../../src/ui/popup/NamedHere.tsx';
import People from '../../../src/ui/popup/People.tsx';
import { makeCapture } from '../../make.ts';

const sent: Envelope[] = [];
let answers: Record<string, unknown> = {};

beforeEach(() => {
  sent.length = 0;
  browser.i18n.getMessage = ((key: string) =>
    ['people_know', 'people_note', 'people_mayBe', 'named_here'].some((name) => key.startsWith(name))
      ? `${key} {count} {saved} {name} {names}`
      : key) as never;
  browser.i18n.getUILanguage = () => 'en';
  browser.runtime.sendMessage = (async (envelope: Envelope) => {
    sent.push(envelope);
    return { ok: true, output: answers[envelope.weitblick] ?? null };
  }) as never;
});
afterEach(cleanup);

const contact = (id: string, name: string) => ({ id, name, detail: '' });
const seen: AcquaintanceLook = {
  subject: { id: 'y', name: 'Yvonne Aalto' },
  refused: false,
  people: [
    { name: 'Xaver Yoldas', contacts: [contact('x', 'Xaver Yoldas')], tied: false },
    { name: 'Zoe Zimmer', contacts: [contact('z', 'Zoe Zimmer')], tied: true },
    {
      name: 'Anna Müller',
      contacts: [contact('a', 'Anna Müller'), contact('b', 'Anna Mueller')],
      tied: false,
    },
    { name: '<b>Nora</b>', contacts: [], tied: false },
  ],
};
const list: PeopleList = {
  kind: 'connections',
  url: 'https://www.linkedin.com/search/results/people/?connectionOf=x',
  site: 'linkedin',
  of: { site: 'linkedin', id: 'ACoAAYvonneAalto12' },
  people: [{ name: 'Xaver Yoldas', relation: 'commonContact' }],
};
const fail = (error: unknown) => {
  throw error;
};
const draw = (view: preact.JSX.Element) =>
  within(
    render(view, { container: document.body.appendChild(document.createElement('div')) })
      .container as HTMLElement,
  );
const inputs = (name: string) =>
  sent.filter((envelope) => envelope.weitblick === name).map(({ input }) => input);

it('offers a tick for each who is saved, writes nothing by itself, and notes what is ticked', async () => {
  answers = { 'acquaintances.look': seen, 'acquaintances.choose': { added: 2 } };
  const page = draw(<People list={list} onFailure={fail} />);
  await page.findByRole('heading', { name: /people_know_other.*4.*3.*Yvonne Aalto/ });
  const boxes = page.getAllByRole('checkbox') as HTMLInputElement[];
  expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [true, false],
    [true, true],
    [false, false],
    [false, false],
  ]);
  // Whoever is not saved is counted alone.
  expect(document.body.textContent).not.toContain('Nora');
  expect(inputs('acquaintances.choose')).toEqual([]);
  fireEvent.click(boxes[3] as HTMLInputElement);
  fireEvent.click(page.getByRole('button', { name: /people_note_other.*2/ }));
  await vi.waitFor(() =>
    expect(inputs('acquaintances.choose')).toEqual([{ list, of: 'y', people: ['x', 'b'] }]),
  );
  fireEvent.click(await page.findByRole('button', { name: 'named_takeBack' }));
  await vi.waitFor(() =>
    expect(inputs('acquaintances.refuse')).toEqual([{ id: 'y', url: list.url, refused: true }]),
  );
});

it('asks to save the person first whose contacts the page lists', async () => {
  answers = { 'acquaintances.look': { ...seen, subject: null } };
  const page = draw(<People list={list} onFailure={fail} />);
  await page.findByText('people_unknownPerson');
  expect([page.queryAllByRole('checkbox'), page.queryByRole('button')]).toEqual([[], null]);
});

it('lets the user say who of a list that is nobody’s knows the others', async () => {
  const { of: _of, ...authors } = { ...list, kind: 'authors' as const, title: 'A paper' };
  answers = { 'acquaintances.look': { ...seen, subject: null }, 'acquaintances.choose': { added: 1 } };
  const page = draw(<People list={authors} onFailure={fail} />);
  const choice = (await page.findByRole('combobox')) as HTMLSelectElement;
  expect(page.queryAllByRole('checkbox')).toEqual([]);
  fireEvent.change(choice, { target: { value: 'z' } });
  expect(page.getAllByRole('checkbox')).toHaveLength(3);
  fireEvent.click(page.getByRole('button', { name: /people_note/ }));
  await vi.waitFor(() =>
    expect(inputs('acquaintances.choose')).toEqual([{ list: authors, of: 'z', people: ['x'] }]),
  );
});

it('names whom of the saved a page names, and takes its word back by one click', async () => {
  answers = {
    'acquaintances.look': seen,
    'acquaintances.refuse': null,
    'contact.save': { id: 'y', created: false },
  };
  const capture = { ...makeCapture(), acquaintances: list.people };
  const updated = vi.fn();
  const page = draw(
    <NamedHere capture={capture} tab={1} news={false} onUpdated={updated} onFailure={fail} />,
  );
  await page.findByText(/named_here_other.*2.*Xaver Yoldas, Zoe Zimmer/);
  fireEvent.click(page.getByRole('button', { name: 'named_note' }));
  await vi.waitFor(() => expect(inputs('contact.save')).toEqual([{ capture, tab: 1 }]));
  await vi.waitFor(() => expect(updated).toHaveBeenCalledTimes(1));
  fireEvent.click(page.getByRole('button', { name: 'named_takeBackLabel' }));
  await vi.waitFor(() =>
    expect(inputs('acquaintances.refuse')).toEqual([{ id: 'y', url: capture.profile.url, refused: true }]),
  );
});

it('asks whom a name on a page means, and takes “none of them” for an answer', async () => {
  const question = {
    id: 'q',
    subject: contact('y', 'Yvonne Aalto'),
    candidates: [contact('a', 'Anna Müller'), contact('b', 'Anna Mueller')],
    source: { relation: 'commonContact', url: list.url, on: '2026-11-03' },
  };
  answers = { 'questions.get': { questions: [question], total: 1 }, 'questions.answer': { settled: true } };
  const page = draw(<Questions />);
  fireEvent.click((await page.findAllByRole('button', { name: 'questions_this' }))[1] as HTMLElement);
  await vi.waitFor(() => expect(inputs('questions.answer')).toEqual([{ id: 'q', contact: 'b' }]));
  fireEvent.click(page.getByRole('button', { name: 'questions_none' }));
  await vi.waitFor(() => expect(inputs('questions.answer').at(-1)).toEqual({ id: 'q', contact: null }));
});

import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import type { ContactView, MessageName } from '../../../src/messaging/protocol.ts';
import { createBackground } from '../../../src/services/background.ts';
import { handlersOf } from '../../../src/services/handlers.ts';
import { OwnFields } from '../../../src/ui/parts/OwnFields.tsx';
import { useContactEdits } from '../../../src/ui/parts/useContactEdits.ts';
import { makeCapture, makeEnvironment } from '../../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

let sent: Envelope[] = [];
afterEach(cleanup);
beforeEach(() => {
  sent = [];
  fakeBrowser.i18n.getUILanguage = () => 'en';
  fakeBrowser.i18n.getMessage = (key: string) => key;
  browser.runtime.connect = (() => ({ onDisconnect: { addListener() {} } })) as never;
});

/** The fields of one contact over a whole background, in as many pages as are asked for. */
async function open(pages = 1, note = '') {
  const background = createBackground(makeEnvironment().environment);
  const handlers = handlersOf(background);
  browser.runtime.sendMessage = (async (envelope: Envelope) => {
    sent.push(envelope);
    const handle = handlers[envelope.weitblick as MessageName] as (...all: unknown[]) => Promise<unknown>;
    return { ok: true, output: await handle(envelope.input, PAGE) };
  }) as never;
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  if (note !== '') await handlers['contact.setOwn']({ id, own: { note } }, PAGE);
  const view = async () => (await handlers['contact.get']({ id }, PAGE)) as ContactView;
  const first = await view();
  const said: string[] = [];
  function Fields({ shown }: { shown: ContactView }) {
    const edits = useContactEdits({
      id,
      company: undefined,
      companies: {},
      onView: () => {},
      onFailure: (error) => said.push(String(error)),
    });
    return (
      <>
        <OwnFields own={shown.contact.own} writer={edits.writer} />
        <output>{edits.said}</output>
      </>
    );
  }
  const shown = Array.from({ length: pages }, () => {
    const page = render(<Fields shown={first} />, {
      container: document.body.appendChild(document.createElement('div')),
    });
    return { ...page, show: (next: ContactView) => page.rerender(<Fields shown={next} />) };
  });
  const field = (at = 0) => shown[at]?.container.querySelector('textarea') as HTMLTextAreaElement;
  return { background, id, view, own: async () => (await view()).contact.own, shown, field, said };
}
const type = (field: HTMLInputElement | HTMLTextAreaElement, value: string) =>
  fireEvent.input(field, { target: { value } });

it('sends each key, writes when they rest, and says that it is saved', async () => {
  const { field, own, shown } = await open();
  for (const text of ['L', 'Li', 'Lik', 'Like']) type(field(), text);
  expect(sent.filter(({ weitblick }) => weitblick === 'contact.typed')).toHaveLength(4);
  await vi.waitFor(
    () => expect(shown[0]?.container.querySelector('output')?.textContent).toBe('saved'),
    2_000,
  );
  expect((await own()).note).toBe('Like');
});

it('has written everything when the field is left', async () => {
  const { field, own } = await open();
  type(field(), 'Likes data');
  fireEvent.blur(field());
  await vi.waitFor(async () => expect((await own()).note).toBe('Likes data'), { timeout: 300 });
});

it('takes in what another page has written meanwhile, and leaves the cursor where it was', async () => {
  const { field, own, shown, view } = await open(1, 'Met in Ulm.');
  field().focus();
  type(field(), 'Met in Ulm. Likes data.');
  field().setSelectionRange(23, 23);
  fireEvent.blur(field());
  await vi.waitFor(async () => expect((await own()).note).toBe('Met in Ulm. Likes data.'));
  const now = await view();
  const theirs = {
    ...now,
    contact: { ...now.contact, own: { ...now.contact.own, note: 'We met in Ulm. Likes data.' } },
  };
  await vi.waitFor(() => {
    act(() => shown[0]?.show(theirs));
    expect(field().value).toBe('We met in Ulm. Likes data.');
  });
});

it('comes to the field of tags before the crosses, goes on at the next one, and sends what stands in it', async () => {
  const { shown, background, own } = await open();
  const page = shown[0]?.container as HTMLElement;
  fireEvent.click(page.querySelector('.chip.add') as Element);
  await vi.waitFor(() => expect(page.querySelector('[role=combobox]')).not.toBeNull(), 5_000);
  const field = page.querySelector('[role=combobox]') as HTMLInputElement;
  type(field, 'heal');
  type(field, 'health');
  const last = sent.findLast(({ weitblick }) => weitblick === 'contact.typed');
  background.typing.left((last?.input as { writer: string } | undefined)?.writer ?? '');
  await vi.waitFor(async () => expect((await own()).tags).toEqual(['health']));
  cleanup();
  const tagged = render(
    <OwnFields
      own={{ tags: ['a', 'b', 'c'] }}
      writer={{ note: async (text) => text, tag: () => {}, step: async () => {}, tagTyped: () => {} }}
    />,
  );
  const stops = [...tagged.container.querySelectorAll<HTMLElement>('.chips button')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  );
  expect(stops).toEqual(['tag_add', 'tag_remove', 'tag_remove', 'tag_remove']);
});

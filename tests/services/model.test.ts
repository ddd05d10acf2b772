import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Contact, unpackRows } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { deriverOf } from '../../src/services/derive.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { digestsOf, idsOfPending } from '../../src/storage/derived.ts';
import type { ChangeRow } from '../../src/storage/schema.ts';
import { tieName, tiesOf } from '../../src/storage/ties.ts';
import { FORGET_UNDO_MS, purgeUndo } from '../../src/storage/undo/run.ts';
import { makeCapture, makeEnvironment, makeMe, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
/** `MODEL_RUNS=5000 npx vitest run --project unit tests/services/model.test.ts` for thousands of sequences. */
const RUNS = Number(process.env.MODEL_RUNS ?? 200);

// Few people and many steps, so that most of them meet somebody who is there.
const who = fc.nat(3);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      who,
      title: fc.constantFrom('Nurse', 'Chief Financial Officer', 'a\tb'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, note: fc.string() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('log' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('many' as const),
      whom: fc.array(who, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      whom: fc.array(who, { minLength: 1, maxLength: 3 }),
      title: fc.constantFrom('Surgeon', 'Teacher'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), who, other: who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tie' as const),
      who,
      other: fc.integer({ min: -1, max: 3 }),
      known: fc.constantFrom('knows' as const, 'introduced' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('untie' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('forgetMany' as const),
      whom: fc.array(who, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('keep' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('correct' as const), nace2: fc.constantFrom('86', '85') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A network that steps are done to, and what the change log should say of it. */
class Model {
  readonly background = createBackground(makeEnvironment(`model-${Math.random()}`).environment);
  readonly handlers = handlersOf(this.background);
  /** Who was there, and with which ties, when the log began anew; by its names. */
  #before = new Set<string>();
  #undo: string[] = [];
  #backup: string | null = null;

  async do(next: Step): Promise<void> {
    const { handlers } = this;
    switch (next.kind) {
      case 'save':
        await handlers['contact.save'](
          {
            capture: makeCapture({
              key: { site: 'linkedin', id: `p${next.who}` },
              url: `https://www.linkedin.com/in/p${next.who}/`,
              name: { full: `Person ${next.who}` },
              positions: [{ title: next.title, company: `Company ${next.who % 2}`, end: null }],
            }),
          },
          POPUP,
        );
        return;
      case 'edit':
        await handlers['contact.setOwn']({ id: await this.#id(next.who), own: { note: next.note } }, POPUP);
        return;
      case 'log':
        await handlers['contact.log']({ id: await this.#id(next.who), text: 'met', stepDone: true }, POPUP);
        return;
      case 'many': {
        const ids = await this.#ids(next.whom);
        this.#undo.push((await handlers['contact.setMany']({ ids, addTags: ['x'] }, POPUP)).undo);
        return;
      }
      case 'import': {
        const cards = next.whom.map(
          (n) =>
            `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${n}\r\nTITLE:${next.title}\r\nURL:https://www.linkedin.com/in/p${n}/\r\nEND:VCARD\r\n`,
        );
        const { id, preview } = await this.#read('people.vcf', cards.join(''));
        if (preview.counts.new + preview.counts.changed + preview.counts.ties === 0) return;
        this.#undo.push((await handlers['import.confirm']({ id, keepGoodRows: true }, POPUP)).undo);
        return;
      }
      case 'merge': {
        const [kept = '', other = ''] = await this.#ids([next.who, next.other]);
        const done = await handlers['merge.run']({ kept, other, choices: {} }, POPUP);
        if (done !== null) this.#undo.push(done.undo);
        return;
      }
      case 'undo': {
        const id = this.#undo.at(-1 - (next.which % Math.max(1, this.#undo.length)));
        if (id !== undefined) await handlers['undo.run']({ id }, POPUP);
        return;
      }
      case 'tie': {
        const [from = '', to = ''] = await this.#ids([next.who, next.other]);
        await handlers['contact.setTie'](
          {
            tie: next.other === -1 ? { from: 'me', to: from, kind: 'knows' } : { from, to, kind: next.known },
          },
          POPUP,
        );
        return;
      }
      case 'untie': {
        const tie = (await (await this.background.database).getAll('ties'))[next.which];
        if (tie !== undefined)
          await handlers['contact.removeTie']({ from: tie.from, to: tie.to, kind: tie.kind }, POPUP);
        return;
      }
      case 'forget':
        await handlers['contact.forget']({ id: await this.#id(next.who) }, POPUP);
        return;
      case 'forgetMany': {
        const ids = await this.#ids(next.whom);
        this.#undo.push((await handlers['contact.forgetMany']({ ids }, POPUP)).undo);
        return;
      }
      case 'purge':
        await purgeUndo(await this.background.database, new Date(Date.parse(NOW) + FORGET_UNDO_MS + 1));
        return;
      case 'keep': {
        const { id } = await handlers['export.begin']({ format: 'backup', redaction: 'full' }, POPUP);
        const { text, leftOut } = await handlers['export.next']({ id }, POPUP);
        expect(leftOut).toBeUndefined();
        this.#backup = text;
        return;
      }
      case 'restore': {
        if (this.#backup === null) return;
        const { id } = await this.#read('b.json', this.#backup);
        await handlers['restore.confirm']({ id }, POPUP);
        await this.#begunAnew();
        return;
      }
      case 'correct':
        await handlers['company.set']({ company: 'company 0', nace2: next.nace2 }, POPUP);
        return;
      case 'erase':
        await handlers['privacy.erase']({ everything: true }, POPUP);
        await this.#begunAnew();
    }
  }

  /** Everything that must hold after any step; what is derived may still be on its way. */
  async check(): Promise<void> {
    const db = await this.background.database;
    // In one transaction: what is derived in the background goes on meanwhile.
    const at = db.transaction([...db.objectStoreNames]);
    const [contacts, ties, captures, pending, careers, count, segments, changes] = await Promise.all([
      at.objectStore('contacts').getAll(),
      at.objectStore('ties').getAll(),
      at.objectStore('captures').getAll(),
      at.objectStore('pending').getAll(),
      at.objectStore('careers').getAll(),
      at.objectStore('state').get('contactCount'),
      at.objectStore('segments').getAll(),
      at.objectStore('changes').getAll(),
    ]);
    const ids = contacts.map(({ id }) => id);
    expect(count ?? 0, 'the count is that of the contacts').toBe(ids.length);
    const rows = segments.flatMap(({ rows: packed }) => unpackRows(packed).map(({ id }) => id));
    expect([...rows].sort(), 'the rows are those of the contacts').toEqual(
      careers.map(({ contactId }) => contactId).sort(),
    );
    expect(
      sorted([...rows, ...pending.flatMap(idsOfPending)]),
      'each contact has a row, or waits for one',
    ).toEqual(sorted(ids));
    const known = new Set(['me', ...ids]);
    expect(
      ties.filter(({ from, to }) => !known.has(from) || !known.has(to)),
      'no tie to nobody',
    ).toEqual([]);
    expect(
      captures.filter(({ contactId }) => !known.has(contactId)),
      'no page of nobody',
    ).toEqual([]);
    const keys = contacts.flatMap((contact) => contact.keys);
    expect(new Set(keys).size, 'each key is one contact’s').toBe(keys.length);
    this.#checkLog(changes, contacts, ties.map(tieName));
  }

  /** At the end: what is derived is what would be derived anew, and nothing waits. */
  async checkDerived(): Promise<void> {
    await this.background.deriving.run();
    const db = await this.background.database;
    const { derive } = deriverOf(await this.background.contexts.now());
    const expected = new Map();
    for (const contact of await db.getAll('contacts'))
      expected.set(contact.id, derive(contact, await tiesOf(db, contact.id)));
    const held = new Map();
    for (const { rows, segment } of await db.getAll('segments')) {
      const stored = await db.get('digests', segment);
      const digests = stored === undefined ? [] : digestsOf(stored);
      unpackRows(rows).forEach((row, i) => {
        expect(held.has(row.id)).toBe(false);
        held.set(row.id, { row, digest: digests[i] });
      });
    }
    expect(await db.count('pending')).toBe(0);
    expect(sorted([...held.keys()])).toEqual(sorted([...expected.keys()]));
    for (const [id, { row, digest }] of expected) {
      const clean = { ...row, title: row.title.replaceAll('\t', ' '), note: row.note.replaceAll('\t', ' ') };
      expect(held.get(id)?.row).toEqual(clean);
      expect(held.get(id)?.digest).toEqual(JSON.parse(JSON.stringify(digest)));
    }
  }

  #checkLog(changes: readonly ChangeRow[], contacts: readonly Contact[], ties: readonly string[]): void {
    const alive = new Map([...this.#before].map((name) => [name, -1]));
    for (const { store, id, kind, rev } of changes) {
      if (store !== 'contacts' && store !== 'ties') continue;
      if (kind === 'put') alive.set(`${store} ${id}`, rev);
      else alive.delete(`${store} ${id}`);
    }
    const there = [...contacts.map(({ id }) => `contacts ${id}`), ...ties.map((name) => `ties ${name}`)];
    expect(sorted([...alive.keys()]), 'who follows the log knows who and what is there').toEqual(
      sorted(there),
    );
    for (const { id, rev } of contacts) {
      const logged = alive.get(`contacts ${id}`);
      if (logged !== -1) expect(logged, 'the log knows the last write of each').toBe(rev);
    }
  }

  async #begunAnew(): Promise<void> {
    const db = await this.background.database;
    const ties = (await db.getAll('ties')).map((tie) => `ties ${tieName(tie)}`);
    this.#before = new Set([...(await db.getAllKeys('contacts')).map((id) => `contacts ${id}`), ...ties]);
    this.#undo = [];
  }

  async #read(name: string, text: string) {
    const bytes = new TextEncoder().encode(text);
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    const { id } = await this.handlers['import.begin']({ files: [{ name, size: bytes.length }] }, POPUP);
    await this.handlers['import.part']({ id, file: 0, data: btoa(binary) }, POPUP);
    return { id, preview: await this.handlers['import.read']({ id }, POPUP) };
  }

  async #id(n: number): Promise<string> {
    const contact = await (await this.background.database).getFromIndex('contacts', 'keys', `linkedin:p${n}`);
    return contact?.id ?? 'nobody';
  }

  #ids(whom: readonly number[]): Promise<string[]> {
    return Promise.all(whom.map((n) => this.#id(n)));
  }
}

const sorted = (texts: readonly string[]) => [...texts].sort();

it(
  'whatever is done in whatever order: rows, count, log and ties are those of the contacts',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16, size: 'max' }), async (steps) => {
        const model = new Model();
        await model.handlers['me.set']({ me: makeMe() }, POPUP);
        for (const next of steps) {
          await model.do(next);
          await model.check();
        }
        await model.checkDerived();
      }),
      { seed: Number(process.env.MODEL_SEED ?? 17), numRuns: RUNS },
    );
  },
  Math.max(60_000, RUNS * 1_000),
);

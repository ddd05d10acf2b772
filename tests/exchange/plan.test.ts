import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { type Present, planUndo, tieKey, tombstoneHash, type UndoPlan } from '../../src/core/merge/index.ts';
import { Backup, type Contact, type Tie } from '../../src/core/model/index.ts';
import { applyPlan, undoRecord } from '../../src/exchange/apply.ts';
import { exportFile } from '../../src/exchange/export/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { type PlanOptions, planImport, strengthOf } from '../../src/exchange/plan.ts';
import { chooseMe, differencesOfMe } from '../../src/exchange/planMe.ts';
import { ComingContacts, planRestore } from '../../src/exchange/restore.ts';
import { backupOf, file, NOW, network, someone, textOf } from './people.ts';

const LATER = '2027-03-01T08:00:00.000Z';
const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const options: PlanOptions = { now: LATER, deviceId: 'here', newId: ({ keys }) => `new ${keys[0]}` };
const choices = { me: true, goals: [] };

const connections = (rows: string, modified?: string) => parseFiles([file('c.csv', HEADER + rows, modified)]);

const ada = (): Contact => ({
  ...someone('Ada Example', {
    id: 'ada',
    positions: [{ title: 'CTO', company: 'Acme', start: '2020', end: null }],
  }),
  own: { tags: ['met'], note: 'Likes chess', log: [], edits: {} },
});
const row = (slug: string, company = 'Acme', title = 'CTO', name = 'Ada,Example') =>
  `${name},https://www.linkedin.com/in/${slug},,${company},${title},12 Mar 2024\n`;

it('creates, updates and leaves alone, and says what', async () => {
  const parsed = await connections(
    row('ada', 'Gamma', 'CEO') +
      row('bo', 'Acme', 'Dev', 'Bo,New') +
      row('bo', 'Acme', 'Dev', 'Bo,New') +
      row('cy', 'X', 'Y', 'Cy,Same'),
  );
  const same = someone('Cy Same', {
    id: 'cy',
    degree: 1,
    positions: [{ title: 'Y', company: 'X', end: null }],
  });
  const plan = planImport(
    [
      ada(),
      { ...same, profile: { ...same.profile, name: { full: 'Cy Same', given: 'Cy', family: 'Same' } } },
    ],
    parsed,
    options,
  );
  expect(plan.create.map(({ id, rev, events }) => [id, rev, events])).toEqual([['new linkedin:bo', 0, []]]);
  expect(plan).toMatchObject({ unchanged: 1, repeated: 1, leftOut: 0 });
  expect(plan.update).toMatchObject([
    {
      before: { rev: 0 },
      after: { rev: 1, own: ada().own, updatedAt: LATER, deviceId: 'here' },
      events: [{ kind: 'position', from: 'CTO, Acme', to: 'CEO, Gamma' }],
    },
  ]);
  expect(plan.update[0]?.after.events).toHaveLength(1);
  expect(plan.ties.after.map(({ to, connectedOn }) => [to, connectedOn])).toEqual([
    ['ada', '2024-03-12'],
    ['new linkedin:bo', '2024-03-12'],
    ['cy', '2024-03-12'],
  ]);
});

it('writes nothing for the same file twice', async () => {
  const parsed = await connections(row('ada', 'Gamma', 'CEO') + row('bo', 'Acme', 'Dev', 'Bo,New'));
  const once = applyPlan(
    backupOf({ contacts: [ada()], ties: [] }),
    planImport([ada()], parsed, options),
    choices,
  );
  const plan = planImport(once.contacts, parsed, { ...options, ties: once.ties, me: once.me });
  expect([plan.create, plan.update, plan.ties.after, plan.me]).toEqual([[], [], [], null]);
});

it('lets an archive that is older than the capture fill gaps only', async () => {
  const parsed = await connections(row('ada', 'Before', 'Intern'), '2021-01-01T00:00:00.000Z');
  const [update] = planImport([ada()], parsed, options).update;
  expect(update?.after.profile.positions).toEqual(ada().profile.positions);
  expect(update?.events).toEqual([]);
});

it('knows a person by e-mail when the names agree, and only suggests it when they do not', async () => {
  const saved = { ...ada(), emails: ['office@mail.example'] };
  const csv =
    'Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name\nAda Example,Ada,Example,Office@mail.example,Acme\nBo Other,Bo,Other,office@mail.example,Acme\n';
  const plan = planImport([saved], await parseFiles([file('g.csv', csv)]), options);
  expect(plan.create.map(({ profile }) => profile.name.full)).toEqual(['Bo Other']);
  expect(plan.suggestDuplicates).toMatchObject([{ a: 'ada', reasons: [{ reason: 'sameEmail' }] }]);
});

it('never joins by name and company, but says so', async () => {
  const csv =
    'Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name\nAda Example,Ada,Example,,ACME Inc.\n';
  const plan = planImport([ada()], await parseFiles([file('g.csv', csv)]), options);
  expect(plan.create).toHaveLength(1);
  expect(plan.suggestDuplicates).toMatchObject([{ reasons: [{ reason: 'sameNameAndCompany' }] }]);
});

it('does not bring back who was deleted', async () => {
  const deleted = new Set([tombstoneHash('linkedin:ada', 'salt')]);
  const plan = planImport([], await connections(row('ada') + row('bo')), {
    ...options,
    isLeftOut: (key) => deleted.has(tombstoneHash(key, 'salt')),
  });
  expect(plan).toMatchObject({ leftOut: 1, create: [{ keys: ['linkedin:bo'] }] });
});

it('fills the notes of the user only where there are none, unless the file is preferred', async () => {
  const saved = { ...ada(), own: { tags: [], log: [], edits: {} } };
  const written: Contact = { ...ada(), own: { ...ada().own, note: 'From the sheet', tags: ['sheet'] } };
  const parsed = await parseFiles([
    file('own.csv', await textOf(exportFile('csv', backupOf({ contacts: [written], ties: [] })))),
  ]);
  const own = (contact: Contact, preferFile: boolean) => {
    const plan = planImport([contact], parsed, { ...options, preferFile });
    return (plan.update[0]?.after ?? contact).own;
  };
  expect(own(saved, false)).toMatchObject({ note: 'From the sheet', tags: ['sheet'] });
  expect(own(ada(), false)).toEqual(ada().own);
  expect(own(ada(), true)).toMatchObject({ note: 'From the sheet', tags: ['sheet'] });
});

it.each([
  [{ sent: 0, received: 0 }, null],
  [{ sent: 30, received: 0 }, 'weak'],
  [{ sent: 3, received: 2 }, 'moderate'],
  [{ sent: 10, received: 10 }, 'strong'],
  [{ recommendations: 1 }, 'strong'],
  [{ endorsements: 2 }, 'weak'],
  [{ sent: 1, received: 1, endorsements: 1 }, 'moderate'],
])('takes %o for %s', (signal, strength) => {
  expect(
    strengthOf({ person: 'x', sent: 0, received: 0, recommendations: 0, endorsements: 0, ...signal }),
  ).toBe(strength);
});

it('adds counts to the tie that is there, and leaves what the user said of it', () => {
  const tie: Tie = {
    from: 'me',
    to: 'ada',
    kind: 'knows',
    label: 'personal',
    strength: 'weak',
    lastContact: '2020-01-01',
  };
  const parsed = {
    persons: [],
    me: null,
    goals: [],
    backups: [],
    mappings: [],
    files: [],
    fileErrors: [],
    setAside: [],
    rowErrors: [],
    rowErrorCount: 0,
    signals: [
      {
        person: 'linkedin:ada',
        sent: 20,
        received: 5,
        recommendations: 0,
        endorsements: 0,
        lastContact: '2026-01-01',
      },
      { person: 'name:ada example', sent: 0, received: 0, recommendations: 1, endorsements: 0 },
      { person: 'linkedin:nobody', sent: 1, received: 1, recommendations: 0, endorsements: 0 },
    ],
  };
  const plan = planImport([ada()], parsed, { ...options, ties: [tie] });
  expect(plan.ties).toEqual({ before: [tie], after: [{ ...tie, lastContact: '2026-01-01', messages: 25 }] });
  expect(plan.unknownSignals).toBe(1);
});

it("proposes the archive's words for the own profile, and leaves what the user set", async () => {
  const parsed = await parseFiles([
    file(
      'Positions.csv',
      'Company Name,Title,Description,Location,Started On,Finished On\nAcme,Lead,,,Mar 2020,\n',
    ),
  ]);
  const me = { name: 'Mia', isco4: '2511', positions: [], education: [], skills: ['SQL'], languages: [] };
  expect(planImport([], parsed, { ...options, me }).me).toEqual({
    before: me,
    after: { ...me, positions: [{ title: 'Lead', company: 'Acme', start: '2020-03', end: null }] },
    differs: {},
  });
});

const PROFILE_CSV =
  'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n' +
  'Mia Sophie,Muster,,,,Data lead at Acme,,Insurance,,"Hamburg, Germany",,,\n';
const typed = {
  name: 'Mia Muster',
  headline: 'Leads data teams',
  place: { text: 'Bremen', city: 'Bremen' },
  positions: [],
  education: [{ school: 'Uni Bremen' }],
  skills: ['SQL'],
  languages: [],
};

it('replaces no word of the own profile, names those that differ, and takes them by choice alone', async () => {
  const parsed = await parseFiles([file('Profile.csv', PROFILE_CSV)]);
  const { me } = planImport([], parsed, { ...options, me: typed });
  expect(me?.after).toEqual({ ...typed, industryLabel: 'Insurance' });
  expect(me && differencesOfMe(me)).toEqual([
    { field: 'name', mine: 'Mia Muster', archive: 'Mia Sophie Muster' },
    { field: 'headline', mine: 'Leads data teams', archive: 'Data lead at Acme' },
    { field: 'place', mine: 'Bremen', archive: 'Hamburg, Germany' },
  ]);
  expect(me && chooseMe(me, ['headline'])).toEqual({ ...me?.after, headline: 'Data lead at Acme' });
  // Taken over once, the rest is still asked for and nothing is written of its own.
  const again = planImport([], parsed, { ...options, me: me?.after ?? null }).me;
  expect(Object.keys(again?.differs ?? {})).toEqual(['name', 'headline', 'place']);
  expect(again && chooseMe(again, [])).toBeNull();
});

it('fills what the user left empty, and asks nothing about the same place in other words', async () => {
  const parsed = await parseFiles([file('Profile.csv', PROFILE_CSV)]);
  const place = { text: 'Hamburg, Hamburg, Germany', city: 'Hamburg', region: 'Hamburg', country: 'DE' };
  const me = { ...typed, name: '', headline: '', place };
  expect(planImport([], parsed, { ...options, me }).me).toMatchObject({
    after: { name: 'Mia Sophie Muster', headline: 'Data lead at Acme', place },
    differs: {},
  });
});

it('puts skills and schools of the archive beside those that the user typed', async () => {
  const parsed = await parseFiles([
    file('Skills.csv', 'Name\nsql\nPython\n'),
    file(
      'Education.csv',
      'School Name,Start Date,End Date,Notes,Degree Name,Activities\nUni Bremen,2001,2005,,Diplom,\nTU Example,2006,,,,\n',
    ),
  ]);
  expect(planImport([], parsed, { ...options, me: typed }).me?.after).toMatchObject({
    skills: ['SQL', 'Python'],
    education: [
      { school: 'Uni Bremen', degree: 'Diplom', start: '2001', end: '2005' },
      { school: 'TU Example', start: '2006' },
    ],
  });
});

it.each([
  [
    'the same employer: only dates are filled in',
    [{ title: 'Leitender Softwareentwickler', company: 'Alster Versicherung', end: null }],
    [{ title: 'Leitender Softwareentwickler', company: 'Alster Versicherung', start: '2020-03', end: null }],
  ],
  [
    'typed without "until today"',
    [{ title: 'Leitender Softwareentwickler', company: 'Alster Versicherung' }],
    [{ title: 'Leitender Softwareentwickler', company: 'Alster Versicherung', start: '2020-03', end: null }],
  ],
  [
    'another employer: the typed one comes first, the one of the archive beside it',
    [
      { title: 'Beraterin', company: 'Elbe Beratung', end: null },
      { title: 'Trainee', company: 'Hafen', start: '2008', end: '2011' },
    ],
    [
      { title: 'Beraterin', company: 'Elbe Beratung', end: null },
      { title: 'Lead Engineer', company: 'Alster Versicherung AG', start: '2020-03', end: null },
    ],
  ],
])('keeps the position that the user typed as theirs today: %s', async (_, positions, first) => {
  const parsed = await parseFiles([
    file(
      'Positions.csv',
      'Company Name,Title,Description,Location,Started On,Finished On\n' +
        'Alster Versicherung AG,Lead Engineer,,,Mar 2020,\nBeta,Dev,,,2015,Feb 2020\n',
    ),
  ]);
  const me = { name: 'Mia', positions, education: [], skills: [], languages: [] };
  const { after } = planImport([], parsed, { ...options, me }).me ?? {};
  expect(after?.positions.slice(0, first.length)).toEqual(first);
  expect(after?.positions.filter(({ end }) => end === null)).toEqual(first);
  expect(after?.positions).toContainEqual({ title: 'Dev', company: 'Beta', start: '2015', end: '2020-02' });
  // The archive once more changes nothing.
  expect(planImport([], parsed, { ...options, me: after ?? null }).me).toBeNull();
});

it('takes it from a newer archive that a position of an earlier one has ended', async () => {
  const parsed = await parseFiles([
    file(
      'Positions.csv',
      'Company Name,Title,Description,Location,Started On,Finished On\n' +
        'Acme,Head,,,Jan 2025,\nAcme,Lead,,,Mar 2020,Dec 2024\n',
    ),
  ]);
  const positions = [{ title: 'Lead', company: 'Acme', start: '2020-03', end: null }];
  const me = { name: 'Mia', positions, education: [], skills: [], languages: [] };
  expect(planImport([], parsed, { ...options, me }).me?.after.positions).toEqual([
    { title: 'Head', company: 'Acme', start: '2025-01', end: null },
    { title: 'Lead', company: 'Acme', start: '2020-03', end: '2024-12' },
  ]);
});

it('takes back an import as a whole, and leaves what the user has worked on since', async () => {
  await fc.assert(
    fc.asyncProperty(network, network, fc.boolean(), async (saved, coming, touch) => {
      // Ids of the file must not be those of the saved network, keys may be.
      const text = await textOf(exportFile('vcard4', backupOf(coming)));
      const state = backupOf(saved);
      const parsed = await parseFiles([file('x.vcf', text)]);
      fc.pre(parsed.fileErrors.length === 0);
      let count = 0;
      const plan = planImport(state.contacts, parsed, {
        ...options,
        newId: () => `n${count++}`,
        ties: state.ties,
        me: state.me,
      });
      const record = undoRecord(plan, choices, { id: 'u', at: LATER, label: 'x.vcf' });
      const after = applyPlan(state, plan, choices);
      expect(() => Backup.parse(after)).not.toThrow();
      const worked = touch ? after.contacts.map((c) => ({ ...c, rev: c.rev + 1 })) : after.contacts;
      const present: Present = {
        contact: (id) => worked.find((c) => c.id === id),
        tie: (tie) => after.ties.find((other) => tieKey(other) === tieKey(tie)),
        goal: (id) => after.goals.find((goal) => goal.id === id),
        me: after.me,
      };
      const undo = planUndo(record, present, options);
      const back = applyUndo({ ...after, contacts: worked }, undo);
      const bare = (contacts: Contact[]) =>
        contacts.map(({ rev: _, updatedAt: __, deviceId: ___, ...rest }) => rest);
      if (!touch) {
        expect(bare(back.contacts)).toEqual(bare(state.contacts));
        expect(back.ties).toEqual(state.ties);
      } else {
        expect(undo.delete).toEqual([]);
        expect(bare(back.contacts)).toEqual(bare(after.contacts));
      }
    }),
    { seed: 3, numRuns: 60 },
  );
});

it('shows what restoring a backup would do, in place of all or beside it', async () => {
  const kept = someone('Ada Example', { id: 'ada' });
  const changed = someone('Bo Sample', { id: 'bo' });
  const backup = backupOf({
    contacts: [
      kept,
      { ...changed, rev: 4 },
      { ...someone('Cy New', { id: 'cy' }), keys: ['xing:cy'] },
      someone('Fo Gotten'),
    ],
    ties: [],
  });
  const coming = new ComingContacts(({ profile }) => profile.name.full === 'Fo Gotten');
  for (const row of backup.contacts) coming.add({ list: 'contacts', row });
  const present = {
    // Cy was saved here too, by another click.
    contacts: [
      kept,
      changed,
      { ...someone('Cy New', { id: 'twin' }), keys: ['xing:cy'] },
      someone('Di Gone', { id: 'di' }),
    ],
    ties: 2,
    goals: 0,
    me: null,
  };
  expect(await planRestore(present, { head: backup, ties: 0, leftOut: {} }, coming)).toEqual({
    exportedAt: backup.exportedAt,
    contacts: { now: 4, after: 4, added: 2, changed: 1, removed: 2 },
    joined: { same: 3, forgotten: 1 },
    ties: { now: 2, after: 0 },
    goals: { now: 0, after: 0 },
    me: 'added',
    lastChange: { now: NOW, after: NOW },
    leftOut: {},
  });
});

it('keeps two contacts apart whose keys one row joins: no key may be two persons’', async () => {
  const [leyla, tom] = [someone('Leyla Brandt'), { ...someone('Tom Example'), keys: ['xing:tom'] }];
  const [person] = (
    await parseFiles([file('a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Leyla Brandt\nEND:VCARD\n')])
  ).persons;
  if (person === undefined) throw new Error('nobody');
  const joining = { ...person, keys: [String(leyla.keys[0]), 'xing:tom'] };
  const parsed = { ...(await parseFiles([])), persons: [joining] };
  const plan = planImport([leyla, tom], parsed, { now: NOW, deviceId: 'd', newId: () => 'never' });
  const after = new Map(
    [leyla, tom, ...plan.update.map((update) => update.after)].map((c) => [c.id, c.keys]),
  );
  expect([...after.values()].flat().filter((key) => key === 'xing:tom')).toHaveLength(1);
});

it('weighs all signs of a person together, by address and by name', () => {
  const leyla = { ...someone('Dr. Leyla Brandt'), id: 'leyla' };
  leyla.profile = { ...leyla.profile, name: { full: 'Dr. Leyla Brandt', given: 'Leyla', family: 'Brandt' } };
  const none = { sent: 0, received: 0, recommendations: 0, endorsements: 0 };
  const signals = [
    { ...none, person: String(leyla.keys[0]), received: 1, lastContact: '2026-08-02' },
    { ...none, person: 'name:brandt leyla', recommendations: 1, lastContact: '2022-06-02' },
  ];
  const parsed = {
    persons: [],
    me: null,
    goals: [],
    signals,
    backups: [],
    mappings: [],
    files: [],
    fileErrors: [],
    setAside: [],
    rowErrors: [],
    rowErrorCount: 0,
  };
  const plan = planImport([leyla], parsed, { now: NOW, deviceId: 'd', newId: () => 'never' });
  expect(plan.ties.after).toEqual([
    { from: 'me', to: 'leyla', kind: 'knows', messages: 1, lastContact: '2026-08-02', strength: 'strong' },
  ]);
});

/** The state after an undo; the background does the same in one transaction. */
function applyUndo(state: Backup, plan: UndoPlan): Backup {
  const restored = new Map(plan.restore.map((contact) => [contact.id, contact]));
  const gone = new Set(plan.delete);
  const goals = new Set(plan.deleteGoals);
  const ties = new Map(state.ties.map((tie) => [tieKey(tie), tie]));
  for (const tie of plan.ties.delete) ties.delete(tieKey(tie));
  for (const tie of plan.ties.restore) ties.set(tieKey(tie), tie);
  return {
    ...state,
    contacts: state.contacts
      .filter(({ id }) => !gone.has(id))
      .map((contact) => restored.get(contact.id) ?? contact),
    ties: [...ties.values()],
    me: plan.me !== undefined ? plan.me : state.me,
    goals: state.goals.filter(({ id }) => !goals.has(id)),
  };
}

it('does not take colleagues for one person because their cards name one website', async () => {
  const card = (name: string, more = '') =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nURL:https://www.acme.example/\r\n${more}END:VCARD\r\n`;
  const read = (text: string) => parseFiles([file('colleagues.vcf', text)], { identify: personOf });
  const colleagues = await read(card('Ada Example') + card('Bea Muster'));
  const plan = planImport([], colleagues, options);
  expect(plan).toMatchObject({
    repeated: 0,
    create: [
      { profile: { name: { full: 'Ada Example' }, links: ['https://www.acme.example/'] } },
      { profile: { name: { full: 'Bea Muster' }, links: ['https://www.acme.example/'] } },
    ],
  });
  // A card of ours says that the page is the person's; and whom the user keeps out stays out by the page, too.
  const [own] = planImport([], await read(card('Ada Example', 'UID:weitblick:c1\r\n')), options).create;
  expect(own?.keys).toContain('web:acme.example');
  const isLeftOut = (key: string) => key === 'web:acme.example';
  expect(planImport([], colleagues, { ...options, isLeftOut })).toMatchObject({ leftOut: 2, create: [] });
});

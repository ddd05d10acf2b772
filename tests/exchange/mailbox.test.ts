import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { beginsWithMail, type Mail, MailboxReader } from '../../src/exchange/import/mailbox.ts';
import { countMail, isMailbox, type LargeFile } from '../../src/exchange/import/mailCounts.ts';
import { mailAddresses, mailDay, mailText } from '../../src/exchange/import/mailHeaders.ts';
import { MailLog } from '../../src/exchange/import/mailLog.ts';
import { file } from './people.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** Characters below 256 as the bytes they stand for. */
const raw = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

function read(content: Uint8Array, size = content.length, sent = false): Mail[] {
  const found: Mail[] = [];
  const reader = new MailboxReader((mail) => found.push(mail), { sent });
  for (let at = 0; at < content.length; at += size) reader.push(content.subarray(at, at + size));
  reader.end();
  expect(reader.messages).toBe(found.length);
  return found;
}

const brief = (mails: readonly Mail[]) =>
  mails.map(({ from, to, day }) => [from.email, to.map(({ email }) => email).join(' '), day]);

const HEAD =
  'From: Ada Example <ada@firm.example>\nTo: me@home.example\nDate: Tue, 5 Mar 2024 23:10:00 +0100\n';
const ONE = ['ada@firm.example', 'me@home.example', '2024-03-05'];

describe('names in heads', () => {
  it.each([
    ['utf-8, Q', '=?utf-8?Q?J=C3=B6rg_M=C3=BCller?=', 'Jörg Müller'],
    ['utf-8, B', '=?UTF-8?B?SsO2cmc=?=', 'Jörg'],
    ['iso-8859-1', '=?iso-8859-1?q?J=F6rg?=', 'Jörg'],
    ['windows-1252', '=?windows-1252?Q?=84Ada=93?=', '„Ada“'],
    ['iso-2022-jp', '=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?=', '山田'],
    ['koi8-r', '=?koi8-r?B?6dfBzg==?=', 'Иван'],
    ['windows-1251', '=?windows-1251?Q?=C8=E2=E0=ED?=', 'Иван'],
    ['gb18030', '=?gb18030?B?wO7Ewg==?=', '李穆'],
    ['a language behind the set (RFC 2231)', '=?utf-8*de?Q?J=C3=B6rg?=', 'Jörg'],
    ['two words, the blank between them off', '=?utf-8?Q?J=C3=B6?= =?utf-8?Q?rg?=', 'Jörg'],
    ['a character cut between two words', '=?utf-8?Q?J=C3?= =?utf-8?Q?=B6rg?=', 'Jörg'],
    ['plain beside encoded', 'Dr. =?utf-8?Q?J=C3=B6rg?= M', 'Dr. Jörg M'],
    ['a set that nobody knows', '=?x-nobody?Q?J=C3=B6rg?=', 'Jörg'],
    ['broken base64', '=?utf-8?B?%%%?=', ''],
    ['bare UTF-8', 'J\u00c3\u00b6rg', 'Jörg'],
    ['bare Windows-1252', 'J\u00f6rg', 'Jörg'],
    ['no encoded word', '=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
  ])('%s', (_, field, wanted) => expect(mailText(field)).toBe(wanted));
});

describe('addresses', () => {
  it.each([
    ['ada@x.example', ['ada@x.example']],
    ['Ada <ADA@X.example>, "Bo, Jr." <bo@y.example>', ['ada@x.example', 'bo@y.example']],
    ['"ada@x.example via List" <list@y.example>', ['list@y.example']],
    ['ada@x.example (Ada Example)', ['ada@x.example']],
    ['Team: ada@x.example, bo@y.example;, c@z.example', ['ada@x.example', 'bo@y.example', 'c@z.example']],
    ['undisclosed-recipients:;', []],
    ['<@a.example,@b.example:ada@x.example>', ['ada@x.example']],
    ['/O=FIRM/CN=ADA', []],
    ['"\\"quoted\\" name" <ada@x.example>', ['ada@x.example']],
    ['<ada@x.example', ['ada@x.example']],
    ['', []],
  ])('%s', (field, wanted) => expect(mailAddresses(field).map(({ email }) => email)).toEqual(wanted));

  it('have the name that stands beside them', () => {
    expect(mailAddresses('=?utf-8?Q?J=C3=B6rg=2C_M?= <j@x.example>, b@x.example (Bo)')).toEqual([
      { email: 'j@x.example', name: 'Jörg, M' },
      { email: 'b@x.example', name: 'Bo' },
    ]);
  });
});

it.each([
  ['Tue, 5 Mar 2024 23:10:00 +0100', '2024-03-05'],
  ['5 Mar 24 23:10 GMT', '2024-03-05'],
  ['Sat, 01 Jan 00 00:00:00 +0000', '2000-01-01'],
  ['Fri, 31-Dec-1999 08:00:00 EST', '1999-12-31'],
  ['ada@x.example Tue Mar  5 23:10:00 2024', '2024-03-05'],
  ['ada@x.example Tue Mar  5 23:10:00 CET 2024', '2024-03-05'],
  ['2024-03-05T10:00:00Z', '2024-03-05'],
  ['Thu, 1 Jan 1970 00:00:00 +0000', null],
  ['31 Feb 2024', null],
  ['yesterday', null],
])('the day of %s', (field, wanted) => expect(mailDay(field)).toBe(wanted));

describe('a mailbox', () => {
  const second = HEAD.replaceAll('ada', 'bo').replace('5 Mar', '6 Mar');
  const TWO = ['bo@firm.example', 'me@home.example', '2024-03-06'];
  it.each<[string, string, unknown[]]>([
    ['with From lines', `From x Tue Mar  5 1\n${HEAD}\nhello\n\nFrom y\n${second}\nhello\n`, [ONE, TWO]],
    ['with CRLF', `From x\n${HEAD}\nhello\n\nFrom y\n${second}\nhi\n`.replaceAll('\n', '\r\n'), [ONE, TWO]],
    ['with both line ends', `From x\r\n${HEAD}\r\nhello\n\r\nFrom y\n${second}\r\n\nhi\n`, [ONE, TWO]],
    ['without From lines', `${HEAD}\nhello\n\n${second}\nhello\n`, [ONE, TWO]],
    ['of one message', `${HEAD}\nhello\n`, [ONE]],
    ['of one message without a body', HEAD, [ONE]],
    ['a last message without an end', `From x\n${HEAD}\nhi\n\nFrom y\n${second.trimEnd()}`, [ONE, TWO]],
    ['behind an Apple length', `1234\n${HEAD}\nhello\n`, [ONE]],
    ['behind a byte order mark', `\ufeff${HEAD}\nhello\n`, [ONE]],
    [
      'a From line without an empty one above it',
      `From x\n${HEAD}\nhi\nFrom a@b Tue Mar  5 10:00:00 2024\n${second}\n`,
      [ONE, TWO],
    ],
    [
      'words of a text that begin like a From line',
      `From x\n${HEAD}\nhello\n\nFrom there we went home.\nBye\n`,
      [ONE],
    ],
    ['an escaped From line', `From x\n${HEAD}\n\n>From y\n${second}\n`, [ONE]],
    [
      'a message attached to one',
      `${HEAD}\n--b\nContent-Type: message/rfc822\n\n${second}\nhi\n--b--\n`,
      [ONE],
    ],
    [
      'a forwarded text',
      `${HEAD}\n\nFrom: Bo <bo@firm.example>\nSent: Monday\nTo: me@home.example\n\nhi\n`,
      [ONE],
    ],
    [
      'folded fields',
      `From x\nFrom: Ada Example\n <ada@firm.example>\nTo: bo@x.example,\n\tme@home.example\nDate: Tue,\n 5 Mar 2024 10:00 +0000\n\nhi\n`,
      [['ada@firm.example', 'bo@x.example me@home.example', '2024-03-05']],
    ],
    [
      'without a date: that of the From line',
      `From x Tue Mar  5 10:00:00 2024\nFrom: ada@firm.example\nTo: me@home.example\n\nhi\n`,
      [ONE],
    ],
    [
      'a message without a sender',
      'From x\nTo: me@home.example\nDate: Tue, 5 Mar 2024 10:00 +0000\n\nhi\n',
      [],
    ],
    [
      'two fields of one kind',
      `From x\nTo: bo@x.example\n${HEAD}\n`,
      [['ada@firm.example', 'bo@x.example me@home.example', '2024-03-05']],
    ],
    ['words in place of a head', `From x\n${HEAD}\n\nFrom y\nhello there\n\nFrom z\n${second}\n`, [ONE, TWO]],
  ])('%s', (_, content, wanted) => {
    expect(beginsWithMail(bytes(content))).toBe(true);
    for (const size of [content.length, 1, 7]) expect(brief(read(bytes(content), size))).toEqual(wanted);
  });

  it.each([
    ['a table', 'From,To,Date\nada,bo,2024'],
    ['LinkedIn connections', 'Notes:\n"When exporting"\n\nFirst Name,Last Name\n'],
    ['a card', 'BEGIN:VCARD\nFN:Ada\nEND:VCARD'],
    ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\n'],
    ['words', 'From there we went home.\nAnd slept.\n'],
    ['nothing', ''],
    ['binary', '\0\u0001\u0002From: x\n'],
  ])('%s is none', (_, content) => expect(beginsWithMail(bytes(content))).toBe(false));

  it('is the same in whatever pieces it comes, and no junk stops it', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        'From x Tue Mar  5 10:00:00 2024',
        'From there',
        ' folded',
        '\tfolded',
        HEAD.trimEnd(),
        'To: a@b.example',
        'Subject: =?utf-8?B?',
        ':',
        'x'.repeat(70_000),
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.integer({ min: 60, max: 90_000 }),
        (lines, end, size) => {
          const content = raw(lines.join(end).replace(/[^\0-\u00ff]/g, '?'));
          expect(read(content, size)).toEqual(read(content));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds every message between which there is junk', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 6 }), (junk) => {
        const parts = junk.flatMap((body) => [
          bytes(`\nFrom x Tue Mar  5 10:00:00 2024\n${HEAD}\n`),
          body,
          bytes('\n'),
        ]);
        const content = Uint8Array.from(parts.flatMap((part) => [...part]));
        expect(brief(read(content.subarray(1))).filter(([from]) => from === ONE[0])).toHaveLength(
          junk.length,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('whose the messages are', () => {
  const ada = 'ada@firm.example';
  const me = 'me@home.example';
  const mail = (from: string, to: string[], more: Partial<Mail> = {}): Mail => ({
    from: { email: from, name: '' },
    to: to.map((email) => ({ email, name: '' })),
    day: '2024-03-05',
    sent: false,
    automatic: false,
    ...more,
  });
  const log = (...mails: Mail[]) => {
    const made = new MailLog();
    for (const one of mails) made.add(one);
    return made;
  };

  it.each<[string, Mail[], string[], string]>([
    ['who sent what was sent', [mail(me, [ada], { sent: true }), mail(ada, [me])], [me], 'sent'],
    ['to whom it was delivered', [mail(ada, ['list@x.example'], { deliveredTo: me })], [me], 'delivered'],
    ['who takes part in most', [mail(ada, [me]), mail('bo@x.example', [me])], [me], 'most'],
    ['nobody where both sides are alike', [mail(ada, [me]), mail(me, [ada])], [], 'unknown'],
    ['nobody where there is nothing', [], [], 'unknown'],
  ])('%s', (_, mails, addresses, by) => expect(log(...mails).ownAddresses()).toEqual({ addresses, by }));

  it('counts by direction, once each, and leaves circulars and machines out', () => {
    const many = Array.from({ length: 9 }, (_, i) => `p${i}@x.example`);
    const made = log(
      mail(me, [ada], { id: 'a', sent: true, day: '2024-01-01' }),
      mail(me, [ada], { id: 'a', day: '2024-01-01' }),
      mail(ada, [me, 'bo@x.example'], { day: '2024-03-01' }),
      mail(ada, [me], { day: '2099-01-01' }),
      mail(ada, [me], { day: null }),
      mail(ada, [me], { automatic: true }),
      mail(me, many),
      mail(ada, ['bo@x.example']),
    );
    const found = made.exchanged(new Set([me]), '2026-01-01');
    expect(found.get(ada)).toEqual({
      sent: 1,
      received: 3,
      first: '2024-01-01',
      last: '2024-03-01',
      days: ['2024-03-01', '2024-01-01'],
      name: '',
    });
    expect([...found.keys()]).toEqual([ada]);
  });

  it('remembers no more addresses than any mailbox has', () => {
    const log = new MailLog();
    for (let i = 0; i < 600_000; i++)
      log.add({
        ...{ from: { email: `a${i}@x`, name: 'A' }, to: [{ email: 'me@x', name: '' }], day: null },
        ...{ deliveredTo: `b${i}@x`, sent: true, automatic: false },
      });
    const { names, pairs } = log.counts();
    expect([names.length, pairs.length]).toEqual([500_000, 300_000]);
    expect(log.ownAddresses().addresses).toEqual([]);
    for (let i = 0; i < 400_000; i++)
      log.add({
        ...{ from: { email: 'a1@x', name: '' }, to: [{ email: 'me@x', name: '' }], day: null },
        ...{ sent: true, automatic: false },
      });
    expect(log.ownAddresses().addresses).toEqual(['a1@x']);
  });

  it('adds up what was counted apart', () => {
    const a = [mail(me, [ada], { sent: true, day: '2024-01-01' }), mail(ada, [me], { day: '2024-02-01' })];
    const b = [mail(ada, [me], { day: '2024-03-01' })];
    const apart = log(...a);
    apart.absorb(log(...b));
    const own = new Set([me]);
    expect(apart.exchanged(own)).toEqual(log(...a, ...b).exchanged(own));
    expect(apart.ownAddresses()).toEqual(log(...a, ...b).ownAddresses());
  });
});

it('reads a folder of messages in a zip, and a mailbox without an ending, and keeps nothing of a text', async () => {
  const zip = new JSZip();
  zip.file(
    'Mail/Gesendet/1.eml',
    `${HEAD.replace(
      'From: Ada Example <ada@firm.example>\nTo: me@',
      'From: me@home.example\nTo: ada@firm.example\nCc: x@',
    )}Subject: secret one\n\nsecret two\n`,
  );
  zip.file('Mail/2.eml', `${HEAD}\nsecret three\n`);
  zip.file('Mail/3.eml', `${HEAD}\nsecret four\n`);
  zip.file('Mail/INBOX', `From x\n${HEAD}\nsecret five\n`);
  zip.file('Mail/picture', 'no mailbox');
  const parsed = await parseFiles([file('mail.zip', await zip.generateAsync({ type: 'uint8array' }))], {
    today: '2026-01-01',
  });
  expect(parsed.files.map(({ file: name, format, rows }) => [name, format, rows])).toEqual([
    ['Mail/Gesendet/1.eml', 'mailbox', 1],
    ['Mail/2.eml', 'mailbox', 2],
    ['Mail/INBOX', 'mailbox', 1],
  ]);
  expect(parsed.log).toMatchObject({ messages: 4, own: ['me@home.example'], ownBy: 'sent' });
  expect(parsed.signals.find(({ person }) => person === 'email:ada@firm.example')).toMatchObject({
    sent: 1,
    received: 3,
  });
  expect(JSON.stringify(parsed)).not.toContain('secret');
});

describe('a mailbox that is counted where it lies', () => {
  const content = bytes(
    `From x\nMessage-ID: <1@x>\n${HEAD}\nsecret\n\nFrom y\n${HEAD.replaceAll('ada', 'bo').replace('5 Mar', '6 Mar')}\nsecret\n`,
  );
  const large = (name: string, of: Uint8Array): LargeFile => ({
    name,
    size: of.length,
    bytes: async (from, to) => of.subarray(from, to),
  });
  const options = { today: '2026-01-01', ownAddresses: ['me@home.example'] };

  it('says the same as one that is handed over, and nothing of a text', async () => {
    const counts = await countMail([large('in', content), large('copy', content.subarray(0, 148))]);
    expect(new TextDecoder().decode(counts)).not.toContain('secret');
    const apart = await parseFiles([file('in', counts)], options);
    const whole = await parseFiles([file('in', content)], options);
    expect([apart.signals, apart.log, apart.files[0]?.rows]).toEqual([
      whole.signals,
      whole.log,
      whole.files[0]?.rows,
    ]);
    expect(apart.signals).toHaveLength(2);
  });

  it('is known by its beginning', async () => {
    expect(await isMailbox(large('in', content))).toBe(true);
    expect(await isMailbox(large('in', bytes('{"format":"weitblick-mail"}')))).toBe(false);
    expect(await isMailbox(large('empty', bytes('')))).toBe(false);
  });

  it('has counts that keep what was counted', () => {
    const log = new MailLog();
    for (const mail of read(content)) log.add(mail);
    expect(MailLog.of(log.counts()).counts()).toEqual(log.counts());
  });

  it.each([
    ['no numbers', { pairs: [['a@b', 'c@d', 'many', '', '', []]] }],
    ['a day that there is not', { pairs: [['a@b', 'c@d', 1, '2023-02-31', '', []]] }],
    ['a month that there is not', { pairs: [['a@b', 'c@d', 1, '', '', ['2023-13-01']]] }],
    ['no address', { pairs: [['a@b', '<c d>', 1, '', '', []]] }],
    ['an address as nobody counts it', { names: [['Ada@b.example', 'Ada']] }],
    ['no days', { pairs: [['a@b', 'c@d', 1, 'soon', '', []]] }],
    ['less than none', { messages: -1 }],
    ['something else', { contents: ['secret'] }],
    ['no lists', { pairs: null }],
  ])('is refused with %s', async (_, more) => {
    const good = new MailLog().counts();
    const parsed = await parseFiles([file('in.json', JSON.stringify({ ...good, ...more }))]);
    expect(parsed.fileErrors).toMatchObject([{ kind: 'damagedJson' }]);
    expect((await parseFiles([file('in.json', JSON.stringify(good))])).fileErrors).toEqual([]);
  });
});

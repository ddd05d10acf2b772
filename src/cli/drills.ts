/** One thing that must hold: what is tried, what must then be so, and the tests that try it, by their full names. */
export interface DrillRow {
  group: string;
  drill: string;
  holds: string;
  tests: readonly RegExp[];
  /** Tried in a browser alone. */
  inBrowser?: true;
}

/** A test that was run. */
export interface Tried {
  fullName: string;
  status: string;
  duration?: number | null;
}

const row =
  (group: string) =>
  (drill: string, holds: string, ...tests: RegExp[]): DrillRow => ({
    ...{ group, drill, holds, tests },
  });
const drill = row('drill');
const input = row('bad input');
const writer = row('no code');
const browser = (given: DrillRow): DrillRow => ({ ...given, inBrowser: true });

/** What keeps devices in step whatever goes wrong: the drills, every line of bad input, and whoever lacks the code. */
export const SYNC_ROWS: readonly DrillRow[] = [
  drill(
    '5 000 histories of four devices',
    'one view, no note lost, nothing of the dead',
    /over 5 000 histories/,
  ),
  drill('mutants of the rules', 'each fails a test', /a mutant of the rules is found/),
  drill('120 histories of three databases', 'one state', /^history \d+ of three databases/),
  drill('killed at each of 30 requests', 'same state, no file twice', /a round that is killed/),
  browser(
    drill('killed 30 times over 5 000 contacts', 'same sum', /publishes 5000 contacts and takes them over/),
  ),
  browser(
    drill(
      'two Chromium and one Firefox through Apache',
      'equal',
      /end equal after 200 random edits of each, 3 times/,
    ),
  ),
  drill('three devices through Apache', 'equal', /through Apache end in one state after \d+ random edits/),
  drill('three devices through rclone', 'equal', /through rclone end in one state after \d+ random edits/),
  drill(
    'every fifth request spoilt',
    'equal within 20 rounds',
    /within twenty rounds after \d+ random edits/,
  ),
  drill('20 halves, 20 foreign names, 1 that does not open', 'others apply', /halves, foreign names and one/),
  drill('a copied profile', 'both kept, two devices', /a copied profile becomes a device of its own/),
  drill('set back by ten files', 'one cover heals it', /that was set back by ten files/),
  drill('emptied', 'asked, nothing deleted', /that was emptied asks/, /listing that is empty asks/),
  drill('401', 'one request, then none', /a password that is refused is sent once/, /refused by 403/),
  drill('a listing cut at 750', 'nothing deleted', /is cut at 750 deletes nothing/, /a listing cut short/),
  drill('HTML 200', 'nothing deleted, told', /answers 200 to everything/),
  drill('a year, none of three generations seen', 'converges from the cover', /away for a year/),
  drill(
    'many files of few changes',
    'one small cover, the large one stays',
    /stands in place of many files of few/,
  ),
  drill(
    'small covers grow long',
    'a cover of everything, a net of 30 days',
    /gives way to a cover of everything/,
  ),
  drill('lines of a newer program', 'kept in no cover, and kept', /lines that this one does not understand/),
  drill(
    'a cover that does not arrive',
    'covers nothing, is written again',
    /that does not arrive covers nothing/,
  ),
  drill(
    'a folder of a sync program',
    'its halves and copies are nobody’s',
    /whatever else a sync program leaves/,
  ),
  drill('a folder asks anew', 'waits, and goes on by itself', /wait while the browser asks anew/),
  browser(
    drill(
      'a folder in Chromium',
      'set up, killed, erased, back',
      /devices over a folder that a sync program carries/,
    ),
  ),
  drill(
    'forget',
    'no byte of the name; out after grace',
    /leaves no byte of the name/,
    /forgotten person out of every/,
  ),
  drill(
    'a newer model',
    'survives the older program',
    /a newer program writes/,
    /a newer program has written/,
  ),

  input(
    'half-written file',
    'sent again; read later',
    /arrived as a half is sent again/,
    /is whole after .{1,60} is read/,
  ),
  input('two devices of one id', 'one is renamed', /a copied profile becomes/),
  input(
    'a clock years off',
    'corrected or told, never followed',
    /clock that is hours off/,
    /about the time/,
  ),
  input('server restored from an old backup', 'healed, nothing deleted here', /set back by ten files/),
  input('server wiped, or another folder', 'asked', /that was emptied asks/, /the known epoch is gone/),
  input(
    'a listing cut, stale or empty',
    'deletes nothing',
    /is of yesterday deletes nothing/,
    /first file alone/,
  ),
  input('quota', 'reads on, waits', /a full storage still gives/, /507 .{1,60} is full/),
  input('401, 403', 'stops until the person acts', /sent once, and then no more/, /refused by 403/),
  input('RequestTimeTooSkewed', 'signed anew', /signs anew with the server/),
  input('412', 'odd', /"status":412\} is odd/, /412 PreconditionFailed is odd/),
  input('423, 429, 503', 'left alone', /a busy server is left alone/, /a minute, two, four/),
  input('5xx, no answer', 'three tries in the round', /asked thrice more in a round/),
  input('redirect', 'told, not followed', /"status":302.{1,60} is moved/, /answered moved changes nothing/),
  input('captive portal', 'told', /answers 200 to everything/, /without its own folder is none/),
  input('newer schema', 'nothing read, nothing sent', /a file of a newer program stops/),
  input('first sync killed anywhere', 'goes on', /a round that is killed/),
  input('gone for a year', 'converges', /away for a year/),
  input('a database lost', 'comes back', /a lost laptop comes back/),
  input('a database damaged in part', 'no cover, told', /of which a part was lost/),
  input(
    'mass forget',
    'asked first',
    /many forgotten elsewhere are asked about/,
    /hangs on those who are brought back/,
  ),
  input('wrong code', 'nothing written', /a changed code locks out who has only the old one/),
  input('restore, erase', 'joined; left', /that restores a backup joins it/, /that erases everything leaves/),
  input('nested without end', 'left out', /nested without end/),

  writer('a folder like a newer epoch', 'nobody is locked out', /looks like a newer epoch/),
  writer('a device’s name used', 'no new name', /no device take a new name/),
  writer('hello.wb removed', 'written again', /the file that says whose all of it is/),
  writer(
    'thousands of files that do not open',
    'fetched once, after what is new',
    /keeps nobody’s news waiting/,
  ),
  writer('more than can be looked through', 'told', /is told where it has left more/),
  writer(
    'removed again and again',
    'not published every few minutes',
    /publish everything every few minutes/,
  ),
  writer('lengths that lie', 'bounded, believed when it can be read', /a storage that lies about/),
  writer('nothing kept whole', 'told, sent to later and later', /keeps nothing whole is told/),
  writer(
    'a change of the code stopped anywhere',
    'gone on with',
    /a change of the code that is stopped anywhere/,
  ),
];

/** A line for each row: held when tests try it and all of them passed. Rows of a browser are left out without one. */
export function tableOfRows(rows: readonly DrillRow[], tried: readonly Tried[], built: boolean): string[] {
  const wanted = rows.filter(({ inBrowser }) => built || inBrowser !== true);
  const width = Math.max(0, ...wanted.map(({ drill: { length } }) => length));
  return wanted.map(({ group, drill: what, holds, tests }) => {
    const found = tests.map((name) => tried.filter(({ fullName }) => name.test(fullName)));
    const isHeld = found.every((some) => some.length > 0 && some.every(({ status }) => status === 'passed'));
    const count = new Set(found.flat().map(({ fullName }) => fullName)).size;
    return `${isHeld ? 'held  ' : 'FAILED'} ${group.padEnd(9)} | ${what.padEnd(width)} | ${holds} (${count})`;
  });
}

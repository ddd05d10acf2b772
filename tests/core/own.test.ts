import { describe, expect, it } from 'vitest';
import { type Ranked, rankBefore, renumbered } from '../../src/core/merge/index.ts';
import { Birthday, birthdayOf, lastTogether } from '../../src/core/model/index.ts';
import { basicBirthday, parseBirthday } from '../../src/exchange/birthday.ts';

describe('a birthday', () => {
  it.each([
    ['1990-05-04', true],
    ['--05-04', true],
    ['--02-29', true],
    ['1984-02-29', true],
    ['1985-02-29', false],
    ['--02-30', false],
    ['--13-01', false],
    ['1604-05-04', false],
    ['0000-05-04', false],
    ['05-04', false],
    ['1990-05', false],
    ['', false],
  ])('%s is one: %s', (text, fits) => {
    expect(Birthday.safeParse(text).success).toBe(fits);
  });

  it.each([
    ['1990-05-04', '1990-05-04'],
    ['19900504', '1990-05-04'],
    ['19900504T000000Z', '1990-05-04'],
    ['1990-05-04T00:00:00Z', '1990-05-04'],
    ['--05-04', '--05-04'],
    ['--0504', '--05-04'],
    [' --0229', '--02-29'],
    ['4.5.1990', '1990-05-04'],
    ['1604-02-29', '--02-29'],
    ['0000-02-29', '--02-29'],
    ['1985-02-29', null],
    ['1990', null],
    ['1990-05', null],
    ['---04', null],
    ['circa 1800', null],
    ['', null],
    ['0/0/00', null],
  ])('%s is read as %s', (text, expected) => {
    expect(parseBirthday(text)).toBe(expected);
  });

  it.each(['1990-05-04', '--02-29'])('%s is written so that it is read again', (birthday) => {
    expect(parseBirthday(basicBirthday(birthday))).toBe(birthday);
  });

  it('has no year where nobody can be born in it', () => {
    expect(birthdayOf(1604, 2, 29)).toBe('--02-29');
    expect(birthdayOf(null, 4, 31)).toBeNull();
  });
});

it('does not take a note for a contact', () => {
  const log = [
    { day: '2026-11-20', text: 'Changed the job, I read', kind: 'note' as const },
    { day: '2026-10-01', text: 'Lunch' },
  ];
  expect(lastTogether(log)).toBe('2026-10-01');
  expect(lastTogether(log.slice(0, 1))).toBeUndefined();
});

describe('an order by hand', () => {
  const order = (...ids: string[]): Ranked[] => ids.map((id, rank) => ({ id, rank }));
  const put = (all: Ranked[], id: string, before: string | null): Ranked[] => {
    const others = all.filter((one) => one.id !== id);
    let rank = rankBefore(others, before);
    let base = others;
    if (rank === null) {
      base = renumbered(others);
      rank = rankBefore(base, before);
    }
    return [...base, { id, rank: rank ?? Number.NaN }].sort((a, b) => a.rank - b.rank);
  };
  it.each([
    ['d', 'a', 'd a b c'],
    ['a', null, 'b c d a'],
    ['a', 'c', 'b a c d'],
    ['c', 'b', 'a c b d'],
    ['b', 'gone', 'a c d b'],
  ])('puts %s before %s', (id, before, expected) => {
    expect(
      put(order('a', 'b', 'c', 'd'), id, before)
        .map((one) => one.id)
        .join(' '),
    ).toBe(expected);
  });

  it('has room however often two change places', () => {
    let all = order('a', 'b', 'c');
    for (let turn = 0; turn < 200; turn++) {
      const [, second, third] = all;
      all = put(all, third?.id ?? '', second?.id ?? null);
      expect(new Set(all.map(({ rank }) => rank)).size).toBe(3);
      expect(all[1]?.id).toBe(third?.id);
    }
  });
});

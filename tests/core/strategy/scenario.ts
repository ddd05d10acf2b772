import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type Digest,
  type DigestStep,
  Goal,
  Me,
  type NextMove,
  SENIORITIES,
  type Seniority,
} from '../../../src/core/model/index.ts';
import { dayNumber, type MeInContext, type StrategyContext } from '../../../src/core/strategy/index.ts';
import { fold } from '../../../src/core/text/fold.ts';
import { NOW } from '../../make.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'scenarios');
const TODAY = dayNumber(NOW) ?? 0;

export interface Scenario {
  name: string;
  title: string;
  context: StrategyContext;
  digests: Digest[];
  expect: { blind: string[]; hubs: string[]; survivors: string[]; moves: string[] };
}

/** All worked scenarios, in the notation that their README explains. */
export function scenarios(): Scenario[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readScenario(file, parse(readFileSync(join(FOLDER, file), 'utf8'))));
}

interface Written {
  title: string;
  me: string | null;
  goals: Record<string, object>;
  people: Record<string, string>;
  filler: string[];
  expect: Scenario['expect'];
}

function readScenario(file: string, { title, me, goals, people, filler, expect }: Written): Scenario {
  return {
    name: file.replace('.yaml', ''),
    title,
    expect,
    context: {
      me: me === null ? null : meOf(personOf('me', me)),
      goals: Object.entries(goals).map(([id, goal]) =>
        Goal.parse({ id, title: id, createdAt: NOW, updatedAt: NOW, ...goal }),
      ),
      now: new Date(NOW),
    },
    digests: [
      ...Object.entries(people).map(([id, line]) => personOf(id, line)),
      ...filler.flatMap((line, group) => fillers(line, group)),
    ],
  };
}

/** Many of a kind; alternatives are drawn from by a fixed seed. */
export function fillers(line: string, group = 0): Digest[] {
  const [, count = '0', template = ''] = line.match(/^(\d+) of: (.*)$/) ?? [];
  let seed = 20_261_124 + group;
  const draw = (words: string) => {
    const choices = words.split('|');
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return choices[Math.floor((seed / 2_147_483_648) * choices.length)] ?? '';
  };
  return Array.from({ length: Number(count) }, (_, at) => {
    const fields = template.split('; ').map((field, place) =>
      place === 2
        ? draw(field)
        : field
            .split(' ')
            .map((word) => (word.includes('|') ? draw(word) : word))
            .join(' '),
    );
    return personOf(`filler${group}-${at}`, [`Filler ${group}-${at}`, ...fields].join('; '));
  });
}

/** One person of a line: `Name; function level; industry; employer; place country; extras`. */
export function personOf(id: string, line: string): Digest {
  const [name = '', work = '-', nace = '-', employer = '-', where = '-', extras = ''] = line.split('; ');
  const [isco, seniority] = work.split(' ');
  const words = extras.split(', ').filter((word) => word !== '');
  const digest: Digest = { id, name, seen: TODAY };
  if (isco !== '-' && isco !== undefined) Object.assign(digest, { isco, iscoSure: 1 });
  if (seniority !== undefined) digest.seniority = levelNamed(seniority);
  if (nace !== '-') Object.assign(digest, { nace, naceSure: 1 });
  if (employer !== '-') digest.employer = employer;
  const place = where.match(/^(.*) ([A-Z]{2})$/);
  if (place?.[1] !== undefined && place[2] !== undefined)
    digest.place = { text: place[1], city: place[1], country: place[2] };
  const today: DigestStep = {
    to: null,
    ...(digest.isco && { isco: digest.isco }),
    ...(digest.nace && { nace: digest.nace }),
    ...(digest.seniority && { seniority: digest.seniority }),
    ...(digest.employer && { company: digest.employer }),
    ...(digest.place?.country && { country: digest.place.country }),
  };
  digest.steps = [today];
  for (const word of words) addExtra(digest, today, word);
  return digest;
}

function addExtra(digest: Digest, today: DigestStep, extra: string): void {
  const [key = '', ...rest] = extra.split(' ');
  const value = rest.join(' ');
  const tie = () => {
    digest.tie ??= {};
    return digest.tie;
  };
  if (key === 'known') tie();
  else if (key === 'tie') tie().strength = value as 'weak';
  else if (key === 'label') tie().label = value as 'personal';
  else if (key === 'last') tie().last = TODAY - Math.ceil(Number(value) * 30.44);
  else if (key === 'bridge') digest.bridge = value;
  else if (key === 'hub') digest.ownHub = true;
  else if (key === 'since') today.from = Number(value);
  else if (key === 'skills') digest.skills = value.split('/').map(fold);
  else if (key === 'introduced' || key === 'knows') digest[key] = value.split('/');
  else if (['mutual', 'connections', 'followers', 'affiliations'].includes(key))
    Object.assign(digest, { [key]: Number(value) });
  else if (key === 'school') {
    const [, name = '', from, to] = value.match(/^(.*) (\d{4})-(\d{4})$/) ?? [];
    digest.schools = [...(digest.schools ?? []), { name, from: Number(from), to: Number(to) }];
  } else if (key === 'was') {
    const found = value.match(/^(\d{4}) (\w+) (\d\d) (.*) (\d{4})-(\d{4})(?: ([A-Z]{2}))?$/);
    if (found === null) throw new Error(`"${extra}" is no earlier position`);
    const [, isco = '', level = '', nace = '', company = '', from, to, country] = found;
    digest.steps?.push({
      isco,
      nace,
      seniority: levelNamed(level),
      company,
      from: Number(from),
      to: Number(to),
      ...(country !== undefined && { country }),
    });
  } else throw new Error(`"${extra}" is not part of the notation`);
}

function levelNamed(word: string): Seniority {
  const level = SENIORITIES.find((seniority) => seniority === word);
  if (level === undefined) throw new Error(`"${word}" is no level`);
  return level;
}

/** The user, from the same notation. */
export function meOf(digest: Digest): MeInContext {
  const { name, isco, nace, seniority, employer, place, schools, steps } = digest;
  return {
    profile: Me.parse({
      name,
      positions: employer === undefined ? [] : [{ company: employer, end: null }],
      education: (schools ?? []).map(({ name: school }) => ({ school })),
      ...(place !== undefined && { place }),
    }),
    career: {
      current: {
        function:
          isco === undefined
            ? null
            : { isco4: isco, isco3: isco.slice(0, 3), name: isco, confidence: 1, alternatives: [] },
        industry: nace === undefined ? null : { nace2: nace, name: nace, confidence: 1, alternatives: [] },
        seniority: seniority ?? null,
        evidence: [],
      },
      steps: (steps ?? []).map((step) => ({
        isco4: step.isco ?? null,
        nace2: step.nace ?? null,
        seniority: step.seniority ?? null,
        ...(step.company !== undefined && { company: step.company }),
        ...(step.from !== undefined && { start: String(step.from) }),
        ...(step.to !== undefined && { end: step.to === null ? null : String(step.to) }),
      })),
    },
  };
}

/** A next move in the notation of the scenarios. */
export function moveText({ kind, id, role, contactId, goalId, isco, nace2 }: NextMove): string {
  if (kind === 'complete') return id.replace(':', ' ');
  if (kind === 'pause') return `pause ${isco} ${nace2}`;
  // Whom one has is written to for what they are; a role is only looked for.
  const part = kind === 'reactivate' ? undefined : role;
  return [kind, part, contactId, goalId].filter((part) => part !== undefined).join(' ');
}

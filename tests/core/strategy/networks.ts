import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { analyseBackup } from '../../../src/cli/commands/analyse.ts';
import { BACKUP_VERSION, Backup } from '../../../src/core/model/index.ts';
import { parsePlace } from '../../../src/core/text/places.ts';
import { NOW } from '../../make.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'networks');
type Analysed = Awaited<ReturnType<typeof analyseBackup>>;

export interface WrittenNetwork {
  name: string;
  title: string;
  backup: Backup;
  expect: string[];
}

/** All networks that are written as titles, in the notation that their README explains. */
export function writtenNetworks(): WrittenNetwork[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const written = parse(readFileSync(join(FOLDER, file), 'utf8')) as Written;
      const { title, expect } = written;
      return { name: file.replace('.yaml', ''), title, backup: backupOf(written), expect };
    });
}

interface Written {
  title: string;
  me: string;
  goals: Record<string, object>;
  people: Record<string, string>;
  expect: string[];
}

/** A backup of one user, the goals and the people of a network. */
export function backupOf({ me, goals, people }: Pick<Written, 'me' | 'goals' | 'people'>): Backup {
  const ties: object[] = [];
  const { name, headline, location, positions, skills, industry } = profileOf('me', me).profile;
  return Backup.parse({
    format: 'weitblick',
    version: BACKUP_VERSION,
    exportedAt: NOW,
    me: {
      name: name.full,
      headline,
      positions,
      skills,
      ...(location !== undefined && { place: location }),
      ...(industry !== undefined && { industryLabel: industry }),
    },
    goals: Object.entries(goals).map(([id, goal]) => ({ id, createdAt: NOW, updatedAt: NOW, ...goal })),
    contacts: Object.entries(people).map(([id, line]) => {
      const { profile, tie, knows } = profileOf(id, line);
      if (tie !== undefined) ties.push({ from: 'me', to: id, kind: 'knows', ...tie });
      for (const to of knows) ties.push({ from: id, to, kind: 'knows' });
      return {
        id,
        keys: [`linkedin:${id}`],
        profile,
        own: {},
        source: { site: 'linkedin', url: profile.url, capturedAt: NOW, reader: 'linkedin@1' },
        createdAt: NOW,
        updatedAt: NOW,
        rev: 1,
        deviceId: 'desk',
      };
    }),
    ties,
    settings: {},
  });
}

function profileOf(id: string, line: string) {
  const [name = '', headline = '', place = '', work = '', extras = ''] = line
    .split('::')
    .map((part) => part.trim());
  const [, city, country] = place.match(/^(.*) ([A-Z]{2})$/) ?? [];
  const profile: Record<string, unknown> = {};
  let tie: Record<string, string> | undefined;
  let knows: string[] = [];
  for (const extra of extras.split(', ').filter((word) => word !== '')) {
    const [key = '', ...rest] = extra.split(' ');
    const value = rest.join(' ');
    if (key === 'tie') tie = { ...tie, strength: value };
    else if (key === 'label') tie = { ...tie, label: value };
    else if (key === 'last') tie = { ...tie, lastContact: value };
    else if (key === 'connections' || key === 'followers') profile[key] = Number(value);
    else if (key === 'mutual') profile.mutualConnections = Number(value);
    else if (key === 'skills') profile.skills = value.split('/');
    else if (key === 'knows') knows = value.split('/');
    else if (key === 'industry') profile.industry = value;
    else throw new Error(`"${extra}" is not part of the notation`);
  }
  const location = city === undefined ? undefined : { ...parsePlace(city), text: city, city, country };
  return {
    tie,
    knows,
    profile: {
      key: { site: 'linkedin', id },
      url: `https://www.linkedin.com/in/${encodeURIComponent(id)}`,
      name: { full: name },
      ...(headline !== '' && { headline }),
      ...(location !== undefined && { location }),
      positions: work
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(positionOf),
      education: [],
      skills: [],
      languages: [],
      degree: 1 as const,
      ...profile,
    } as { name: { full: string }; url: string; [field: string]: unknown },
  };
}

function positionOf(text: string) {
  const found = text.match(/^(.*) @ (.*) (\d{4})-(\d{4})?(?: ([A-Z]{2}))?$/);
  if (found === null) throw new Error(`"${text}" is no position`);
  const [, title, company, start, end, country] = found;
  return { title, company, start, end: end ?? null, ...(country !== undefined && { location: country }) };
}

/** Does an expectation hold? With what was seen instead. */
export function holds(line: string, analysed: Analysed): [met: boolean, seen: unknown] {
  const [kind = '', a = '', b = '', c = '', d = ''] = line.split(' ');
  const contact = (id: string) => analysed.contacts.find(({ contactId }) => contactId === id);
  const fitOf = (goal: string, id: string) => contact(id)?.fits.find(({ goalId }) => goalId === goal);
  const value = (goal: string, id: string) => fitOf(goal, id)?.value ?? -1;
  const roles = (goal: string, id: string) => fitOf(goal, id)?.roles.map(({ role }) => role as string) ?? [];
  const gaps = analysed.blindSpots.filter(({ goalId, kind: of }) => goalId === a && of === 'role');
  const test = (change: string) => {
    const key = change === 'employer' ? 'company' : change;
    return analysed.stressTest.find((one) => Object.keys(one.change).join() === key);
  };
  const distance = (id: string) => {
    const found = contact(id)?.distances[a as 'function' | 'industry' | 'place'] ?? null;
    return typeof found === 'object' ? (found?.distance ?? null) : found;
  };
  switch (kind) {
    case 'layer': {
      const layer = contact(a)?.layer;
      return [layer?.known === true && layer.value === b, layer];
    }
    case 'fit':
      return [value(a, b) > value(a, d), [value(a, b), value(a, d)]];
    case 'top': {
      const own = value(a, b);
      const rank = 1 + analysed.contacts.filter(({ contactId }) => value(a, contactId) > own).length;
      return [own >= 0 && rank <= Number(c), rank];
    }
    case 'role':
      return [roles(a, b).includes(c), roles(a, b)];
    case 'notRole':
      return [!roles(a, b).includes(c), roles(a, b)];
    case 'hub':
      return [contact(a)?.hub.isHub === true, contact(a)?.hub.strength];
    case 'notHub':
      return [contact(a)?.hub.isHub === false, contact(a)?.hub.strength];
    case 'unsure': {
      const fit = fitOf(a, b);
      return [fit === undefined || fit.value === null || fit.confidence < 0.34, fit];
    }
    case 'gap':
      return [gaps.some(({ role }) => role === b), gaps.map(({ id }) => id)];
    case 'noGap':
      return [!gaps.some(({ role }) => role === b), gaps.map(({ id }) => id)];
    case 'move': {
      const moves = analysed.nextMoves.filter(({ goalId }) => goalId === a);
      const named = (move: Analysed['nextMoves'][number]) =>
        move.contactId === c || move.facts.some(({ values }) => Object.values(values ?? {}).includes(c));
      const found = moves.some((move) =>
        b === 'search'
          ? move.kind === 'search' && move.role === c
          : ['reactivate', 'introduction'].includes(move.kind) && named(move),
      );
      return [found, analysed.nextMoves.map(({ id }) => id)];
    }
    case 'lost':
      return [test(a)?.lose.includes(b) === true, test(a)?.counts];
    case 'stays':
      return [test(a)?.stay.includes(b) === true, test(a)?.counts];
    case 'remainsOrder':
      return [(test(a)?.share ?? 2) < (test(b)?.share ?? -1), [test(a)?.share, test(b)?.share]];
    case 'dist': {
      const [nearer, farther] = [distance(b), distance(d)];
      return [nearer !== null && farther !== null && nearer < farther, [nearer, farther]];
    }
    case 'novel': {
      const [more, less] = [contact(a)?.novelty ?? null, contact(c)?.novelty ?? null];
      return [more !== null && (less === null || more > less), [more, less]];
    }
    default:
      throw new Error(`"${line}" is no expectation`);
  }
}

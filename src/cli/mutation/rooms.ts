import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../root.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/** The rooms where a fault writes wrong data or judges people wrongly: their sources, and the tests beside them. */
export const ROOMS = {
  storage: 'storage',
  merge: 'core/merge',
  services: 'services',
  messaging: 'messaging',
  strategy: 'core/strategy',
} as const;

export type Room = keyof typeof ROOMS;

export interface Fault {
  file: string;
  /** The file as it stood when its faults were listed. */
  source: string;
  mutant: Mutant;
}

/** Every fault of a room, in the order of files and places. */
export function faultsOf(room: Room): Fault[] {
  return sourcesOf(room).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return mutantsOf(source).map((mutant) => ({ file, source, mutant }));
  });
}

/** The sources of a room, as absolute paths. */
export function sourcesOf(room: Room): string[] {
  return globSync(join(root, 'src', ROOMS[room], '**', '*.ts')).sort();
}

/** The test files of all these rooms. */
export function testsOfRooms(): string[] {
  return Object.values(ROOMS).flatMap((folder) =>
    globSync(join(root, 'tests', folder, '**', '*.test.{ts,tsx}')).sort(),
  );
}

/** A fault as a person reads it: place, kind, what stood there and what stands there instead. */
export function tell(fault: Fault): string {
  const line = fault.source.slice(0, fault.mutant.start).split('\n').length;
  return `${relative(root, fault.file)}:${line} ${change(fault)}`;
}

/** The same without its place. */
export function change({ source, mutant }: Fault): string {
  const short = (text: string) => {
    const flat = text.replace(/\s+/g, ' ');
    return flat.length > 60 ? `${flat.slice(0, 40)} … ${flat.slice(-17)}` : flat;
  };
  const stood = short(source.slice(mutant.start, mutant.end));
  return `${mutant.kind}: ${stood} -> ${short(mutant.replacement) || 'nothing'}`;
}

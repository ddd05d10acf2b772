import { SIZE_WEIGHT } from '../../core/distance/industry.ts';
import { NACE_CODES } from '../../core/taxonomy/index.ts';
import { type Flow, flowTables, SAME_GROUP } from './industryFlows.ts';

/** Unrelatedness of two classes by the tables of some of the flows: what the shipped distance rises with. */
export function fold(classes: readonly string[], flows: readonly Flow[]): (a: string, b: string) => number {
  const { masses, divisionRatios, pairs } = flowTables(classes, flows);
  const at = new Map(classes.map((code, place) => [code, place]));
  const observed = new Map(pairs.map(({ i, k, ratio }) => [i < k ? `${i} ${k}` : `${k} ${i}`, ratio]));
  return (a, b) => {
    const [i, k] = [at.get(a) ?? 0, at.get(b) ?? 0].sort((x, y) => x - y) as [number, number];
    const [x, y] = [a, b].map((code) => NACE_CODES.indexOf(code.slice(0, 2))).sort((p, q) => p - q) as [
      number,
      number,
    ];
    const group = a.slice(0, 3) === b.slice(0, 3) ? Math.log(SAME_GROUP) : 0;
    const ratio = observed.get(`${i} ${k}`) ?? (divisionRatios[(y * (y + 1)) / 2 + x] as number) + group;
    return -(ratio + SIZE_WEIGHT.class * ((masses[i] as number) + (masses[k] as number)));
  };
}

import { createAnalysis } from '../../core/strategy/index.ts';
import { acquainted } from './acquaintances.ts';
import { context } from './strategy.ts';

const n = acquainted(100000);
const e = createAnalysis(context());
for (const d of n) e.put(d);
let last = performance.now();
let i = 0;
for (const { done } of e.steps()) {
  const now = performance.now();
  if (now - last > 120) console.log(i, done, Math.round(now - last));
  last = now;
  i++;
}

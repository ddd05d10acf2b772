import { t } from '../../../../browser/text.ts';
import { LEFT_OUT, type LeftOut } from '../../../../core/model/index.ts';

/** What is damaged and was left out, as `2 contacts, 1 captured page`; empty when all is whole. */
export function leftOutText(leftOut: LeftOut): string {
  return LEFT_OUT.flatMap((kind) => {
    const count = leftOut[kind];
    if (count === undefined) return [];
    return [count === 'all' ? t(`leftOutAll_${kind}`) : t(`leftOut_${kind}`, { count })];
  }).join(', ');
}

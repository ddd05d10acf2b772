import { formatDay, t } from '../../browser/text.ts';
import type { Tie } from '../../core/model/index.ts';

/** The tie in a line: how well, in what way, when last. */
export function tieWords(tie: Tie | undefined): string {
  const words = [
    tie?.strength && t(`tie_${tie.strength}`),
    tie?.label && t(`tie_${tie.label}`),
    tie?.lastContact && t('tie_last', { day: formatDay(tie.lastContact) }),
  ].filter(Boolean);
  return words.length === 0 ? t('tie_none') : words.join(' · ');
}

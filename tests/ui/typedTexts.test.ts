import { expect, it } from 'vitest';
import { t, useCatalogue } from '../../src/browser/text.ts';
import type { Fact, MessageKey } from '../../src/core/model/index.ts';

/*
 * What the compiler holds: `npm run types` fails where a line below compiles that must not, or the other way round.
 */

useCatalogue('en', {});

it('takes no key that no catalogue has', () => {
  // @ts-expect-error no catalogue has it
  expect(t('no_such_key')).toBe('no_such_key');
  const kind = 'fullmoon' as string;
  // @ts-expect-error any word may stand in it
  expect(t(`error_${kind}`)).toBe('error_fullmoon');
  // @ts-expect-error nor may a fact say it
  const fact: Fact = { key: 'factNobodySays' };
  expect(fact.key).toBe('factNobodySays');
});

it('takes the common beginning of plural forms, and each form', () => {
  const keys: MessageKey[] = ['persons', 'persons_one', 'persons_other', 'button_save'];
  expect(keys).toHaveLength(4);
});

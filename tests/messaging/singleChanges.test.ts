import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { OwnWords, Settings } from '../../src/core/model/index.ts';
import { PROTOCOL } from '../../src/messaging/protocol.ts';

/** The fields of a schema that hold many entries, with one entry each that the schema itself takes. */
function lists(schema: typeof OwnWords | typeof Settings): [field: string, value: unknown][] {
  return Object.entries(schema.shape).flatMap(([field, type]): [string, unknown][] => {
    const kind = innermost(type as z.ZodMiniType)._zod.def.type;
    if (kind === 'array') return [[field, []]];
    return kind === 'record' ? [[field, {}]] : [];
  });
}

function innermost(type: z.ZodMiniType): z.ZodMiniType {
  const { innerType } = type._zod.def as { innerType?: z.ZodMiniType };
  return innerType === undefined ? type : innermost(innerType);
}

// Two open pages would take back each other's entries.
describe('no page sends a whole list that it held', () => {
  it('of what there are lists of', () => {
    expect(lists(OwnWords).map(([field]) => field)).toEqual(expect.arrayContaining(['tags', 'roles', 'log']));
    expect(lists(Settings).map(([field]) => field)).toEqual(
      expect.arrayContaining(['companies', 'moves', 'doNotSave', 'views', 'notDuplicates']),
    );
  });

  it.each(lists(OwnWords))('%s of a contact', (field, value) => {
    const { input: one } = PROTOCOL['contact.setOwn'];
    expect(z.safeParse(one, { id: 'a', own: { [field]: value } }).success).toBe(false);
    expect(z.safeParse(one, { id: 'a', own: {}, clear: [field] }).success).toBe(false);
    const { input: many } = PROTOCOL['contact.setMany'];
    expect(z.safeParse(many, { ids: ['a'], own: { [field]: value } }).success).toBe(false);
  });

  it.each([...lists(Settings), ['rhythms', {}], ['backup', { everyDays: null, everyChanges: null }]])(
    '%s of the settings',
    (field, value) => {
      const { input } = PROTOCOL['settings.set'];
      expect(z.safeParse(input, { settings: { [field]: value } }).success).toBe(false);
    },
  );

  it('but single words as before', () => {
    const own = { note: 'tea', layer: 'personal', edits: { headline: 'typed' } };
    expect(z.safeParse(PROTOCOL['contact.setOwn'].input, { id: 'a', own, clear: ['hub'] }).success).toBe(
      true,
    );
    expect(z.safeParse(PROTOCOL['settings.set'].input, { settings: { quiet: true } }).success).toBe(true);
  });
});

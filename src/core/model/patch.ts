import * as z from 'zod/mini';

/** The fields of an object schema without their defaults. */
type Undefaulted<Shape> = {
  [K in keyof Shape]: Shape[K] extends z.ZodMiniDefault<infer Inner> ? Inner : Shape[K];
};

/**
 * The schema of a change to some fields: all optional, none filled in. `z.partial` alone would put a field's
 * default where the change says nothing, and so empty the user's tags.
 */
export function patchOf<Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
): z.ZodMiniType<{ [K in keyof Shape]?: z.output<Undefaulted<Shape>[K] & z.core.$ZodType> | undefined }> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [
    name,
    z.optional(
      field instanceof z.ZodMiniDefault
        ? (field._zod.def.innerType as z.ZodMiniType)
        : (field as z.ZodMiniType),
    ),
  ]);
  return z.strictObject(Object.fromEntries(fields)) as never;
}

/** A change with the fields that it does not name left out, not `undefined`. */
export type Patch<T> = { [K in keyof T]?: T[K] | undefined };

/** `value` with the fields that `patch` names. */
export function applyPatch<T extends object>(value: T, patch: Patch<T>): T {
  const named = Object.entries(patch).filter(([, field]) => field !== undefined);
  return { ...value, ...Object.fromEntries(named) } as T;
}

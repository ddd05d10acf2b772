import type * as z from 'zod/mini';
import { NotStorable } from './unavailable.ts';

/**
 * The value as its schema has it: only what a backup can hold, and a restore can read, is ever stored.
 * @throws NotStorable with the place that does not fit.
 */
export function accepted<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data as z.output<Schema>;
  throw new NotStorable(result.error.issues[0]?.path.map(String).join('.') ?? '', result.error);
}

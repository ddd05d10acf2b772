import * as z from 'zod/mini';
import { PartialDate } from './profile.ts';

/** In rising order; `owner` stands beside `executive`: the person answers to nobody. */
export const SENIORITIES = [
  'intern',
  'junior',
  'professional',
  'senior',
  'lead',
  'manager',
  'director',
  'executive',
  'owner',
] as const;
export const Seniority = z.enum(SENIORITIES);
export type Seniority = z.infer<typeof Seniority>;

/** ISCO-08 code of one to four digits. */
export const IscoCode = z.string().check(z.regex(/^\d{1,4}$/));
/** NACE Rev. 2 division, two digits. */
export const NaceDivision = z.string().check(z.regex(/^\d{2}$/));
const probability = z.number().check(z.minimum(0), z.maximum(1));

export const FunctionResult = z.object({
  isco4: z.string().check(z.regex(/^\d{4}$/)),
  isco3: z.string().check(z.regex(/^\d{3}$/)),
  name: z.string(),
  confidence: probability,
  alternatives: z.array(z.object({ isco4: z.string(), confidence: probability })),
});

export const IndustryResult = z.object({
  nace2: NaceDivision,
  name: z.string(),
  confidence: probability,
  alternatives: z.array(z.object({ nace2: NaceDivision, confidence: probability })),
});

/** What a title, a headline and a company say about function, seniority and industry; `null` is "not known". */
export const Classification = z.object({
  function: z.nullable(FunctionResult),
  seniority: z.nullable(Seniority),
  industry: z.nullable(IndustryResult),
  /** What the judgement rests on, as short plain phrases (English; codes and quotes, no sentences). */
  evidence: z.array(z.string()),
  /** They no longer work: the function is what they did. */
  retired: z.optional(z.literal(true)),
  /** Nothing is said of today: the function is what they did before. */
  former: z.optional(z.literal(true)),
});
export type FunctionResult = z.infer<typeof FunctionResult>;
export type IndustryResult = z.infer<typeof IndustryResult>;
export type Classification = z.infer<typeof Classification>;

/** One step of a career, reduced to codes. */
export const CareerStep = z.object({
  isco4: z.nullable(z.string()),
  nace2: z.nullable(z.string()),
  seniority: z.nullable(Seniority),
  /** The company's name, folded for comparison; absent when unknown. */
  company: z.optional(z.string()),
  start: z.optional(PartialDate),
  end: z.optional(z.nullable(PartialDate)),
});
export type CareerStep = z.infer<typeof CareerStep>;

/** A whole profile reduced to codes: today, and every position as on the page (most recent first). */
export const Career = z.object({
  current: Classification,
  steps: z.array(CareerStep),
  /** The classifier failed on this profile: nothing could be judged, which is not the same as "not known". */
  unjudged: z.optional(z.literal(true)),
});
export type Career = z.infer<typeof Career>;

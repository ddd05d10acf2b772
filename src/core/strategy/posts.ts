import type { Digest, DigestStep, Seniority } from '../model/index.ts';
import { levelOf } from './viewpoint.ts';
import { HEADLINE_SURE_FROM, ROLE_SURE, ROLE_SURE_FROM } from './weights.ts';

/** A post of today, or one held before. `sure`: 0 to 1, how sure its codes are as far as that is kept. */
export interface Post {
  isco: string | undefined;
  nace: string | undefined;
  seniority: Seniority | undefined;
  company: string | undefined;
  country: string | undefined;
  head: boolean;
  sure: number;
}

/**
 * All posts of today, the main one first. Of the retired the main one is over; further ones, as a seat on a board,
 * go on. Codes that are too doubtful to rest a role on are left out.
 */
export const postsOf = rememberingLast((digest: Digest): readonly Post[] => {
  const posts: Post[] = [];
  const steps = digest.steps ?? [];
  const held = steps.filter(({ to }) => to === null);
  if (digest.retired !== true && (held.length > 0 || steps.length === 0 || digest.employer !== undefined))
    posts.push(mainPost(digest));
  let main = true;
  for (const step of held) {
    // The first that is held is the main post, whose codes stand in the digest itself.
    if (!(main && (step.company === digest.employer || digest.employer === undefined)))
      posts.push(postOf(step));
    else main = false;
  }
  return posts;
});

/** What is told of today, then every post of the career. */
export const careerPostsOf = rememberingLast((digest: Digest): readonly Post[] => [
  mainPost(digest),
  ...(digest.steps ?? []).map(postOf),
]);

/** Keeps the last answer: a contact is read against one goal after the other. */
function rememberingLast<T>(answer: (digest: Digest) => T): (digest: Digest) => T {
  let last: { digest: Digest; found: T } | undefined;
  return (digest) => {
    if (last?.digest !== digest) last = { digest, found: answer(digest) };
    return last.found;
  };
}

/** What is told of today, whether or not a post is held. */
export const mainPost = rememberingLast((digest: Digest): Post => {
  const { isco, iscoSure, nace, naceSure, seniority, employer, place, retired, steps } = digest;
  const [last] = steps ?? [];
  // Of the retired the last post says what they know.
  if (retired === true && last !== undefined)
    return { ...postOf(last), isco: last.isco ?? isco, country: place?.country };
  // Without any post, a headline alone has been read: it may be no occupation at all.
  const bare = employer === undefined && (steps ?? []).length === 0;
  const known = (sure: number | undefined) => (sure ?? 1) >= (bare ? HEADLINE_SURE_FROM : ROLE_SURE_FROM);
  return {
    isco: known(iscoSure) ? isco : undefined,
    nace: known(naceSure) ? nace : undefined,
    seniority,
    company: employer,
    country: place?.country,
    head: digest.head === true,
    sure: isco === undefined ? 1 : Math.min(1, (iscoSure ?? 1) / ROLE_SURE),
  };
});

export function postOf({ isco, nace, seniority, company, country, head }: DigestStep): Post {
  return { isco, nace, seniority, company, country, head: head === true, sure: 1 };
}

/** Does a post lead a whole organisation, or its people? Such posts know every desk. */
export function leads({ isco, seniority, head }: Post): boolean {
  if (head) return true;
  if (isco !== undefined && /^(?:11|12|2423|4416)/.test(isco)) return true;
  return seniority !== undefined && levelOf(seniority) >= levelOf('director');
}

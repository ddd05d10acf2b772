import type { Me, Profile } from '../../core/model/index.ts';

/** The user's own profile from their own page; what the user had set by hand before is kept by the caller. */
export function meFromProfile(profile: Profile, kept: Partial<Me> = {}): Me {
  const { headline, location, industry } = profile;
  return {
    ...kept,
    name: profile.name.full,
    positions: profile.positions,
    education: profile.education,
    skills: profile.skills,
    languages: profile.languages,
    profileUrl: profile.url,
    ...(headline !== undefined && { headline }),
    ...(location !== undefined && { place: location }),
    ...(industry !== undefined && { industryLabel: industry }),
  };
}

/**
 * The user as their own page says it now. What they set by hand stays, as the page cannot know it better; the pages
 * that they named before stay theirs.
 */
export function meFromPage(profile: Profile, me: Me | null): Me {
  const { isco4, nace2, seniority, profileUrl, addresses = [] } = me ?? {};
  const others = [...new Set([profileUrl, ...addresses])].filter(
    (address): address is string => address !== undefined && address !== profile.url,
  );
  return meFromProfile(profile, {
    ...(isco4 !== undefined && { isco4 }),
    ...(nace2 !== undefined && { nace2 }),
    ...(seniority !== undefined && { seniority }),
    ...(others.length > 0 && { addresses: others.slice(0, ADDRESSES) }),
  });
}

/** Most further pages of one's own; the schema's limit. */
const ADDRESSES = 20;

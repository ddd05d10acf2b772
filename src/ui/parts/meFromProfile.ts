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

import { currentPosition, type Profile } from '../../core/model/index.ts';

/** What somebody does and where, in one line under the name: the title, or the headline where there is none. */
export function jobLine(profile: Pick<Profile, 'headline' | 'positions'>): string {
  const position = currentPosition(profile);
  return [position?.title ?? profile.headline, position?.company].filter(Boolean).join(' · ');
}

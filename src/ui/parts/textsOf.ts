import { currentPosition, type Profile } from '../../core/model/index.ts';

/** What a profile says of somebody in words, the most telling first. */
export function textsOf(profile: Profile): string[] {
  const position = currentPosition(profile);
  return [position?.title, profile.headline, position?.company, profile.industry, profile.about].filter(
    (text) => text !== undefined,
  );
}

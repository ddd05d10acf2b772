import type { Digest, Place } from '../model/index.ts';

/**
 * Copies digests so that equal texts (employers, schools, skills, places, ids) are held once: read from a database every
 * contact brings its own copy of "Hamburg". A third of the memory of a large network.
 */
export function textSharing(): (digest: Digest) => Digest {
  const texts = new Map<string, string>();
  const places = new Map<string, Place>();
  const share = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  const sharePlace = (place: Place): Place => {
    const key = JSON.stringify([place.text, place.city, place.region, place.country]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, place);
    return place;
  };
  return (digest) => {
    const copy: Digest = { ...digest };
    if (copy.isco !== undefined) copy.isco = share(copy.isco);
    if (copy.nace !== undefined) copy.nace = share(copy.nace);
    if (copy.employer !== undefined) copy.employer = share(copy.employer);
    if (copy.bridge !== undefined) copy.bridge = share(copy.bridge);
    if (copy.place !== undefined) copy.place = sharePlace(copy.place);
    if (copy.skills !== undefined) copy.skills = copy.skills.map(share);
    if (copy.schools !== undefined)
      copy.schools = copy.schools.map((school) => ({ ...school, name: share(school.name) }));
    if (copy.steps !== undefined)
      copy.steps = copy.steps.map((step) => {
        const shared = { ...step };
        if (shared.company !== undefined) shared.company = share(shared.company);
        if (shared.isco !== undefined) shared.isco = share(shared.isco);
        if (shared.nace !== undefined) shared.nace = share(shared.nace);
        if (shared.country !== undefined) shared.country = share(shared.country);
        return shared;
      });
    // A contact's id stands with everybody who knows them.
    copy.id = share(copy.id);
    if (copy.knows !== undefined) copy.knows = copy.knows.map(share);
    if (copy.knowsBy !== undefined) copy.knowsBy = copy.knowsBy.map(share);
    return copy;
  };
}

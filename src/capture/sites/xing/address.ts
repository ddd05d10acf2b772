import { LIMITS } from '../../../core/model/limits.ts';
import { decodeOnce } from '../../page.ts';

/** Names in the address that stand for the viewer, whoever that is. */
export const OWN_ALIAS = /^(?:me|my_?profile|my)$/i;

/** The id of `/profile/<id>` in any of its shapes, decoded once; `null` when it is nobody's profile. */
export function readProfileId(url: URL): string | null {
  const pieces = url.pathname.split('/').filter(Boolean);
  const [first] = pieces;
  if (first !== 'profile' && first !== 'profiles') return null;
  // `/profile/my_profile/timeline/show/<id>/<entry>` is one station of somebody's career.
  const piece = (pieces[2] === 'timeline' && pieces[3] === 'show' ? pieces[4] : pieces[1]) ?? '';
  const id = decodeOnce(piece);
  if (id === null || id.length > LIMITS.id || OWN_ALIAS.test(id) || !/^[\p{L}\p{M}\p{N}_.'’-]+$/u.test(id))
    return null;
  return id;
}

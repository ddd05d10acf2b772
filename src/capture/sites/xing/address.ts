import { LIMITS } from '../../../core/model/limits.ts';
import { decodeOnce } from '../../page.ts';

/** Names in the address that stand for the viewer, whoever that is. */
export const OWN_ALIAS = /^(?:me|my_?profile|my)$/i;

/** The id of `/profile/<id>` in any of its shapes, decoded once; `null` when it is nobody's profile. */
export function readProfileId(url: URL): string | null {
  const [first, piece = ''] = url.pathname.split('/').filter(Boolean);
  if (first !== 'profile' && first !== 'profiles') return null;
  const id = decodeOnce(piece);
  if (id === null || id.length > LIMITS.id || OWN_ALIAS.test(id) || !/^[\p{L}\p{M}\p{N}_.'’-]+$/u.test(id))
    return null;
  return id;
}

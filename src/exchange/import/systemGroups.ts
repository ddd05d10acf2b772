import { fold } from '../../core/text/fold.ts';

/**
 * Groups that Google puts contacts into by itself, as its exports name them in the languages of its interface: they
 * are no tags that anybody gave. Folded, one language a line.
 */
const GOOGLE = [
  'mycontacts, my contacts, starred, starred in android, other contacts, othercontacts',
  'meine kontakte, markiert, in android markiert, mit stern markiert, weitere kontakte, andere kontakte',
  'mes contacts, suivis, favoris android, autres contacts',
  'mis contactos, destacados, destacado en android, otros contactos',
  'i miei contatti, miei contatti, speciali, altri contatti',
  'mijn contacten, met ster, andere contacten',
  'meus contatos, meus contactos, os meus contactos, com estrela, outros contatos, outros contactos',
  'moje kontakty, oznaczone gwiazdka, inne kontakty, s hvezdickou, ostatni kontakty',
  'mina kontakter, mine kontakter, mine kontaktpersoner, omat yhteystiedot, stjarnmarkta, stjernemarkeret',
  'kisilerim, yildizli, diger kisiler, agendam, persoanele mele de contact, nevjegyeim, sajat nevjegyek, moji kontakti',
  'мои контакты, помеченные, другие контакты, моі контакти, моите контакти, οι επαφες μου',
  'マイ コンタクト, マイコンタクト, 自分の連絡先, スター付き, その他の連絡先, 我的联系人, 我的通讯录, 我的聯絡人, 已加星标, 내 주소록, 내 연락처',
  'جهات اتصالي, אנשי הקשר שלי',
];

const names: ReadonlySet<string> = new Set(GOOGLE.flatMap((row) => row.split(', ')).map(fold));

/** Is the label one of the program's own, and no tag? A star before it marks those of Google's tables. */
export function isSystemGroup(label: string): boolean {
  return names.has(fold(label.slice(0, 200)).replace(/^\*\s*/, ''));
}

import type catalogue from '../../../public/_locales/en/messages.json';

type Key = keyof typeof catalogue;
type BeginOf<K extends string> = K extends `${infer Begin}_other` ? Begin : never;

/**
 * The keys of the catalogues, and for those with plural forms (`x_one`, `x_other`) their common beginning: a key that
 * no catalogue has does not compile. A type alone: the core holds no text, and the catalogues stay files of their own.
 */
export type MessageKey = Key | BeginOf<Key>;

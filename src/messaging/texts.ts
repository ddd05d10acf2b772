import type catalogue from '../../public/_locales/en/messages.json';

type Key = keyof typeof catalogue;

/**
 * The keys of the catalogues, and for those with plural forms (`x_one`, `x_other`) their common beginning. A key that
 * no catalogue has does not compile. Types only: the catalogues stay files of the extension.
 */
export type MessageKey = Key | PluralKey;

/** Keys whose form hangs on a value `count`. */
export type PluralKey = Key extends infer K ? (K extends `${infer Begin}_other` ? Begin : never) : never;

import type { Language } from '../../core/taxonomy/index.ts';

/**
 * A lexicon's phrases are folded: without capitals, umlauts and sharp s. Of the German stems in them, those that are
 * written otherwise; the longer ones first, where one holds another.
 */
const GERMAN_STEMS: readonly (readonly [folded: RegExp, written: string])[] = (
  [
    ['anasth', 'anästh'],
    ['anwalt(?=in)', 'anwält'],
    ['archaolog', 'archäolog'],
    ['arzt(?=in|lich)', 'ärzt'],
    ['aussen', 'außen'],
    ['\\bbacker', 'bäcker'],
    ['behord', 'behörd'],
    ['borsen', 'börsen'],
    ['buhnen', 'bühnen'],
    ['burger', 'bürger'],
    ['buro', 'büro'],
    ['diat', 'diät'],
    ['einkaufer', 'einkäufer'],
    ['ernahr', 'ernähr'],
    ['forder', 'förder'],
    ['forster', 'förster'],
    ['fraser', 'fräser'],
    ['fuhr(?=er|end|ung)', 'führ'],
    ['fussball', 'fußball'],
    ['gartner', 'gärtner'],
    ['gebarden', 'gebärden'],
    ['gebaude', 'gebäude'],
    ['gemuse', 'gemüse'],
    ['gerat', 'gerät'],
    ['geschaft', 'geschäft'],
    ['grunder', 'gründer'],
    ['gynakolog', 'gynäkolog'],
    ['handler', 'händler'],
    ['kalte', 'kälte'],
    ['kammerer', 'kämmerer'],
    ['kapitan', 'kapitän'],
    ['kaufmannisch', 'kaufmännisch'],
    ['kindergartn', 'kindergärtn'],
    ['kochin', 'köchin'],
    ['kuchen', 'küchen'],
    ['kunstler', 'künstler'],
    ['kurschner', 'kürschner'],
    ['logopad', 'logopäd'],
    ['mobel', 'möbel'],
    ['naherin', 'näherin'],
    ['offentlich', 'öffentlich'],
    ['\\bol\\b', 'öl'],
    ['okolog', 'ökolog'],
    ['okonom', 'ökonom'],
    ['orthopad', 'orthopäd'],
    ['padagog', 'pädagog'],
    ['personlich', 'persönlich'],
    ['prasident', 'präsident'],
    ['pruf(?=er|ung)', 'prüf'],
    ['(?<=\\bbetriebs|\\bland)ratin\\b', 'rätin'],
    ['sachverstand', 'sachverständ'],
    ['sanger', 'sänger'],
    ['sanitar', 'sanitär'],
    ['sanitater', 'sanitäter'],
    ['schutzer', 'schützer'],
    ['schweiss', 'schweiß'],
    ['sekretar', 'sekretär'],
    ['selbststand', 'selbstständ'],
    ['strasse', 'straße'],
    ['tanzer', 'tänzer'],
    ['tatowierer', 'tätowierer'],
    ['trager', 'träger'],
    ['ubersetz', 'übersetz'],
    ['verkaufer', 'verkäufer'],
    ['vermogens', 'vermögens'],
    ['volontar', 'volontär'],
    ['\\bfur\\b', 'für'],
    ['qualitat', 'qualität'],
    ['universitat', 'universität'],
    ['mobilitat', 'mobilität'],
  ] as const
).map(([folded, written]) => [new RegExp(folded, 'g'), written]);

/** Small words within a German phrase. */
const GERMAN_SMALL = new Set(
  'am an auf aus bei der des dem den die für im in mit und von vom zur zum'.split(' '),
);

/** Short forms that every language writes in capitals. */
const CAPITALS = new Set(
  'ai bi bim ceo cfo chro cio cmo coo cpo crm cro csm csr cso cto dba edv ehs erp esg fp hno hr hrbp hse it kyc mba ml pmo pr qa rh scm sap sdr seo sem sql ui ux vp'.split(
    ' ',
  ),
);

/** Endings and small words by which a phrase of these lexicons is told to be of another language than the interface's. */
const FOREIGN: Readonly<Record<Language, RegExp>> = {
  de: /consultor|(?:euse|trice|ista|iste|dora?|tore|ente|iere?|ero|era|ado|ada|ico|ica|ivo|iva|zione|cion|ble|aire|ien|ienne|que|sor|sora|ncia|nza|dad)\b|\b(?:de|du|des|del|di|da|do|e|et|y|en|van|het|l|d|la|el|of|the|for|and|head|lead)\b/,
  en: /consultor|(?:leiter(?:in)?|leitung|berater(?:in)?|beauftragter?|kaufmann|kauffrau|kraft|techniker(?:in)?|wirt(?:in)?|pfleger(?:in)?|wesen|ung|erin|orin|entin|istin|eurin|login|euse|trice|ista|iste|dora?|tore|zione|cion|aire|ienne)\b|\b(?:de|du|des|del|di|da|do|e|et|y|en|van|het|l|d|la|el|im|der|fur|und|leiter|leiterin)\b/,
};

/** Does a folded phrase look as if it were of another language than this one? */
export function looksForeign(folded: string, language: Language): boolean {
  return FOREIGN[language].test(folded);
}

/** A folded phrase as people write it in the interface's language. */
export function writtenPhrase(folded: string, language: Language): string {
  let text = folded;
  if (language === 'de' && !looksForeign(folded, 'de'))
    for (const [stem, written] of GERMAN_STEMS) text = text.replace(stem, written);
  const words = text.split(' ').map((word, at) => {
    if (CAPITALS.has(word)) return word.toUpperCase();
    const isSmall = language === 'de' ? GERMAN_SMALL.has(word) : true;
    return at === 0 || !isSmall ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
  return words.join(' ');
}

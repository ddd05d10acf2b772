/**
 * How names of occupations end, in the languages of the model. What the model takes for an occupation by its spelling
 * alone, and what ends like none, is a thing, a place, a first name: `Sonnenschein`, `Candle`, `Heike`.
 */

/** Shorter words do not end like anything. */
const LEAST_LETTERS = 4;
/** Words are cut at so many letters (`titleWords`): how longer ones end is not seen. */
const CUT = 30;

/** Ends of names of occupations, folded. */
const ENDS = endsOf(
  // German, and what it shares with English and Dutch
  'er erin or orin ist istin yst ystin eur eurin eure euse ice mann frau kraft krafte ent entin ant antin loge ' +
    'login graph graphin graf grafin soph padin pade peut peutin wirt wirtin wart wartin arzt arztin koch kochin schmied ' +
    'schmiedin lotse lotsin hilfe gehilfin nom nomin igte ierte ellte amte amtin ende ' +
    'atige geistliche andige kundige soldat soldatin diplomat diplomatin kandidat kandidatin ' +
    'advokat advokatin legiat rat ratin anwalt anwaltin notar notarin sekretar sekretarin kommissar aufsicht ' +
    'kommissarin thekar thekarin archivar archivarin veterinar vorstand hebamme modell magd knecht lehrling ' +
    'bursche junge madchen chef chefin cheffe leitung assistenz referendar diakon diakonin kapitan ' +
    'kapitanin pilot pilotin stewardess hostess vogt bote botin gesell geselle gesellin kundin probst zeuge zeut tionar ' +
    'tekt tektin chirurg chirurgin metallurg metallurge agoge agogin steinmetz experte expertin ' +
    'tragte ortliche dienstete geordnete verordnete personal mitglied bischof dekan propst vikar kaplan ' +
    'missionar monch nonne poet dramaturg dokumentar antiquar aktuar konsul naut akrobat clown athlet gymnast matrose ' +
    'admiral general detektiv mannequin hirt hirte kustos ' +
    // English
    'man men people ers ors ian clerk hand smith wright cook maid coach guide aide judge surgeon secretary ' +
    'notary actuary attorney trainee midwife architect mechanic medic steward fellow scholar nurse guard herd ' +
    'executive representative operative professional tech captain mason advocate warden registrar person host ' +
    'detective counsel associate expert tress path ists ysts ants ents monk nun chaplain bishop deacon vicar ' +
    'clergy missionary jockey sheriff referee umpire acrobat athlete valet bailiff chief principal marshal ' +
    'lady landlord boy girl model page cadet bellhop orderly artisan apothecary magistrate ' +
    // Dutch
    'vrouw hulp loods loog graaf arts kok aar icus tolk gids piloot klerk taris saris caris agoog agooge rabbijn persoon scout hoofd baas oppas matroos ' +
    // Romance
    'ero era eros eras dora tora tore tori sore sora sori lore ista iste istas ite iere aio aia ' +
    'aro ara aire nte nta loga logue grafo grafa graphe nomo noma nome ico ica icos icas ego eiro eira eute ' +
    'euta tivo tiva ario aria ado ada ato ata ienne ien maestro maestra sable sabile savel iliar icial ' +
    'iciala experto experta esperto esperta perito perita jefe jefa capo capataz peon guia guida tecto tecta tetto tetta ' +
    'charge chargee ploye ployee prepose preposee attache attachee peintre medecin commis commesso commessa detto detta ' +
    'comptable contable contabile ores antes entes ogos ogas afos onales iciales eurs euses iens istes pilote piloto ' +
    'etti tleti sarti pilota isti ogi ogo ici nti ieri rini ari tai llai ssai rino rina guarda guardia ingegnere ' +
    'goga teta teto juiza triz voz voce wacht locuo estafeta sargento sargentos oficiais praca ministro ministra juez juiz jueza juge tresse ' +
    'maitre mestre capitaine capitano capitan cuoco cuoca sarto sarta matelot avocat mozo moza',
);

/** Ends of nouns that end like occupations and are none, folded. */
const NOUNS = endsOf(
  'zimmer mutter vater tochter mother father daughter brother sister weather wetter november september dezember december ' +
    'oktober october wasser feuer butter zucker winter sommer keller fenster theater center power leder feder fieber kupfer ' +
    'silber pulver kloster muster polster pflaster hammer kammer nummer koffer opfer wunder kinder worter hauser eimer ' +
    'becher kilometer zentimeter thermometer semester silvester chapter quarter shoulder computer hamburger together ' +
    'drawer paper number corner flower shower water summer letter powder rubber copper silver finger dinner supper danger ' +
    'screwdriver ment ments restaurant elefant elephant motor traktor faktor humor horror mirror error color ' +
    'vorrat unrat hausrat apparat heirat wochenende jahresende legende spende wende human german roman snowman talisman ' +
    'alexander jennifer christopher valentin konstantin constantin christian sebastian florian hannover vancouver chester ' +
    'cester africa america musica paprika kamera opera cholera camera gitarra guitarra schwerkraft',
);

interface Ends {
  ends: ReadonlySet<string>;
  longest: number;
}

function endsOf(words: string): Ends {
  const ends = new Set(words.split(' '));
  return { ends, longest: Math.max(...[...ends].map((end) => end.length)) };
}

/** Whether words (folded, as the model reads them) hold one that ends like an occupation. */
export function endLikeOccupation(words: readonly string[]): boolean {
  return words.some(
    (word) =>
      word.length >= CUT || (word.length >= LEAST_LETTERS && endsIn(word, ENDS) && !endsIn(word, NOUNS)),
  );
}

function endsIn(word: string, { ends, longest }: Ends): boolean {
  for (let from = Math.max(0, word.length - longest); from < word.length - 1; from++)
    if (ends.has(word.slice(from))) return true;
  return false;
}

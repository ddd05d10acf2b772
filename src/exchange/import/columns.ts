import { fold } from '../../core/text/fold.ts';
import { whenAsked } from '../../core/text/whenAsked.ts';
import { type ColumnMapping, MAPPABLE_FIELDS, type MappableField } from './parsed.ts';
import { headerKey } from './table.ts';

/*
 * What the column of a table holds, by its name. The names are those of Outlook (as its own exports and importers
 * have them), Thunderbird, Yahoo, Apollo, HubSpot, Salesforce, Pipedrive, folk, Dex, Clay and Monica, and what people
 * write over lists of their own.
 */

/** Which of several addresses a column belongs to; `none`: the table does not say. */
const PLACES = ['none', 'work', 'home', 'other'] as const;
type Whose = (typeof PLACES)[number];

type Thing =
  | 'given'
  | 'middle'
  | 'family'
  | 'full'
  /** Given, family or full name, as the other columns leave it: `Name`, `Nome`, `Nom`. */
  | 'name'
  /** Portuguese: the family name in Portugal, the nickname in Brazil. */
  | 'apelido'
  | 'company'
  | 'title'
  | 'salutation'
  | 'headline'
  | 'city'
  | 'region'
  | 'country'
  | 'email'
  | 'url'
  | 'industry'
  | 'skills'
  | 'tags'
  | 'note'
  | 'connectedOn'
  | 'lastContact';

interface Meaning {
  thing: Thing;
  whose: Whose;
  /** Lower is better among columns of one thing. */
  rank: number;
}

/** Names in comparable form (`headerKey`); each line is one rank, the best first. */
const NAMES: Partial<Record<Thing, readonly string[]>> = {
  given: [
    'vardas vards firstname givenname given first forename vorname rufname prenom voornaam primeironome nomeproprio imie fornavn fornamn etunimi krestnijmeno krstnemeno keresztnev prenume adi isim eesnimi имя имяконтакта ім’я ονομα 名 名字 이름',
  ],
  middle: [
    'middlename middle additionalname secondname weiterevornamen zweitervorname deuxiemeprenom segundonombre segundonome nomedomeio outrosnomesapelidos secondonome middelstenaam tussenvoegsel mellannamn mellomnavn drugieimie отчество ミドルネーム',
  ],
  family: [
    'lastname familyname surname family last nachname familienname zuname nomdefamille apellido apellidos cognome achternaam sobrenome ultimonome nazwisko efternavn etternavn efternamn sukunimi prijmeni priezvisko priimek prezime vezeteknev numedefamilie soyad soyadi perekonnanimi uzvards pavarde фамилия прізвище επωνυμο επιθετο 姓 성',
  ],
  full: [
    'fullname contactname personname vollername vollstandigername vorundnachname vornamenachname nachnamevorname namevorname vornamename lastnamefirstname firstnamelastname nomcomplet nomprenom prenomnom nombrecompleto nombreyapellidos nomecompleto nomecognome volledigenaam imeiprezime imepriimek jmenoaprijmeni menoapriezvisko numesiprenume adsoyad adisoyadi fornavnogetternavn fornavnogefternavn foroghefternamn vardasirpavarde imieinazwisko imienazwisko полноеимя фио 氏名 姓名 성명 名前 お名前',
    'displayname anzeigename nomafficher nomaafficher nombreenpantalla nomevisualizzato mostrarnome weergavenaam contact kontakt ansprechpartner person contactperson kontaktperson interlocuteur persona contacto contato',
  ],
  name: ['name nome nombre nom naam namn navn jmeno meno ime nume nev ad ονομασια'],
  apelido: ['apelido apelidos'],
  company: [
    'company companyname currentcompany organization organisation organizationname organisationname associatedcompany primarycompany companies employer firma firmenname firmaname unternehmen arbeitgeber societe entreprise organisationactuelle empresa compania organizacion organizacao societa azienda organizzazione bedrijf organisatie werkgever spoleczenstwo foretag virksomhed yritys spolecnost spolocnost podjetje tvrtka ceg firmanavn firmă компания организация компанія 会社 会社名 公司 单位 公司名称 회사 회사명',
    'sirket sirketadi isyeri kurum imone imonespavadinimas uznemums ettevote εταιρεια εταιρια επιχειρηση zamestnavatel',
    'workcompany account accountname companynameforemails',
  ],
  title: [
    'jobtitle position currentposition currenttitle stelle stellenbezeichnung jobbezeichnung jobtitel berufsbezeichnung positionstitel poste fonction titre1 profession puesto cargo posicion posicao posizione qualifica functie stanowisko stilling befattning titteli tyopaikka funkce funkcia delovnomesto beosztas functia munkakor должность посада 役職 职位 职务 직함 직책',
    'unvan unvani gorev gorevi pozisyon pareigos amats amet ametikoht τιτλος θεση επαγγελμα ιδιοτητα 직위 직책 직급',
    'role rolle funktion beruf job worktitle occupation metier intitule funcao funcion puestodetrabajo mansione ruolo rol beroep zawod yrke profession profesion professione',
    'title',
  ],
  salutation: [
    'salutation anrede titel titre titulo titolo prefix nameprefix tratamiento tittel titul tytul tiitel обращение 肩書き',
  ],
  headline: ['headline slogan profilslogan linkedinheadline'],
  city: [
    'city town location place locality ort stadt wohnort standort ville localite ciudad localidad poblacion citta localita plaats woonplaats stad cidade localidade miasto miejscowosc poststed by ort mesto kraj varos oras город місто 市区町村 市町村 城市 도시 구군시',
  ],
  region: [
    'state region regio province county bundesland kanton bundeslandkanton departement depregion departementregion departementouregion provincia provinciaoestado estadoprovincia estado regiao distrito provincie wojewodztwo okres область 都道府県 省 시도',
  ],
  country: [
    'country countryregion countryorregion land landregion staat pays paysregion pais paisregion paisoregion paese paeseareageografica nazione nazioneregione landregio kraj panstwo stat maa zeme krajina drzava orszag tara страна країна странаилирегион 国 国地域 国家 국가 국가지역',
  ],
  industry: ['industry branche industrie sector secteur setor settore branza'],
  skills: [
    'skills kenntnisse fahigkeiten kompetenzen competences habilidades competencias competenze vaardigheden',
  ],
  tags: [
    'tags labels label groups group categories category kategorien kategorie gruppen schlagworter stichworter lists categorias categoria categorie categories etiquettes etiquetas groupes grupos gruppi groepen categorieen categorien kategorier kategorii категории 分類 类别 범주',
  ],
  note: [
    'note notes notiz notizen comment comments bemerkung bemerkungen kommentar anmerkung anmerkungen remarques remarque commentaire notas nota observacoes appunti notities opmerkingen notatki notater anteckningar poznamky poznamka заметки メモ 备注 附注 메모',
    'description info bio',
  ],
  connectedOn: ['connectedon connected verbundenseit verbundenam vernetztseit kontaktseit connectele'],
  lastContact: [
    'lastcontact lastcontacted lastcontactedon letzterkontakt zuletztkontaktiert lastinteraction lastactivitydate derniercontact',
  ],
};

/** Of which address a word speaks. */
const WHOSE: Readonly<Record<Exclude<Whose, 'none'>, string>> = {
  work: 'work business office company mailing geschaftlich dienstlich buro firma bureau professionnel professionnelle trabajo laboral oficina lavoro uff ufficio werk werkadres zakelijk comercial profissional trabalho empresa sluzbowy arb arbeit jobb praca prace sluzbeni раб рабочий 会社 公司 商务 근무지 근무처',
  home: 'home private privat personal domicile personnel personnelle domicilio casa residenza residencia residencial particular ab abitazione thuis huisadres prive huis domowy priv domov domaci дом домашний 自宅 住宅 집',
  other:
    'other weiterer weitere weiteres weiteresr weiterese autre otra otro altra altro anders ander outra outro inny annen annet iny ine drugi другой その他 其他 기타',
};

const FILLERS = new Set(
  'address adresse adresses adres adresu direccion indirizzo endereco do da de del des du di la le el of the o or ou oder e y et und and van op адрес или geografica area primary'.split(
    ' ',
  ),
);

const byName = whenAsked(() => {
  const meanings = new Map<string, Meaning>();
  for (const [thing, lines] of Object.entries(NAMES) as [Thing, readonly string[]][])
    for (const [rank, line] of lines.entries())
      for (const name of line.split(' '))
        if (!meanings.has(headerKey(name))) meanings.set(headerKey(name), { thing, whose: 'none', rank });
  return meanings;
});

const whoseOf = whenAsked(
  () =>
    new Map(
      Object.entries(WHOSE).flatMap(([whose, words]) =>
        words.split(' ').map((word) => [fold(word), whose as Whose]),
      ),
    ),
);

/** Words that are looked for within a name, in comparable form: accents and the parts of syllables are off. */
const within = (words: string) => whenAsked(() => new RegExp(words.split(' ').map(headerKey).join('|')));

const email = within(
  'mail courriel correo correio messagerie postaelettronica epost sähköposti poštaelektronická postaelectronica элпочт メール 邮件 邮箱 郵件 메일',
);
const NO_EMAIL =
  /mailing|typ|label|kind|name|nom|status|opt|display|anzeige|domain|server|verif|valid|source|confidence|catchall|date|sent|bounce|count|last|owner|client|format|voicemail|rodzaj/;
const noEmailEither = within('表示 種類 표시 유형 тип краткое visualizz anzuzeigen');
const SECOND = /2|second|sekund|alternat|weitere|autre|otr[ao]|outr[ao]|altr[ao]|zwei|andere?|other/;
const THIRD = /3|third|tertiar|dritt/;
const NO_PAGE =
  /compan|firm|organi|employer|unternehmen|account|phone|mail|image|photo|logo|picture|headline|date|status|name$|id$|connections|followers/;

/** What a column holds by its name; `null` when the name says nothing of a person. */
function meaningOf(header: string): Meaning | null {
  // `MailingCity` is two words; Pipedrive writes `Person - Name`.
  const spaced = header
    .slice(0, 200)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/^\s*(?:person|contact|kontakt)\s+-\s+/i, '');
  const key = headerKey(spaced);
  const named = byName().get(key) ?? byName().get(headerKey(header));
  if (named !== undefined) return named;
  if (email().test(key) && !NO_EMAIL.test(key) && !noEmailEither().test(key))
    return { thing: 'email', whose: 'none', rank: rankOfEmail(key) };
  const page = rankOfPage(key);
  if (page !== null) return { thing: 'url', whose: 'none', rank: page };
  const part = partOfAddress(fold(spaced).split(/[^\p{L}\p{N}]+/u));
  if (part !== null) return part;
  return likely(key);
}

function rankOfEmail(key: string): number {
  return THIRD.test(key)
    ? 3
    : SECOND.test(key)
      ? 2
      : /home|privat|personal|domicile|casa|thuis/.test(key)
        ? 1
        : 0;
}

const PAGES = new Map(
  (
    [
      [2, 'profileurl profilurl profilelink profillink profil profile publicprofileurl socialprofile'],
      [3, 'url urls link links github githuburl githubprofile'],
      [
        4,
        'website webpage webseite webside homepage pageweb siteweb paginaweb sitioweb websiteurl webpagina stronasieciweb stronawww webovastranka вебстраница webページ 网页 웹페이지 personalwebsite personalwebpage',
      ],
      [5, 'businesswebsite workwebsite companywebsite'],
    ] as const
  ).flatMap(([rank, names]) => names.split(' ').map((name) => [headerKey(name), rank] as const)),
);

/** The page of a person on a network comes before any other; the networks' pages of companies are not the person's. */
function rankOfPage(key: string): number | null {
  if (/linkedin/.test(key)) return NO_PAGE.test(key) ? null : 0;
  if (/^xing/.test(key)) return NO_PAGE.test(key) ? null : 1;
  return PAGES.get(key.replace(/\d$/, '')) ?? null;
}

/** `Ville (bureau)`, `Werkadres, plaats`, `País o región del trabajo`: a part of an address and whose it is. */
function partOfAddress(words: readonly string[]): Meaning | null {
  let whose: Whose = 'none';
  let thing: Thing | null = null;
  let rank = 0;
  for (const word of words) {
    if (word === '' || FILLERS.has(word)) continue;
    if (/^\d+$/.test(word)) {
      rank += word === '1' ? 0 : 1;
      continue;
    }
    const named = byName().get(word)?.thing;
    if (named === 'city' || named === 'region' || named === 'country') {
      // `Land/Region` is the country.
      if (thing === null || named === 'country') thing = named;
      else if (thing !== named && thing !== 'country') return null;
      continue;
    }
    const of = whoseOf().get(word);
    if (of === undefined || whose !== 'none') return null;
    whose = of;
  }
  return thing === null ? null : { thing, whose, rank };
}

/** Where no name fits as a whole: `Company (current)`, `Position/Funktion`. */
function likely(key: string): Meaning | null {
  const found = LIKELY.find(([, is, not]) => is.test(key) && !not?.test(key));
  return found === undefined ? null : { thing: found[0], whose: 'none', rank: 9 };
}

const LIKELY: readonly (readonly [Thing, RegExp, RegExp?])[] = [
  ['title', /position|jobtitle|jobtitel|bezeichnung|funktion/, /dat|seit|start|end|level|id$/],
  [
    'company',
    /^(?:firm|company|unternehmen|organi[sz]ation|arbeitgeber|employer)/,
    /size|grosse|url|web|domain|industr|branche|phone|telefon|id$|linkedin|mail|typ|address|adresse|street|zip|postal|city|ort$|state|country|land$|keyword|revenue|department|abteilung|yomi|founded|ticker|symbol|location|jobdescription/,
  ],
  ['city', /^(?:ort|stadt|city|wohnort|standort|place|location)/, /id$|code|lat|lon/],
  ['country', /^(?:land|country|staat)/, /code|vorwahl|phone/],
  ['note', /^(?:notiz|note|bemerk|komment|comment)/, /id$|date|datum/],
];

/** The columns of a table by what they hold, best first. */
export interface Columns {
  given: number[];
  middle: number[];
  family: number[];
  full: number[];
  company: number[];
  title: number[];
  headline: number[];
  /** Places by whose address it is, in the order in which they are asked for. */
  places: { city: number[]; region: number[]; country: number[] }[];
  email: number[];
  url: number[];
  industry: number[];
  skills: number[];
  tags: number[];
  note: number[];
  connectedOn: number[];
  lastContact: number[];
  /** Columns whose names are known. */
  known: number;
}

/** A form of address in some languages' tables, the job in others'. */
const TITLES: ReadonlySet<string> = new Set('titel titre titulo titolo tittel titul tytul tiitel'.split(' '));

/** What the columns of a header hold, by their names. */
export function columnsOf(header: readonly string[]): Columns {
  const meanings = header.flatMap((name, index) => {
    const meaning = meaningOf(name);
    return meaning === null ? [] : [{ ...meaning, index }];
  });
  meanings.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const all = (...things: Thing[]) =>
    meanings.filter(({ thing }) => things.includes(thing)).map(({ index }) => index);
  const [given, family, full, name] = [all('given'), all('family'), all('full'), all('name')];
  const apelido = all('apelido');
  if (family.length === 0) family.push(...apelido);
  // `Name, Surname`, `Nome, Cognome`: the given name; `Nom, Prénom`, `Name, Vorname`: the family name.
  if (given.length === 0 && family.length > 0) given.push(...name);
  else if (given.length > 0 && family.length === 0) family.push(...name);
  else if (given.length === 0) full.unshift(...name);
  const [title, salutation] = [all('title'), all('salutation')];
  const keyAt = (index: number) => headerKey(header[index] ?? '');
  // French and Slovak Outlook call the form of address and the job by one word, in this order.
  if (title.length === 0)
    title.push(...salutation.slice(1).filter((at) => keyAt(at) === keyAt(salutation[0] ?? at)));
  // Where no other column holds the job, this one may; forms of address in it are passed over row by row.
  if (title.length === 0) title.push(...salutation.filter((at) => TITLES.has(keyAt(at))));
  const part = (thing: Thing, whose: Whose) =>
    meanings
      .filter((meaning) => meaning.thing === thing && meaning.whose === whose)
      .map(({ index }) => index);
  const places = PLACES.map((whose) => ({
    city: part('city', whose),
    region: part('region', whose),
    country: part('country', whose),
  })).filter(({ city, region, country }) => city.length + region.length + country.length > 0);
  return {
    given,
    family,
    full,
    title,
    places,
    middle: all('middle'),
    company: all('company'),
    headline: all('headline'),
    email: all('email'),
    url: all('url'),
    industry: all('industry'),
    skills: all('skills'),
    tags: all('tags'),
    note: all('note'),
    connectedOn: all('connectedOn'),
    lastContact: all('lastContact'),
    known: meanings.length,
  };
}

/** The likely column of each field by the header's words, for the user to confirm. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const columns = columnsOf(header);
  // The fullest address; a lone `Location` beside it is mostly empty.
  const parts = ({ city, region, country }: Columns['places'][number]) =>
    Number(city.length > 0) + Number(region.length > 0) + Number(country.length > 0);
  const place = columns.places.reduce<Columns['places'][number] | undefined>(
    (best, next) => (best === undefined || parts(next) > parts(best) ? next : best),
    undefined,
  );
  const found: Record<MappableField, number | undefined> = {
    fullName: columns.given.length > 0 && columns.family.length > 0 ? undefined : columns.full[0],
    givenName: columns.given[0],
    middleName: columns.given.length > 0 ? columns.middle[0] : undefined,
    familyName: columns.family[0],
    company: columns.company[0],
    title: columns.title[0],
    headline: columns.headline[0],
    location: place?.city[0],
    region: place?.region[0],
    country: place?.country[0],
    email: columns.email[0],
    email2: columns.email[1],
    email3: columns.email[2],
    url: columns.url[0],
    url2: columns.url[1],
    url3: columns.url[2],
    industry: columns.industry[0],
    skills: columns.skills[0],
    tags: columns.tags[0],
    note: columns.note[0],
    connectedOn: columns.connectedOn[0],
    lastContact: columns.lastContact[0],
  };
  const mapping: ColumnMapping = {};
  for (const field of MAPPABLE_FIELDS) {
    const column = found[field];
    if (column !== undefined) mapping[field] = column;
  }
  return mapping;
}

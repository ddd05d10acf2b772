import { strToU8, zipSync } from 'fflate';
import type { TextEncoding } from '../../src/core/model/index.ts';
import { decoderOf } from '../../src/exchange/encoding/decoder.ts';

/*
 * Address books as programs write them, in the languages and encodings of their countries; all people are invented.
 * Each is made here from its rows, so that what must come out stands beside what goes in.
 */

export interface Book {
  name: string;
  bytes: Uint8Array;
  /** Whom it holds: name, title, company, e-mails, place; or the kind of the refusal. */
  people: Who[] | { refused: string };
  encoding?: TextEncoding;
}

export interface Who {
  full: string;
  title?: string;
  company?: string;
  emails?: string[];
  city?: string;
  country?: string;
  url?: string;
}

/** The bytes of a text in an encoding that the platform can only read. */
export function encodeAs(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le')
    return Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : found(table, char))),
  );
}

function found(table: ReadonlyMap<string, number[]>, char: string): number[] {
  const bytes = table.get(char);
  if (bytes === undefined) throw new Error(`${char} is not in the encoding`);
  return bytes;
}

const tables = new Map<TextEncoding, Map<string, number[]>>();

function tableOf(encoding: TextEncoding): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number[]>();
  const decoder = decoderOf(encoding);
  for (let lead = 0x80; lead <= 0xff; lead++) {
    const one = decoder.decode(Uint8Array.of(lead));
    if (one.length === 1 && one !== '\uFFFD') table.set(one, [lead]);
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const two = decoder.decode(Uint8Array.of(lead, trail));
      if (two.length === 1 && two !== '\uFFFD' && !table.has(two)) table.set(two, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** UTF-8 that a program took for another encoding and wrote as UTF-8 again. */
function twice(text: string, takenFor: TextEncoding): Uint8Array {
  return new TextEncoder().encode(decoderOf(takenFor).decode(new TextEncoder().encode(text)));
}

function table(rows: readonly (readonly string[])[], separator = ','): string {
  const cell = (text: string) =>
    text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
}

function book(name: string, text: string, people: Who[], encoding: TextEncoding = 'utf-8'): Book {
  return { name, bytes: encodeAs(text, encoding), people, encoding };
}

const JOERG: Who = {
  full: 'Jörg Thälmann',
  title: 'Geschäftsführer',
  company: 'Bäcker AG',
  emails: ['joerg@baecker.example'],
  city: 'Köln',
  country: 'DE',
};
const KAETHE: Who = { full: 'Käthe Groß', title: 'Prüferin', company: 'Müller & Söhne' };
const HELENE: Who = {
  full: 'Hélène Lefèvre',
  title: 'Chargée d’études',
  company: 'Été SA',
  emails: ['helene@ete.example', 'h@perso.example'],
  city: 'Lyon',
  country: 'FR',
};
const LUCIA: Who = {
  full: 'Lucía Muñoz',
  title: 'Jefa de ventas',
  company: 'Compañía Nubes',
  emails: ['lucia@nubes.example', 'lucia2@nubes.example'],
  city: 'Valencia',
  country: 'ES',
};
const JOAO: Who = {
  full: 'João Conceição',
  title: 'Gerente de produção',
  company: 'Açúcar Lda',
  emails: ['joao@acucar.example'],
  city: 'Porto',
  country: 'PT',
};
const NICCOLO: Who = {
  full: 'Niccolò Pierò',
  title: 'Responsabile qualità',
  company: 'Città SpA',
  emails: ['niccolo@citta.example'],
  city: 'Torino',
  country: 'IT',
};
const DAAN: Who = {
  full: 'Zoë Coëlho',
  title: 'Inkoper',
  company: 'Reünie BV',
  emails: ['zoe@reunie.example'],
  city: 'Utrecht',
  country: 'NL',
};
const RUNA: Who = {
  full: 'Runa Feld',
  title: 'Head of QA',
  company: 'Moos AG',
  emails: ['runa@moos.example'],
};
const ANNA: Who = { full: 'Анна Белова', title: 'Директор по закупкам', company: 'Север' };

/** A list that somebody keeps by hand: name, company, title. */
function list(header: readonly string[], people: readonly Who[], separator = ';'): string {
  return table(
    [header, ...people.map(({ full, company = '', title = '' }) => [full, company, title])],
    separator,
  );
}

const LINKEDIN = 'https://www.linkedin.com/in/runa-feld/';

export const BOOKS: readonly Book[] = [
  book(
    'outlook-english',
    `\uFEFF${table([
      [
        'Title',
        'First Name',
        'Last Name',
        'Company',
        'Job Title',
        'Business City',
        'Business Country/Region',
        'E-mail Address',
        'Location',
      ],
      ['Ms', 'Runa', 'Feld', 'Moos AG', 'Head of QA', 'Bern', 'Switzerland', 'runa@moos.example', ''],
      ['', '', '', 'Kiosk GmbH', '', '', '', 'info@kiosk.example', ''],
    ])}`,
    [{ ...RUNA, city: 'Bern', country: 'CH' }],
  ),
  book(
    'outlook-german',
    table(
      [
        [
          'Anrede',
          'Vorname',
          'Weitere Vornamen',
          'Nachname',
          'Firma',
          'Position',
          'Ort geschäftlich',
          'Land/Region geschäftlich',
          'Ort privat',
          'E-Mail-Adresse',
          'E-Mail 2: Adresse',
          'Kategorien',
        ],
        [
          'Herr',
          'Jörg',
          '',
          'Thälmann',
          'Bäcker AG',
          'Geschäftsführer',
          'Köln',
          'Deutschland',
          'Bonn',
          'joerg@baecker.example',
          '',
          '',
        ],
      ],
      ';',
    ),
    [JOERG],
    'windows-1252',
  ),
  book(
    'outlook-french',
    table([
      [
        'Titre',
        'Prénom',
        'Deuxième prénom',
        'Nom',
        'Société',
        'Service',
        'Titre',
        'Ville (bureau)',
        'Dép/Région (bureau)',
        'Pays/Région (bureau)',
        'Adresse de messagerie',
        'Adresse de messagerie 2',
        'Nom complet de l’adresse de messagerie',
      ],
      [
        'Mme',
        'Hélène',
        '',
        'Lefèvre',
        'Été SA',
        'Achats',
        'Chargée d’études',
        'Lyon',
        '',
        'France',
        'helene@ete.example',
        'h@perso.example',
        'Hélène Lefèvre',
      ],
    ]),
    [HELENE],
    'windows-1252',
  ),
  book(
    'outlook-spanish',
    table([
      [
        'Nombre',
        'Segundo nombre',
        'Apellidos',
        'Organización',
        'Puesto',
        'Ciudad de trabajo',
        'País o región del trabajo',
        'Dirección de correo electrónico',
        'Dirección de correo electrónico 2',
        'Tipo de correo electrónico 2',
      ],
      [
        'Lucía',
        '',
        'Muñoz',
        'Compañía Nubes',
        'Jefa de ventas',
        'Valencia',
        'España',
        'lucia@nubes.example',
        'lucia2@nubes.example',
        'SMTP',
      ],
    ]),
    [LUCIA],
    'windows-1252',
  ),
  book(
    'outlook-brazilian',
    table([
      [
        'Título',
        'Nome',
        'Segundo nome',
        'Sobrenome',
        'Empresa',
        'Cargo',
        'Cidade do endereço comercial',
        'País/Região do endereço comercial',
        'Endereço de email',
      ],
      [
        '',
        'João',
        '',
        'Conceição',
        'Açúcar Lda',
        'Gerente de produção',
        'Porto',
        'Portugal',
        'joao@acucar.example',
      ],
    ]),
    [JOAO],
    'windows-1252',
  ),
  book(
    'outlook-portuguese',
    table([
      [
        'Título',
        'Primeiro nome',
        'Outros nomes/apelidos',
        'Apelido',
        'Empresa',
        'Cargo',
        'Localidade da empresa',
        'País/Região da Empresa',
        'Endereço de correio electrónico',
      ],
      [
        '',
        'João',
        '',
        'Conceição',
        'Açúcar Lda',
        'Gerente de produção',
        'Porto',
        'Portugal',
        'joao@acucar.example',
      ],
    ]),
    [JOAO],
    'windows-1252',
  ),
  book(
    'outlook-italian',
    table([
      [
        'Titolo',
        'Nome',
        'Secondo nome',
        'Cognome',
        'Società',
        'Posizione',
        'Città (uff.)',
        'Paese/area geografica (uff.)',
        'Indirizzo posta elettronica',
        'Nome visualizzato posta elettronica',
      ],
      [
        '',
        'Niccolò',
        '',
        'Pierò',
        'Città SpA',
        'Responsabile qualità',
        'Torino',
        'Italia',
        'niccolo@citta.example',
        'Niccolò Pierò',
      ],
    ]),
    [NICCOLO],
    'windows-1252',
  ),
  book(
    'outlook-dutch',
    table([
      [
        'Titel',
        'Voornaam',
        'Middelste naam',
        'Achternaam',
        'Bedrijf',
        'Functie',
        'Werkadres, plaats',
        'Land/regio (werk)',
        'E-mailadres',
        'E-mailtype',
      ],
      ['', 'Zoë', '', 'Coëlho', 'Reünie BV', 'Inkoper', 'Utrecht', 'Nederland', 'zoe@reunie.example', 'SMTP'],
    ]),
    [DAAN],
    'windows-1252',
  ),
  book(
    'outlook-polish',
    table(
      [
        [
          'Imię',
          'Nazwisko',
          'Firma',
          'Stanowisko',
          'Adres służbowy - miejscowość',
          'Adres służbowy - kraj/region',
          'Adres e-mail',
        ],
        ['Łukasz', 'Wiśniewski', 'Żuraw SA', 'Główny księgowy', 'Gdańsk', 'Polska', 'lukasz@zuraw.example'],
      ],
      ';',
    ),
    [
      {
        full: 'Łukasz Wiśniewski',
        title: 'Główny księgowy',
        company: 'Żuraw SA',
        emails: ['lukasz@zuraw.example'],
        city: 'Gdańsk',
        country: 'PL',
      },
    ],
    'windows-1250',
  ),
  book(
    'outlook-russian',
    table([
      ['Имя', 'Отчество', 'Фамилия', 'Организация', 'Должность', 'Город (раб. адрес)', 'Адрес эл. почты'],
      ['Анна', '', 'Белова', 'Север', 'Директор по закупкам', 'Казань', 'anna@sever.example'],
    ]),
    [{ ...ANNA, emails: ['anna@sever.example'], city: 'Казань' }],
    'windows-1251',
  ),
  book(
    'outlook-japanese',
    table([
      ['名', '姓', '会社名', '役職', '電子メール アドレス', '電子メール 2 アドレス'],
      ['花子', '山田', '株式会社さくら', '営業部長', 'hanako@sakura.example', ''],
    ]),
    [
      {
        full: '花子 山田',
        title: '営業部長',
        company: '株式会社さくら',
        emails: ['hanako@sakura.example'],
      },
    ],
    'shift_jis',
  ),
  book(
    'google-new',
    table([
      [
        'First Name',
        'Middle Name',
        'Last Name',
        'Organization Name',
        'Organization Title',
        'Labels',
        'E-mail 1 - Label',
        'E-mail 1 - Value',
        'Address 1 - City',
        'Address 1 - Country',
      ],
      [
        'Runa',
        '',
        'Feld',
        'Moos AG ::: Fjord Oy',
        'Head of QA ::: Board member',
        '* myContacts ::: Team',
        '* Work',
        'runa@moos.example ::: r@feld.example',
        'Bern ::: Tampere',
        'Switzerland ::: Finland',
      ],
      ['', '', '', 'Kiosk GmbH', '', '* myContacts', '', 'info@kiosk.example', '', ''],
    ]),
    [{ ...RUNA, emails: ['runa@moos.example', 'r@feld.example'], city: 'Bern', country: 'CH' }],
  ),
  book(
    'google-old',
    table(
      [
        [
          'Name',
          'Given Name',
          'Family Name',
          'Organization 1 - Name',
          'Organization 1 - Title',
          'E-mail 1 - Type',
          'E-mail 1 - Value',
        ],
        ['Jörg Thälmann', 'Jörg', 'Thälmann', 'Bäcker AG', 'Geschäftsführer', '*', 'joerg@baecker.example'],
      ],
      ',',
    ),
    [{ full: JOERG.full, title: 'Geschäftsführer', company: 'Bäcker AG' }],
    'utf-16le',
  ),
  book(
    'thunderbird-english',
    table([
      [
        'First Name',
        'Last Name',
        'Display Name',
        'Nickname',
        'Primary Email',
        'Secondary Email',
        'Work City',
        'Work Country',
        'Job Title',
        'Organization',
        'Web Page 1',
      ],
      [
        'Runa',
        'Feld',
        'Runa Feld',
        '',
        'runa@moos.example',
        'r@feld.example',
        'Bern',
        'Switzerland',
        'Head of QA',
        'Moos AG',
        'http://moos.example',
      ],
    ]),
    [{ ...RUNA, emails: ['runa@moos.example', 'r@feld.example'], city: 'Bern', country: 'CH' }],
  ),
  book(
    'thunderbird-french',
    table([
      [
        'Prénom',
        'Nom de famille',
        'Nom à afficher',
        'Adresse électronique principale',
        'Profession',
        'Société',
      ],
      ['Hélène', 'Lefèvre', 'Hélène Lefèvre', '', 'Chargée d’études', 'Été SA'],
    ]),
    [{ full: 'Hélène Lefèvre', title: 'Chargée d’études', company: 'Été SA' }],
  ),
  book(
    'thunderbird-italian',
    table([
      [
        'Nome',
        'Cognome',
        'Nome visualizzato',
        'Email principale',
        'Email secondaria',
        'Qualifica',
        'Organizzazione',
      ],
      ['Niccolò', 'Pierò', 'Niccolò Pierò', 'niccolo@citta.example', '', 'Responsabile qualità', 'Città SpA'],
    ]),
    [
      {
        full: 'Niccolò Pierò',
        title: 'Responsabile qualità',
        company: 'Città SpA',
        emails: ['niccolo@citta.example'],
      },
    ],
    'windows-1252',
  ),
  book(
    'yahoo',
    table([
      [
        'First',
        'Middle',
        'Last',
        'Nickname',
        'Email',
        'Alternate Email 1',
        'Title',
        'Company',
        'Work City',
        'Work Country',
        'Yahoo Phone',
      ],
      [
        'Runa',
        '',
        'Feld',
        '',
        'runa@moos.example',
        'r@feld.example',
        'Head of QA',
        'Moos AG',
        'Bern',
        'Switzerland',
        '',
      ],
    ]),
    [{ ...RUNA, emails: ['runa@moos.example', 'r@feld.example'], city: 'Bern', country: 'CH' }],
  ),
  book(
    'apollo',
    table([
      [
        'First Name',
        'Last Name',
        'Title',
        'Company',
        'Company Name for Emails',
        'Email',
        'Email Status',
        'Person Linkedin Url',
        'Website',
        'Company Linkedin Url',
        'City',
        'Country',
        'Company City',
      ],
      [
        'Runa',
        'Feld',
        'Head of QA',
        'Moos AG',
        'Moos',
        'runa@moos.example',
        'Verified',
        'http://www.linkedin.com/in/runa-feld',
        'http://moos.example',
        'http://www.linkedin.com/company/moos',
        'Bern',
        'Switzerland',
        'Zug',
      ],
    ]),
    [{ ...RUNA, city: 'Bern', country: 'CH', url: LINKEDIN }],
  ),
  book(
    'hubspot',
    table([
      [
        'Record ID',
        'First Name',
        'Last Name',
        'Email',
        'Job Title',
        'Associated Company',
        'Contact owner',
        'Lead Status',
        'LinkedIn URL',
        'Website URL',
      ],
      [
        '101',
        'Runa',
        'Feld',
        'RUNA@MOOS.EXAMPLE',
        'Head of QA',
        'Moos AG',
        'Ida Lund',
        'Open',
        'HTTPS://WWW.LINKEDIN.COM/IN/RUNA-FELD',
        'moos.example',
      ],
    ]),
    [{ ...RUNA, url: LINKEDIN }],
  ),
  book(
    'salesforce',
    table([
      [
        'Salutation',
        'FirstName',
        'LastName',
        'Title',
        'AccountName',
        'MailingCity',
        'MailingCountry',
        'Email',
        'OwnerId',
      ],
      ['Ms.', 'Runa', 'Feld', 'Head of QA', 'Moos AG', 'Bern', 'Switzerland', 'runa@moos.example', '005'],
    ]),
    [{ ...RUNA, city: 'Bern', country: 'CH' }],
  ),
  book(
    'pipedrive',
    table([
      [
        'Person - Name',
        'Person - Organization',
        'Person - Email - Work',
        'Person - Email - Home',
        'Person - Job title',
        'Person - Owner',
      ],
      ['Runa Feld', 'Moos AG', 'runa@moos.example', 'r@feld.example', 'Head of QA', 'Ida Lund'],
    ]),
    [{ ...RUNA, emails: ['runa@moos.example', 'r@feld.example'] }],
  ),
  book(
    'folk',
    table([
      ['First name', 'Last name', 'Emails', 'Companies', 'Job title', 'URLs', 'Groups'],
      [
        'Runa',
        'Feld',
        'runa@moos.example, Runa Feld <r@feld.example>',
        'Moos AG',
        'Head of QA',
        LINKEDIN,
        'Team',
      ],
    ]),
    [{ ...RUNA, emails: ['runa@moos.example', 'r@feld.example'], url: LINKEDIN }],
  ),
  book(
    'dex',
    table([
      ['first_name', 'last_name', 'emails', 'linkedin', 'company', 'job_title', 'tags', 'last_contacted'],
      [
        'Runa',
        'Feld',
        'mailto:runa@moos.example',
        'linkedin.com/in/runa-feld',
        'Moos AG',
        'Head of QA',
        'Team',
        '45363',
      ],
    ]),
    [{ ...RUNA, url: LINKEDIN }],
  ),
  book(
    'monica',
    table([
      ['first_name', 'middle_name', 'last_name', 'nickname', 'company', 'job', 'email', 'city', 'country'],
      ['Runa', 'Maria', 'Feld', '', 'Moos AG', 'Head of QA', 'runa@moos.example', 'Bern', 'CH'],
    ]),
    [{ ...RUNA, full: 'Runa Maria Feld', city: 'Bern', country: 'CH' }],
  ),
  book(
    'excel-mac-german',
    list(['Name', 'Firma', 'Funktion'], [JOERG, KAETHE].map(job)),
    [JOERG, KAETHE].map(job),
    'macintosh',
  ),
  book('excel-mac-french', list(['Nom', 'Société', 'Fonction'], [job(HELENE)]), [job(HELENE)], 'macintosh'),
  book(
    'list-czech',
    list(
      ['Jméno', 'Firma', 'Funkce'],
      [
        { full: 'Jiří Dvořák', company: 'Škoda', title: 'Ředitel' },
        { full: 'Věra Černá', company: 'Růže', title: 'Účetní' },
      ],
    ),
    [
      { full: 'Jiří Dvořák', company: 'Škoda', title: 'Ředitel' },
      { full: 'Věra Černá', company: 'Růže', title: 'Účetní' },
    ],
    'windows-1250',
  ),
  book(
    'list-polish',
    list(
      ['Imię i nazwisko', 'Firma', 'Stanowisko'],
      [{ full: 'Elżbieta Zięba', company: 'Spółka Gdańsk', title: 'Właściciel' }],
    ),
    [{ full: 'Elżbieta Zięba', company: 'Spółka Gdańsk', title: 'Właściciel' }],
    'iso-8859-2',
  ),
  book(
    'list-hungarian',
    list(
      ['Név', 'Cég', 'Beosztás'],
      [
        { full: 'Zoltán Szűcs', company: 'Fűtőmű', title: 'Ügyvezető' },
        { full: 'Ágnes Tóth', company: 'Győr', title: 'Könyvelő' },
      ],
    ),
    [
      { full: 'Zoltán Szűcs', company: 'Fűtőmű', title: 'Ügyvezető' },
      { full: 'Ágnes Tóth', company: 'Győr', title: 'Könyvelő' },
    ],
    'windows-1250',
  ),
  book(
    'list-croatian',
    list(
      ['Ime i prezime', 'Tvrtka', 'Funkcija'],
      [
        { full: 'Željko Šarić', company: 'Čakovec', title: 'Voditelj' },
        { full: 'Đorđe Čović', company: 'Žito', title: 'Direktor' },
      ],
    ),
    [
      { full: 'Željko Šarić', company: 'Čakovec' },
      { full: 'Đorđe Čović', company: 'Žito' },
    ],
    'windows-1250',
  ),
  book(
    'list-ukrainian',
    list(
      ['Ім’я', 'Компанія', 'Посада'].map((word) => word.replace('’', "'")),
      [{ full: 'Ірина Їжакевич', company: 'Зоря', title: 'Керівник відділу' }],
    ),
    [{ full: 'Ірина Їжакевич', company: 'Зоря' }],
    'koi8-u',
  ),
  book(
    'list-greek',
    list(
      ['Name', 'Company', 'Position'],
      [{ full: 'Γιώργος Παπαδόπουλος', company: 'Ελλάς', title: 'Διευθυντής' }],
    ),
    [{ full: 'Γιώργος Παπαδόπουλος', company: 'Ελλάς', title: 'Διευθυντής' }],
    'windows-1253',
  ),
  book(
    'list-turkish',
    list(
      ['Ad', 'Company', 'Position'],
      [
        { full: 'Işıl Yılmaz', company: 'Güneş', title: 'Müdür' },
        { full: 'Çağrı Öztürk', company: 'İstanbul', title: 'Satış' },
      ],
    ),
    [
      { full: 'Işıl Yılmaz', company: 'Güneş' },
      { full: 'Çağrı Öztürk', company: 'İstanbul' },
    ],
    'windows-1254',
  ),
  book(
    'list-chinese',
    list(
      ['姓名', '公司', '职位'],
      [
        { full: '王小明', company: '北京科技有限公司', title: '销售经理' },
        { full: '李芳', company: '上海银行', title: '会计' },
      ],
      ',',
    ),
    [
      { full: '王小明', company: '北京科技有限公司', title: '销售经理' },
      { full: '李芳', company: '上海银行' },
    ],
    'gb18030',
  ),
  book(
    'list-taiwanese',
    list(['姓名', '公司', '職稱'], [{ full: '陳美玲', company: '台北銀行', title: '業務經理' }], ','),
    [{ full: '陳美玲', company: '台北銀行' }],
    'big5',
  ),
  book(
    'list-korean',
    list(['이름', '회사', '직책'], [{ full: '김민수', company: '삼성전자', title: '부장' }], ','),
    [{ full: '김민수', company: '삼성전자', title: '부장' }],
    'euc-kr',
  ),
  book(
    'list-japanese',
    list(['氏名', '会社名', '役職'], [{ full: '佐藤 健', company: '東京電気', title: '課長' }], ','),
    [{ full: '佐藤 健', company: '東京電気', title: '課長' }],
    'euc-jp',
  ),
  book(
    'list-russian-utf16-without-mark',
    list(['Name', 'Company', 'Position'], [ANNA], '\t'),
    [ANNA],
    'utf-16le',
  ),
  {
    name: 'rows-of-two-encodings',
    bytes: joined([
      encodeAs('Name;Firma;Position\r\nJörg Thälmann;Bäcker AG;Geschäftsführer\r\n', 'windows-1252'),
      encodeAs('Hélène Lefèvre;Été SA;Chargée d’études\r\n', 'utf-8'),
      encodeAs('Käthe Groß;', 'utf-8'),
      encodeAs('Müller & Söhne;Prüferin\r\n', 'windows-1252'),
    ]),
    people: [job(JOERG), job(HELENE), KAETHE],
  },
  {
    name: 'encoded-twice',
    bytes: twice(list(['Name', 'Firma', 'Position'], [job(JOERG), job(HELENE), job(LUCIA)]), 'windows-1252'),
    people: [job(JOERG), job(HELENE), job(LUCIA)],
  },
  {
    name: 'encoded-twice-on-a-mac',
    bytes: twice(list(['Name', 'Firma', 'Position'], [job(JOERG), job(HELENE)]), 'macintosh'),
    people: [job(JOERG), job(HELENE)],
  },
  {
    name: 'encoded-twice-cyrillic',
    bytes: twice(list(['Name', 'Firma', 'Position'], [ANNA]), 'windows-1251'),
    people: [ANNA],
  },
  book(
    'notes-above-and-below',
    `# exported by a program; do not edit\r\n${'# ---, ---, a line of notes\r\n'.repeat(30)}\r\n${list(['Name', 'Company', 'Position'], [RUNA], '\t')}# end\r\n`,
    [job(RUNA)],
  ),
  book(
    'linkedin-saved-by-excel',
    table(
      [
        ['Notes:'],
        [
          'When exporting your connection data, you may notice that some, or all, of the addresses are missing',
        ],
        [''],
        ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
        [
          'Jörg',
          'Thälmann',
          'https://www.linkedin.com/in/joerg',
          '',
          'Bäcker AG',
          'Strategie, Einkauf, Öffentlichkeitsarbeit, Geschäftsführung',
          '12-Mrz-24',
        ],
        ['', '', 'https://www.linkedin.com/in/gone', '', '', '', ''],
      ],
      ';',
    ),
    [
      {
        full: 'Jörg Thälmann',
        company: 'Bäcker AG',
        title: 'Strategie, Einkauf, Öffentlichkeitsarbeit, Geschäftsführung',
      },
    ],
    'windows-1252',
  ),
  ...(['ibm850', 'ibm437', 'ibm852'] as const).map((encoding) =>
    book(
      `dos-${encoding}`,
      table(
        [
          ['Name', 'Firma'],
          ['Jörg Thälmann', 'Bäcker & Söhne'],
          ['Käthe Müller', 'Größe AG'],
        ],
        ';',
      ),
      [
        { full: 'Jörg Thälmann', company: 'Bäcker & Söhne' },
        { full: 'Käthe Müller', company: 'Größe AG' },
      ],
      encoding,
    ),
  ),
  ...(['ibm852', 'x-mac-ce'] as const).flatMap((encoding) => [
    book(
      `czech-${encoding}`,
      table(
        [
          ['Jméno', 'Firma', 'Funkce'],
          ['Jiří Dvořák', 'Říční doprava s.r.o.', 'Vedoucí oddělení'],
          ['Šárka Kučerová', 'Lipový háj', 'Ředitelka'],
        ],
        ';',
      ),
      [
        { full: 'Jiří Dvořák', company: 'Říční doprava s.r.o.', title: 'Vedoucí oddělení' },
        { full: 'Šárka Kučerová', company: 'Lipový háj', title: 'Ředitelka' },
      ],
      encoding,
    ),
    book(
      `polish-${encoding}`,
      table([
        ['Imię', 'Nazwisko', 'Firma'],
        ['Małgorzata', 'Gołąb', 'Źródło Sp. z o.o.'],
        ['Stanisław', 'Ślęzak', 'Łódzkie Młyny'],
      ]),
      [
        { full: 'Małgorzata Gołąb', company: 'Źródło Sp. z o.o.' },
        { full: 'Stanisław Ślęzak', company: 'Łódzkie Młyny' },
      ],
      encoding,
    ),
  ]),
  book(
    'french-ibm850',
    table(
      [
        ['Nom complet', 'Société', 'Fonction'],
        ['Hélène Lefèvre', 'Électricité du Béarn', 'Ingénieure'],
        ['François Prévôt', 'Maïs & Forêts', 'Président'],
      ],
      ';',
    ),
    [
      { full: 'Hélène Lefèvre', company: 'Électricité du Béarn', title: 'Ingénieure' },
      { full: 'François Prévôt', company: 'Maïs & Forêts', title: 'Président' },
    ],
    'ibm850',
  ),
  // One letter is a word in several languages: nobody can know.
  ...(
    [
      ['ibm852', 'Ioana Ţurcanu'],
      ['x-mac-ce', 'Ana Kovač'],
    ] as const
  ).map(
    ([encoding, name]): Book => ({
      name: `one-letter-${encoding}`,
      bytes: encodeAs(`Name;Firma\r\n${name};Moos\r\n`, encoding),
      people: { refused: 'wrongEncoding' },
    }),
  ),
  {
    name: 'text.rtf',
    bytes: strToU8('{\\rtf1\\ansi Runa Feld, Moos AG}'),
    people: { refused: 'otherProgram' },
  },
  { name: 'print.pdf', bytes: strToU8('%PDF-1.7\nRuna Feld'), people: { refused: 'otherProgram' } },
  {
    name: 'book.xlsx',
    bytes: zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') }),
    people: { refused: 'otherProgram' },
  },
  {
    name: 'book.numbers',
    bytes: zipSync({ 'Index/Document.iwa': strToU8('x'), 'preview.jpg': strToU8('x') }),
    people: { refused: 'otherProgram' },
  },
];

/** The person as far as a list of three columns says it. */
function job({ full, title, company }: Who): Who {
  return { full, ...(title !== undefined && { title }), ...(company !== undefined && { company }) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

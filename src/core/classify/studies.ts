import { whenAsked } from '../text/whenAsked.ts';
import type { Found } from './phrases.ts';

/**
 * Fields of study by the ISCO-08 unit group they lead to, folded, English and German: `code: field, …`. What is
 * studied for everything (business administration, management, arts) is left out.
 */
const FIELDS_OF_STUDY = `
2111: physics, physik, astronomy, astrophysics, astronomie
2112: meteorology, meteorologie, climate science, atmospheric science
2113: chemistry, chemie, lebensmittelchemie
2114: geology, geologie, geosciences, geowissenschaften, geophysics, earth sciences
2120: mathematics, maths, mathematik, statistics, statistik, actuarial science, wirtschaftsmathematik
2131: biology, biologie, biochemistry, biochemie, molecular biology, computational biology, neuroscience, neurosciences, neurowissenschaften, bioinformatics, bioinformatik, biotechnology, biotechnologie, genetics, immunology, microbiology, mikrobiologie, biowissenschaften, life sciences, pharmacology, biomedical science, biomedical sciences, biomedicine, zoology, ecology, okologie, marine biology
2132: agricultural science, agrarwissenschaften, agrarwissenschaft, forest science, forstwissenschaft
2133: environmental science, environmental sciences, umweltwissenschaften, sustainability science
2141: wirtschaftsingenieurwesen, industrial engineering, wirtschaftsingenieur
2142: civil engineering, bauingenieurwesen, bauingenieur
2143: environmental engineering, umweltingenieurwesen, umwelttechnik
2144: mechanical engineering, maschinenbau, aerospace engineering, luft raumfahrttechnik, fahrzeugtechnik, automotive engineering, aeronautical engineering
2145: chemical engineering, verfahrenstechnik, chemieingenieurwesen, lebensmitteltechnologie
2149: engineering, ingenieurwissenschaften, materials science, werkstoffwissenschaften, biomedical engineering, medizintechnik, mechatronik, mechatronics, robotics
2151: electrical engineering, elektrotechnik, energietechnik
2161: architecture, architektur
2164: urban planning, stadtplanung, raumplanung
2163: product design, industriedesign, industrial design, fashion design, modedesign
2166: graphic design, kommunikationsdesign, design, mediendesign, communication design
2211: medicine, medizin, humanmedizin
2250: veterinary medicine, tiermedizin, veterinarmedizin
2261: dentistry, zahnmedizin
2262: pharmacy, pharmazie
2221: nursing, pflege
2310: education studies
2330: lehramt, teaching, gymnasiallehramt
2341: grundschullehramt
2411: accounting, accounting and finance, finance, steuerlehre, banking and finance
2423: human resource management, personalmanagement
2431: marketing
2511: computer science, informatics, data science, wirtschaftsinformatik, information systems, artificial intelligence, machine learning, medieninformatik
2512: informatik, software engineering, softwaretechnik
2529: cybersecurity, cyber security, it security, it sicherheit
2611: law, jura, rechtswissenschaften, rechtswissenschaft, wirtschaftsrecht, laws, llb
2631: economics, volkswirtschaftslehre, volkswirtschaft, vwl, econometrics
2632: sociology, soziologie, anthropology, geography, geographie, archaeology, archaologie, sozialwissenschaften, social sciences, criminology
2633: history, philosophy, political science, politics, geschichte, philosophie, politikwissenschaft, politikwissenschaften, international relations, geschichtswissenschaft
2634: psychology, psychologie, wirtschaftspsychologie
2635: social work, soziale arbeit, sozialpadagogik
2642: journalism, journalistik, journalismus, medienwissenschaft, media studies
2643: linguistics, linguistik, translation studies, germanistik, anglistik, modern languages, sprachwissenschaft
2652: music, musik, musikwissenschaft
2651: fine art, fine arts, freie kunst
3313: bwl bank, bank
`;

const STUDENTS: ReadonlySet<string> = new Set(
  (
    'student studentin studierender studierende studying studies studiere studiert studium undergraduate graduate ' +
    'postgraduate absolvent absolventin bachelorstudent bachelorstudentin masterstudent masterstudentin ' +
    'bachelorand masterand masterandin msc bsc beng meng llm freshman sophomore finalist'
  ).split(' '),
);
const SCHOLARS: ReadonlySet<string> = new Set(
  (
    'phd doctoral doktorand doktorandin promovend promovendin promotion postdoc postdoctoral researcher ' +
    'promotionsstudent promotionsstudentin dphil wissenschaftlicher wissenschaftliche'
  ).split(' '),
);
/** Words by which somebody works for students, or beside their studies. */
const OTHERS: ReadonlySet<string> = new Set(
  (
    'manager managerin advisor adviser counsellor counselor coach teacher recruiter recruiting recruitment services ' +
    'support affairs success experience ambassador werkstudent werkstudentin werksstudent working program programme ' +
    'scheme trainee user market ux lehrer lecturer'
  ).split(' '),
);
/** Codes of those who search: what others study leads to a trade. */
const SCIENCES = /^(?:21[123]|263)/;
const LONGEST = 3;

const fields = whenAsked(
  () =>
    new Map(
      FIELDS_OF_STUDY.trim()
        .split('\n')
        .flatMap((line) => {
          const [code = '', names = ''] = line.split(': ');
          return names.split(', ').map((name): [string, string] => [name, code]);
        }),
    ),
);

/**
 * What a student or a scholar of a named field is on the way to: `Law Student`, `Medizinstudentin`, `PhD Candidate in
 * Computational Biology`. `words` are folded (`wordsOf`); `silent` are not counted. `null` when no field is named.
 */
export function findStudy(words: readonly string[], silent: ReadonlySet<string>): Found | null {
  if (!words.some(mayStudy)) return null;
  let scholar = false;
  let student = false;
  let code: string | undefined;
  let length = 0;
  for (const [at, word] of words.entries()) {
    if (OTHERS.has(word)) return null;
    if (STUDENTS.has(word)) student = true;
    else if (SCHOLARS.has(word)) scholar = true;
    else {
      const stem = /^(.{3,}?)s?student(?:in)?$/.exec(word)?.[1];
      if (stem !== undefined) {
        student = true;
        code ??= fields().get(stem);
        if (code !== undefined) length = Math.max(length, 1);
      }
    }
    for (let n = Math.min(LONGEST, words.length - at); n > length; n--) {
      const found = fields().get(words.slice(at, at + n).join(' '));
      if (found === undefined) continue;
      code = found;
      length = n;
      break;
    }
  }
  if (code === undefined || (!student && !scholar)) return null;
  // Who does research in a trade is no tradesman yet: a doctorand of law teaches and searches.
  if (scholar && !SCIENCES.test(code)) code = '2310';
  const titles = words.filter(
    (word) => (STUDENTS.has(word) || SCHOLARS.has(word)) && !silent.has(word),
  ).length;
  return {
    code,
    by: 'a field of study (studies.ts)',
    phrase: words.join(' '),
    at: 0,
    words: length + titles,
    of: words.filter((word) => !silent.has(word)).length,
  };
}

function mayStudy(word: string): boolean {
  return STUDENTS.has(word) || SCHOLARS.has(word) || word.endsWith('student') || word.endsWith('studentin');
}

/** The science that a name of an institute tells (`institut fur physik`), or `null`: what is searched for there. */
export function fieldIn(name: string): string | null {
  const words = name.split(' ');
  for (let length = LONGEST; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const code = fields().get(words.slice(at, at + length).join(' '));
      if (code !== undefined && SCIENCES.test(code)) return code;
    }
  return null;
}

/** Whether words name nothing but what is studied: a topic of a headline, and no role. */
export function isFieldOfStudy(words: readonly string[]): boolean {
  return fields().has(words.join(' '));
}

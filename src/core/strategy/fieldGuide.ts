import type { NextMove } from '../model/index.ts';
import {
  type FunctionFamily,
  functionFamily,
  type IndustrySector,
  industrySector,
  type Language,
} from '../taxonomy/index.ts';

/** Names apart by semicolons. */
type Names = Partial<Record<Language, string>>;

/** Posts to look for, by family of functions: as they stand in job titles. */
const POSTS: Partial<Record<FunctionFamily, Names>> = {
  generalManagement: {
    en: 'Managing Director; General Manager; COO',
    de: 'Geschäftsführung; Bereichsleitung; COO',
  },
  operations: { en: 'Plant Manager; Head of Operations', de: 'Werkleitung; Produktionsleitung' },
  finance: { en: 'Financial Controller; Head of Finance', de: 'Controlling; Leitung Finanzen' },
  humanResources: { en: 'HR Business Partner; Head of People', de: 'Personalreferat; Leitung Personal' },
  strategy: { en: 'Strategy Manager; Consultant', de: 'Strategie; Unternehmensentwicklung' },
  marketing: {
    en: 'Product Manager; Brand Manager; Head of Marketing',
    de: 'Produktmanagement; Marketingleitung',
  },
  sales: { en: 'Account Manager; Sales Director', de: 'Key-Account-Management; Vertriebsleitung' },
  software: {
    en: 'Software Engineer; Data Scientist; Engineering Manager',
    de: 'Softwareentwicklung; Data Science; Teamleitung Entwicklung',
  },
  itOperations: { en: 'System Administrator; Head of IT', de: 'Systemadministration; IT-Leitung' },
  engineering: { en: 'Design Engineer; Head of Engineering', de: 'Konstruktion; Entwicklungsleitung' },
  science: {
    en: 'Research Scientist; Head of Research',
    de: 'Wissenschaftliche Mitarbeit; Forschungsleitung',
  },
  medicine: { en: 'Consultant Physician; Medical Director', de: 'Oberärztin, Oberarzt; Ärztliche Leitung' },
  care: { en: 'Ward Manager; Director of Nursing', de: 'Stationsleitung; Pflegedirektion' },
  education: { en: 'Head Teacher; Learning Designer', de: 'Schulleitung; Learning Design' },
  law: { en: 'Legal Counsel; Partner', de: 'Syndikus; Partnerschaft einer Kanzlei' },
  social: { en: 'Social Worker; Head of Service', de: 'Soziale Arbeit; Einrichtungsleitung' },
  media: { en: 'Editor; Head of Programme', de: 'Redaktion; Programmleitung' },
  government: { en: 'Policy Officer; Head of Department', de: 'Referat; Amtsleitung' },
  logistics: { en: 'Supply Chain Manager; Head of Logistics', de: 'Disposition; Logistikleitung' },
  hospitality: { en: 'Restaurant Manager; Head Chef', de: 'Restaurantleitung; Küchenchef, Küchenchefin' },
  security: { en: 'Station Officer; Fire Safety Officer', de: 'Wachleitung; Brandschutz' },
  construction: { en: 'Site Manager; Project Manager', de: 'Bauleitung; Projektleitung' },
  crafts: { en: 'Workshop Manager; Master Craftsman', de: 'Werkstattleitung; Meister, Meisterin' },
  agriculture: { en: 'Farm Manager; Agronomist', de: 'Betriebsleitung; Pflanzenbauberatung' },
};

/** Associations and events where the people of a sector meet. Known names; look up dates and places yourself. */
const MEETING: Partial<Record<IndustrySector, { associations: Names; events: Names }>> = {
  agriculture: {
    associations: { en: 'National Farmers’ Union', de: 'Landwirtschaftskammern; DLG' },
    events: { en: 'Oxford Farming Conference', de: 'Agritechnica; DLG-Feldtage' },
  },
  consumerGoods: {
    associations: { en: 'Food and Drink Federation', de: 'BVE' },
    events: { en: 'Anuga', de: 'Anuga; BIOFACH' },
  },
  chemistry: {
    associations: { en: 'Chemical Industries Association; ABPI', de: 'VCI; vfa; Pharma Deutschland' },
    events: { en: 'CPHI', de: 'ACHEMA; CPHI' },
  },
  machinery: {
    associations: { en: 'Institution of Mechanical Engineers', de: 'VDMA; VDI' },
    events: { en: 'Hannover Messe', de: 'Hannover Messe; Branchentreffen der VDMA-Landesverbände' },
  },
  vehicles: { associations: { en: 'SMMT', de: 'VDA' }, events: { en: 'IAA Mobility', de: 'IAA Mobility' } },
  energy: {
    associations: { en: 'Energy UK', de: 'BDEW; VKU' },
    events: { en: 'E-world', de: 'E-world; BDEW-Kongress' },
  },
  construction: {
    associations: {
      en: 'Chartered Institute of Building',
      de: 'Hauptverband der Deutschen Bauindustrie; ZDB',
    },
    events: { en: 'UK Construction Week', de: 'BAU München' },
  },
  trade: {
    associations: { en: 'British Retail Consortium', de: 'HDE; BGA' },
    events: { en: 'Shoptalk', de: 'EuroShop; Handelskongress' },
  },
  transport: {
    associations: { en: 'Logistics UK', de: 'BVL; DSLV' },
    events: { en: 'Multimodal', de: 'transport logistic; BVL Supply Chain CX' },
  },
  hospitality: {
    associations: { en: 'UKHospitality', de: 'DEHOGA' },
    events: { en: 'Hotel, Restaurant & Catering', de: 'INTERNORGA' },
  },
  media: {
    associations: { en: 'Publishers Association', de: 'Börsenverein des Deutschen Buchhandels; VAUNET' },
    events: { en: 'London Book Fair; Frankfurt Book Fair', de: 'Frankfurter Buchmesse; Leipziger Buchmesse' },
  },
  information: {
    associations: { en: 'techUK; BCS', de: 'Bitkom; Gesellschaft für Informatik' },
    events: { en: 'Web Summit; local meetups', de: 're:publica; Meetups am Ort' },
  },
  finance: {
    associations: { en: 'Association of British Insurers; UK Finance', de: 'GDV; BdB' },
    events: { en: 'Money20/20', de: 'Euro Finance Week; insureNXT' },
  },
  property: { associations: { en: 'RICS', de: 'ZIA; IVD' }, events: { en: 'EXPO REAL', de: 'EXPO REAL' } },
  advice: {
    associations: { en: 'Management Consultancies Association', de: 'BDU; Kammern der freien Berufe' },
    events: { en: 'Meetings of the professional bodies', de: 'Kammerversammlungen; BDU-Fachtage' },
  },
  research: {
    associations: {
      en: 'Learned societies of the field',
      de: 'Fachgesellschaften; Deutscher Hochschulverband',
    },
    events: { en: 'Annual conference of the learned society', de: 'Jahrestagung der Fachgesellschaft' },
  },
  government: {
    associations: { en: 'Local Government Association; CIPFA', de: 'KGSt; dbb' },
    events: { en: 'LGA Annual Conference', de: 'Zukunftskongress Staat & Verwaltung' },
  },
  education: {
    associations: {
      en: 'National Association of Head Teachers; Chartered College of Teaching',
      de: 'Deutscher Philologenverband; Didacta Verband',
    },
    events: { en: 'Bett', de: 'didacta; LEARNTEC' },
  },
  health: {
    associations: {
      en: 'Royal College of Nursing; NHS Confederation; HIMSS',
      de: 'Bundesverband Pflegemanagement; Marburger Bund; VKD',
    },
    events: { en: 'NHS ConfedExpo', de: 'Deutscher Pflegetag; DMEA; MEDICA' },
  },
  social: {
    associations: { en: 'British Association of Social Workers', de: 'DBSH; Paritätischer Gesamtverband' },
    events: { en: 'National Children and Adult Services Conference', de: 'ConSozial; Deutscher Fürsorgetag' },
  },
  culture: {
    associations: { en: 'Museums Association', de: 'Deutscher Museumsbund; Deutscher Bühnenverein' },
    events: { en: 'Museums Association Conference', de: 'Jahrestagung des Museumsbunds' },
  },
  associations: {
    associations: { en: 'NCVO; Bond', de: 'DGVM; VENRO' },
    events: {
      en: 'NCVO Annual Conference',
      de: 'Deutscher Verbändekongress; Deutscher Fundraising-Kongress',
    },
  },
};

/** Where to look for people of a field: example posts, associations, events; empty where the table has nothing. */
export function fieldGuide(
  isco: string | undefined,
  nace2: string | undefined,
  language: Language,
): NonNullable<NextMove['guide']> {
  const family = isco === undefined ? null : functionFamily(isco);
  const sector = nace2 === undefined ? null : industrySector(nace2);
  const meeting = sector === null ? undefined : MEETING[sector];
  return {
    posts: listed(family === null ? undefined : POSTS[family], language),
    associations: listed(meeting?.associations, language),
    events: listed(meeting?.events, language),
  };
}

function listed(names: Names | undefined, language: Language): string[] {
  const text = names?.[language] ?? names?.en;
  return text === undefined ? [] : text.split('; ');
}

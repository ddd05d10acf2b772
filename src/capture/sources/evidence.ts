/**
 * What speaks for it that a page is about one person, and against it. Two questions are answered apart: is the page
 * about that name (`about`), and is that the name of a person (`person`)? A brand has its name in address, title and
 * heading as well; a signature names a person whom the page is not about. Each kind counts once for a name.
 */
export const EVIDENCE = {
  /** `ProfilePage.mainEntity`: said in so many words. */
  profilePage: { about: 5, person: 5 },
  /** A person of the linked data whose own address is this page's. */
  ownAddress: { about: 4, person: 3 },
  /** The only person of the linked data who signs nothing; weaker where the page is about something else. */
  lonePerson: { about: 3, person: 3 },
  /** The only microdata or RDFa person who signs nothing. */
  loneItem: { about: 3, person: 3 },
  /** The only h-card: themes put one into every footer, but it is the owner's. */
  loneCard: { about: 3, person: 2.5 },
  /** An h-card whose address is the page's, or with `rel=me`: representative by the rule of microformats. */
  representativeCard: { about: 2, person: 2 },
  /** `og:type=profile` with this name. */
  openGraph: { about: 3.5, person: 2.5 },
  /** Author or publisher of the whole site: true for a one-person site, and written for laboratories too. */
  siteAuthor: { about: 1, person: 1.5 },
  /** Author of the page or of something on it. */
  signer: { about: 0, person: 0.5 },
  /** `<meta name="author">`. */
  metaAuthor: { about: 1, person: 0.75 },
  /** The one big heading. */
  heading: { about: 2, person: 0 },
  /** A lower heading where no h1 names anybody: themes keep the h1 for the site or for a section. */
  lowerHeading: { about: 1.5, person: 0 },
  /** A piece of the title. */
  title: { about: 1.5, person: 0 },
  /** The title and nothing else. */
  titleAlone: { about: 0.5, person: 0 },
  /** What the link to the site's start says. */
  siteName: { about: 1, person: 0 },
  /** The host spells the name. */
  host: { about: 2, person: 0 },
  /** The host spells the given name alone. */
  hostHint: { about: 0.5, person: 0.5 },
  /** The path spells the name. */
  slug: { about: 1.5, person: 0.25 },
  /** A folder of persons, or a user's folder: `/people/x`, `/team/x`, `/~x`. */
  personFolder: { about: 1, person: 1.5 },
  /** A picture whose text is the name, or that stands beside it. */
  portrait: { about: 0.5, person: 0.75 },
  /** An e-mail address that spells the name. */
  mail: { about: 0.5, person: 1 },
  /** Links to profiles of persons elsewhere that spell the name, or with `rel=me`. */
  profiles: { about: 0.5, person: 1.25 },
  /** Two or more headings of a career (education, experience, publications, about me). */
  career: { about: 0.5, person: 1.5 },
  /** One heading of a career. */
  careerHint: { about: 0.25, person: 1 },
  /** A job beside the name. */
  role: { about: 0, person: 1.25 },
  /** `I am …`, `Ich bin …`. */
  introduction: { about: 1, person: 2 },
  /** Two words or more that can be a name, and are in no list of other words. */
  nameForm: { about: 0, person: 0.25 },
  /** A given name that many people have, or a family name of a script in which forms tell nothing. */
  knownName: { about: 0, person: 1 },
  /** `Dr.`, `Prof.`, a degree or pronouns on the name. */
  honorific: { about: 0, person: 1 },

  /** The page is a work with an author. */
  article: { about: -3.5, person: 0 },
  /** Marks of a dated contribution: a time of publishing, a day in the address, comments. */
  dated: { about: -1.5, person: 0 },
  /** Something to buy, to attend, to cook, to apply for, to download, to watch. */
  thing: { about: -6, person: 0 },
  /** A question, a thread, results of a search, an entry of an encyclopedia. */
  collection: { about: -5, person: 0 },
  /** The heading is about something else: neither this name nor `About`, `Contact`, `Home`. */
  otherSubject: { about: -2.5, person: 0 },
  /** Headings of what has a history, products or opening hours: a firm, a place, a house. */
  institution: { about: 0, person: -1 },
  /** The linked data name an organisation so, or the page speaks of an organisation. */
  organisation: { about: -1.5, person: -2.5 },
} as const satisfies Record<string, { about: number; person: number }>;

export type EvidenceKind = keyof typeof EVIDENCE;

/** What each sum must reach. Below `unsure` nothing is offered; between the two the user is asked. */
export const ENOUGH = {
  /** Beyond doubt: even a name without any marks for machines needs no `please check`. */
  certain: { about: 5, person: 3.25 },
  sure: { about: 3, person: 1.25 },
  unsure: { about: 2, person: 0.25 },
} as const;

/** The sums of a set of evidence. */
export function weigh(kinds: Iterable<EvidenceKind>): { about: number; person: number } {
  let about = 0;
  let person = 0;
  for (const kind of new Set(kinds)) {
    about += EVIDENCE[kind].about;
    person += EVIDENCE[kind].person;
  }
  return { about, person };
}

/** Does a set of evidence reach a threshold? */
export function reaches(kinds: Iterable<EvidenceKind>, level: keyof typeof ENOUGH): boolean {
  const { about, person } = weigh(kinds);
  return about >= ENOUGH[level].about && person >= ENOUGH[level].person;
}

import { elementsOf, isUnseen, metaContent, pageTitle, readLines } from '../page.ts';
import type { LinkedData } from './jsonLd.ts';
import { isCareerHeading } from './sectionLabels.ts';
import { foldName } from './spelling.ts';

const WORK = /^(?:[A-Z]\p{L}{0,30})?(?:Article|BlogPosting|Report|ClaimReview|LiveBlogPosting)$/u;
const THING =
  /^(?:Product\p{L}{0,12}|Offer|AggregateOffer|\p{L}{0,20}Event|Festival|Recipe|JobPosting|Dataset|DataCatalog|SoftwareApplication|WebApplication|MobileApplication|SoftwareSourceCode|VideoObject|Movie|TVSeries|TVEpisode|Book|MusicAlbum|MusicRecording|MusicGroup|PodcastEpisode|Course|VideoGame|Vehicle|Car|Apartment|House|RealEstateListing|Accommodation|Trip|TouristTrip|HowTo|MedicalCondition|Drug)$/u;
const COLLECTION =
  /^(?:QAPage|Question|DiscussionForumPosting|SearchResultsPage|FAQPage|DefinedTerm|CheckoutPage|MediaGallery|ImageGallery)$/;
const ORGANISATION =
  /^(?:\p{L}{0,30}Organization|Corporation|LocalBusiness|\p{L}{0,30}Business|\p{L}{0,20}Store|Restaurant|Hotel|CafeOrCoffeeShop|Bakery|ProfessionalService|Brand|Place|\p{L}{0,20}Place|City|Country|CollegeOrUniversity|School|Hospital|MedicalClinic|Library|Museum|SportsTeam|SportsClub|TouristAttraction|LandmarksOrHistoricalBuildings)$/u;
const INSTITUTION =
  /^(?:history|geschichte|histoire|historia|storia|história|economy|wirtschaft|geography|geogra(?:phie|fie|fía|fia)|population|demographics|climate|about us|über uns|wir über uns|qui sommes-nous|(?:sobre|quiénes somos|conócenos)(?: nosotros)?|chi siamo|sobre nós|quem somos|our (?:services|products|story|work|clients|mission|values|offices)|unsere? (?:leistungen|produkte|geschichte|mission|werte|kunden|standorte)|nos (?:services|produits|valeurs|clients)|nuestros? (?:servicios|productos|clientes)|i nostri (?:servizi|prodotti)|(?:os )?nossos (?:serviços|produtos)|leistungen|produkte|products|opening hours|öffnungszeiten|horaires|horario|orari|menu|speisekarte|la carte|see also|external links|einzelnachweise|weblinks|practice areas|rechtsgebiete)$/iu;
const LOOK_AT = { links: 500, pictures: 80, items: 200, lines: 60, text: 4_000 } as const;

/** A heading that one sees, with its level and its text. */
export interface Heading {
  element: Element;
  level: number;
  text: string;
}

/** What a page says of itself, whoever it is about; asked once, for every name is weighed against it. */
export interface PageFacts {
  links: { href: string; rel: string }[];
  /** The texts of its pictures. */
  pictures: string[];
  /** A picture that is marked as somebody's portrait. */
  hasPortrait: boolean;
  /** Headings of a career, each once. */
  career: number;
  /** The beginning of its text, and its description. */
  text: string;
  description: string;
  /** Types that the page is about by its linked data, with the name of each. */
  types: { type: string; name: string | undefined }[];
  /** Types of its outermost items. */
  items: string[];
  isWork: boolean;
  isThing: boolean;
  isCollection: boolean;
  isDated: boolean;
  isInstitution: boolean;
  /** The one contribution that the page shows, if it shows one. */
  post: Element | null;
  /** A day or a signature beside its text. */
  isSigned: boolean;
}

/** Looks at the page once. */
export function factsOf(doc: Document, url: URL, data: LinkedData, headings: readonly Heading[]): PageFacts {
  const items = [...doc.querySelectorAll('[itemscope][itemtype]')]
    .slice(0, LOOK_AT.items)
    .filter((item) => item.parentElement === null || item.parentElement.closest('[itemscope]') === null)
    .map(
      (item) =>
        /schema\.org\/(\w{1,60})$/.exec(item.getAttribute('itemtype')?.slice(0, 300) ?? '')?.[1] ?? '',
    );
  const types = data.subjects.flatMap(({ node, types: own }) =>
    own.map((type) => ({ type, name: data.nameOf(node) })),
  );
  const og = metaContent(doc, 'og:type')?.toLowerCase() ?? '';
  const main = doc.querySelector('main') ?? doc.body;
  const marked = doc.querySelector(
    'img[class*="avatar" i], img[class*="portrait" i], img[class*="headshot" i], img[class*="profile" i], [class*="avatar" i] img, [class*="portrait" i] img',
  );
  return {
    links: elementsOf(doc, 'a', LOOK_AT.links).flatMap((link) => {
      const href = link.getAttribute('href');
      return href === null ? [] : [{ href: href.slice(0, 2_000), rel: link.getAttribute('rel') ?? '' }];
    }),
    pictures: elementsOf(doc, 'img', LOOK_AT.pictures).flatMap(
      (picture) => picture.getAttribute('alt')?.slice(0, 200) || [],
    ),
    hasPortrait: marked !== null && !isUnseen(marked),
    career: new Set(headings.map(({ text }) => text).filter(isCareerHeading)).size,
    text: readLines(main, { most: LOOK_AT.lines })
      .map((line) => line.text)
      .join(' ')
      .slice(0, LOOK_AT.text),
    description: metaContent(doc, 'description')?.slice(0, 500) ?? '',
    types,
    items,
    isWork: items.some((type) => WORK.test(type)) || isWork(doc, data, headings),
    isThing:
      items.some((type) => THING.test(type)) ||
      /^(?:product|video\.|music\.|book|restaurant|event)/.test(og) ||
      doc.querySelector(CART) !== null,
    isCollection:
      items.some((type) => COLLECTION.test(type)) ||
      COLLECTORS.test(metaContent(doc, 'generator') ?? '') ||
      COLLECTION_PATH.test(url.pathname) ||
      ['q', 's', 'query', 'search', 'suche'].some((key) => url.searchParams.has(key)),
    isDated:
      metaContent(doc, 'article:published_time') !== undefined ||
      /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\//.test(url.pathname) ||
      doc.querySelector('.comments-area, #comments, #disqus_thread, .comment-list, .commentlist') !== null,
    isInstitution: headings.some(({ text }) => INSTITUTION.test(text.slice(0, 60))),
    post: postOf(doc),
    isSigned: doc.querySelector('article time, .entry-meta time, .byline, .posted-on, .post-date') !== null,
  };
}

/** Does a type of linked data name a work with an author? */
export function isWorkType(type: string): boolean {
  return WORK.test(type);
}

/** Something to buy, to attend, to cook, to apply for, to download, to watch? */
export function isThingType(type: string): boolean {
  return THING.test(type);
}

/** A question, a thread, results of a search? */
export function isCollectionType(type: string): boolean {
  return COLLECTION.test(type);
}

/** A company, an authority, a place? */
export function isOrganisationType(type: string): boolean {
  return ORGANISATION.test(type);
}

const CART =
  '[name="add-to-cart"], form[action*="cart" i], [class*="add-to-cart" i], [class*="addtocart" i], [id*="add-to-cart" i]';
const COLLECTORS = /^(?:mediawiki|discourse|phpbb|vbulletin|xenforo|flarum|dokuwiki)/i;
const COLLECTION_PATH =
  /\/(?:wiki|search|suche|recherche|buscar|questions?|threads?|forums?|topics?|viewtopic\.php|tags?|category|kategorie)(?:\/|$)/i;

/** A work of the linked data that is this page and not only one of those it lists: its headline stands above it. */
function isWork(doc: Document, data: LinkedData, headings: readonly Heading[]): boolean {
  const works = data.subjects.filter(({ types }) => types.some((type) => WORK.test(type)));
  if (works.length === 0) return false;
  const shown = foldName(
    `${pageTitle(doc)} ${headings
      .filter(({ level }) => level === 1)
      .map(({ text }) => text)
      .join(' ')}`,
  );
  const named = works.map(({ node }) => foldName(data.headlineOf(node) ?? ''));
  return (
    named.some((headline) => headline === '' || shown.includes(headline.slice(0, 40))) ||
    !headings.some(({ level }) => level === 1)
  );
}

/** The one contribution of a blog system that a page shows; pages of the same systems are none. */
function postOf(doc: Document): Element | null {
  const posts = doc.querySelectorAll(
    'article.type-post, .hentry.post, article.post, .post-full, article[itemtype$="Posting"], .hentry',
  );
  const isSingle = posts.length === 1 || /(?:^|\s)single(?:-post)?(?:\s|$)/.test(doc.body?.className ?? '');
  const [post] = posts;
  return isSingle && post !== undefined && !post.matches('.type-page, .page') ? post : null;
}

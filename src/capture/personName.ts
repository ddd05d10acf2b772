import { parseName } from '../core/text/names.ts';
import { parsePlace } from '../core/text/places.ts';
import { oneLine } from '../core/text/whitespace.ts';
import { isDegree, isOrganisation, isRole } from './kinds.ts';

/** A set of words, made when it is first asked: the networks' pages never ask. */
const words = (text: string): { has(word: string): boolean } => {
  let set: Set<string> | undefined;
  return {
    has(word) {
      set ??= new Set(text.trim().split(/\s+/));
      return set.has(word);
    },
  };
};

/**
 * Words of headings, menus, services, products and articles that are part of nobody's name, folded, in the
 * languages that the readers know. A word that is a family name as well (King, Baker, Rose) stays out.
 */
const NOT_NAMES = words(`
  a about above access account add advertising agency agenda ai all analysis analytics and annual api app application applications apps archive archives are art article articles as at audio author authors award awards
  backend best bibliography bio biography blog blogs board body book books brand branding build building business by buy calendar campaign care career careers cart case categories category center centre challenge chapter checkout city classes client clients cloud club code collection commerce community company compliance computer computing conference consulting contact content cookie cookies copy corporate count country course courses creative cryptography culture curriculum custom customer customers cv data dataset date deal deals deep delivery department design designs detail details development digital directory discover district docs documentation download draft early ecommerce economy edition editorial education email embedded energy engine engineering error event events everything example experience experiences experiment expertise explore faculty family faq fast favorite fashion featured features feed finance find finder first fixed follow food footer for forgotten forum found foundation free from frontend full future gallery game games garden general get getting global google great group groups growth guide guides hardware health hello help helper here history home homepage hosting hotel how identity image images impressum in index industries industry info information innovation insights instagram institute integration interactive interest interests intelligence international internet introduction invalid investors is it item items jobs journal journey join jump key kitchen lab laboratory language languages latest law leadership league learn learning legal lessons letter library license life light lights line link linkedin links list live loading login logo machine magazine main maintenance management map maps market marketing material mathematics media meet member members membership menu message method methods mobile mode model modern more motion music my natural navigation network neural new news newsletter next night no not note notes notice of offer offers office old on online open optimization or order our overview page pages paper papers parts partner partners password payment people performance personal philosophy phone photo photography photos physics planning platform play plugin podcast policy popular portfolio post posts premium preprints press previous price pricing prices principal privacy process product production products profile profiles program programming programs project projects prototype public publication publications quality quantum questions quick quiet racing read reading recent recipe recipes recommended recommendations reference references region register related release report reports research resource resources results resume reviews rights robot robotics robust sale sales science search section security see selected seminar seo server service services settings share shipping shop shopping show sign signup site sitemap skills slow smart social software solar solution solutions some source space speaking special sponsors sport sports staff standard start started startup statistics stories story strategy stream studies studio study style subscribe summary support supervisor sustainability system systems talks tax teaching team teams tech technical technology template terms testimonials testing the themes theory thesis this tips to today tool toolkit tools top topics tour town training transport travel trends trust tutorial tutorials twitter typography ui undergraduate universal university unknown update updates us user users using ux vector version video videos view vision visit vitae volunteering was we web webinar website weekly welcome what who why wiki wikipedia with work workflow working works workshop workshops world writing yoga you your youtube admin administrator anonymous guest
  abteilung akademischer aktuelles alle allgemein als anfahrt angebot angebote anmelden arbeit arbeiten artikel auf aus ausbildung ausgewahlte ausstellung auswahl beitrag beitrage bei beratung bereich bereiche berichte beruf beruflicher bilder bildung biografie buch bucher curriculum das dein deine datenschutz dem den der des deutsch die dienstleistung dienstleistungen digitale download ein eine einfuhrung erfahrung ergebnisse ernahrung etage fakultat fehler forschung forschungsgruppe fotos fuhrung fur galerie gefunden gemeinde geschichte gesundheit gruppe hallo haus herzlich hochschule ich ihr impressum inhalt institut ist jahr jetzt kaffee kapitel karriere kategorie kategorien kenntnisse kontakt konto kultur kunde kunden kurse landschaft lebenslauf lehre lehrstuhl leistungen leitung lernen literatur loesungen losungen magazin mein meine mehr meldungen menu mit mitarbeiter mitarbeiterinnen mitglieder nachrichten neu neue neues nicht offnungszeiten ort personen preise presse produkt produkte produktentwicklung profil programm projekt projekte publikationen referenzen reise rezepte schriften schule seite seiten service sie sitzung sprechstunde sprechzeiten stadt standorte startseite stellenangebote studium suche team tipps treffen uber und uns unser unsere unternehmen veranstaltungen vereine veroffentlichungen verein vertrieb von vortrage wald was weiterbildung werdegang wer willkommen wir wirtschaft wissenschaft zeitung ziele zu zum zur zuruck
  accueil actualite actualites apres au aux avec boutique ce cette chez competences comment commande connexion contactez cuisine decouvrez dans dernieres domaine domaines du enseignement entreprise equipe et etudes evenements experience formation foire histoire info infos je jeu laboratoire langue langues les livre livres ma maison mentions menu mes mon nos notre nous nouveau nouvelle nouveautes nouvelles articoli articulos artigos entradas offre page par parcours pour premiere presentation prestation prestations produit produits projet projets publications qui que recherche recherches recette recettes rechercher ressources sante savoir services sommes sur suivez theme tous toutes travaux un une vente vie ville voir votre vous
  acerca al ayuda bienvenido bienvenidos buscar carrera carrito cocina como con conocenos contacto cuenta curso cursos desarrollo descubre diseno donde el ella empresa ensenanza equipo estudios eventos experiencia formacion galeria grupo hacer historia hola idiomas informacion iniciar inicio investigacion las libro libros lo los mas mi mis mundo noticias nosotros nuestra nuestras nuestro nuestros nueva nuevo oferta ofertas para perfil por portafolio precios preguntas productos proyectos publicaciones puede quien quienes receta recetas salud servicio servicios sesion sin sobre somos soy su tienda todos trabajo trabajos una viaje vida y
  a agenda alla anche azienda benvenuti blog carriera casa chi ci come contatti corso corsi cucina dei del della delle didattica dove e eventi formazione gli gruppo home il insegnamento informazioni io iscriviti la lavoro lavori libri lingue mi mio mondo negozio news noi nostra nostri nostro notizie nuovo offerta per persone prodotti profilo progetti progetto pubblicazioni qui ricerca ricette salute scopri servizi siamo sito sono squadra storia studi sui sul tutti un una vendita viaggi vita
  aula bem cozinha como contato contatos contacto conosca curriculo da das do dos e educacao empresa ensino equipa equipe experiencia formacao historia idiomas inicio linguas livros loja mais meu minha mundo na nas no noticias nos nossa nossas nosso novo novos o ola os para pesquisa perfil por portfolio precos produtos projetos projectos publicacoes quem receitas saude servicos sobre somos sou trabalho trabalhos uma vendas viagens vida voce
  bedrijf contact diensten een en het in je mijn nieuws onderzoek ons onze onderwijs over producten projecten publicaties van voor vrij welkom werk wie winkel
`);

/** Words that open the name of a thing or a place, folded; as family names they stand at the end. */
const NOT_FIRST = words(
  'north south east west northern southern eastern western blue red green black white golden silver dark bright grey gray pink purple orange yellow brown big small little great super royal classic vintage wild warm cold hot fresh sweet spicy creamy crispy easy simple mini max pro ultra smart high low upper lower central grand saint mount lake san santa chocolate vanilla lemon apple mediterranean roasted grilled baked vegan homemade organic american german french italian spanish european asian african british self rote roter rotes blaue blauer blaues grune gruner schwarze schwarzer weisse weisser alte alter altes grosse grosser kleine kleiner frische frischer beste bester schnelle schneller einfache gran grande petit petite bon bonne belle beau vieux vieille rouge bleu vert noir blanc rojo azul verde negro blanco rosso blu nero bianco vermelho preto branco',
);
/** Words that end the name of a thing or a place, folded. */
const NOT_LAST = words(
  'harbour harbor island islands valley mountain mountains street avenue republic kingdom ocean river desert beach shoes shirt jacket jeans dress bag bags chair table lamp sofa desk phone tablet laptop headphones keyboard camera bike tent cake bread soup salad chicken cheese pasta curry pie tart cookies sandwich burger pizza sauce stew tea coffee wine beer juice employed kuchen brot suppe salat schuhe jacke hose kleid tasche tisch stuhl lampe sofa rad zelt insel tal gebirge strasse meer kaffee tee gateau soupe salade chaussures robe pain fromage ile montagne rue pastel sopa ensalada zapatos camisa isla montana calle torta zuppa scarpe camicia pane formaggio isola via bolo sapatos pao queijo ilha rua',
);

/** Words between given and family name that are written small. */
const PARTICLES = words(
  "von vom van de del della delle di da dos das do du des la le las los der den dem ter ten te zu zum zur und y e el al bin bint ibn ben abu af av auf st. d' 't op in het bar mac vande",
);

/** Given names met most often in many countries: they make a form that is only possible a likely one. Folded. */
const GIVEN = words(`
  aaron abdul abdullah adam adrian agnes agnieszka ahmad ahmed aisha alan albert alberto alejandra alejandro alena alessandra alessandro alessia alex alexander alexandra alexandre alexei alexis alfred ali alice alicia alina aline allison alma amanda amelia amina amir ana anastasia anders andre andrea andreas andrei andres andrew andrzej angela angelika angelo anita anja anke ann anna anne annette annika anthony antoine anton antonella antonia antonio anya arash aria ariana arjun armin arne arnold arthur artur arturo asha astrid august aurora aurelie axel barbara bart beata beate beatrice beatriz ben benedikt benjamin benoit bernard bernd bernhard bettina bianca birgit bjorn boris brandon brenda brian bridget brigitte bruno camila camilla camille carl carla carlo carlos carmen carol carolin carolina caroline catalina catarina catherine cecilia celine chandra charles charlotte chen chiara chloe chris christa christian christiane christina christine christoph christophe christopher claire clara claudia claudio clemens colin conny cornelia cristian cristina cristiano cynthia dagmar daniel daniela daniele danielle dario david dean deborah delphine denis denise dennis diana diane diego dieter dirk dmitri dominik dominique donald dora doris dorothea dylan eberhard edgar edith eduardo edward ekaterina elena eleonora elias elif elin elisa elisabeth elise elizabeth elke ella ellen elsa emil emilia emilie emily emma emmanuel enrico enrique eric erica erich erik erika ernst esther etienne eugen eva evelyn fabian fabien fabio fabrizio fatima fatma federica federico felipe felix ferdinand fernanda fernando filip fiona flavia florence florian frances francesca francesco francisco franco francois frank franz frauke fred frederic frederik frida friedrich fritz gabriel gabriela gabriele gabriella gareth gary george georg georges georgia gerald gerard gerd gerda gerhard gero gianluca gina giorgia giorgio giovanna giovanni giulia giuseppe gisela gloria gonzalo grace graham grazia greg gregor gregory greta gudrun guido guillaume gunnar gunter gustav hanna hannah hannes hans harald harry hassan hector heidi heike heinrich heinz helen helena helene helga helmut hendrik henri henrik henry herbert hermann hilde holger horst hubert hugo hussein ian ibrahim ida ignacio igor ilona ilse ines ingo ingrid inga irina iris irma isabel isabella isabelle ivan ivana ivo jack jacob jacqueline jacques jaime jakob jakub james jan jana jane janet janine jasmin jason javier jean jeanne jeff jeffrey jelena jennifer jens jeremy jessica jill jim joachim joan joana joanna joao jochen joe joel johan johann johanna johannes john jon jonas jonathan jorge jose josef josefine joseph joshua juan juana judith jules julia julian juliana julie julien julio julius jurgen jutta kai karen karim karin karina karl karla karolina katarina katarzyna kate katharina katherine kathrin kathryn katja katrin kazuo keiko keith kelly kenji kenneth kerstin kevin khalid kim kirsten klara klaus konrad konstantin krzysztof kurt kyle lara lars laura laurence laurent lea leah leila lena lennart leo leon leonard leonardo leonie leticia levi li liam lilian lina linda linus lisa liv lorena lorenz lorenzo lotte louis louise luc luca lucas lucia lucie lucy ludwig luis luisa luiza lukas luke lutz lydia lynn madeleine magda magdalena maja malte manfred manon manuel manuela mara marc marcel marcela marcello marco marcos marcus margaret margarita margit margot maria mariam marian mariana marianne marie marija marina mario marion marisa marit marius mark marko markus marlene marta martha martin martina mary mateo mateusz mathias mathieu mathilde matteo matthew matthias maurice mauricio maurizio max maximilian maya mehmet mei melanie melissa merle mia michael michaela michal michel michele michelle miguel mihai mika mikael mike mikhail milan milena ming mira miriam mirjam mohamed mohammad mohammed moritz monica monika mona murat mustafa nadia nadine naomi natalia natalie natasha nathalie nathan nicholas nick nico nicola nicolas nicole niels niklas nikola nikolai nikolaus nils nina noah noemi nora norbert nuno odile olaf ole oleg olga oliver olivia olivier omar oscar oskar otto pablo paolo pascal patricia patrick patrik paul paula pauline paulo pavel pedro peer per peter petra philip philipp philippe pia pierre pilar piotr rachel rafael raffaele rahul raj ralf ralph ramona raphael raquel raul ravi rebecca regina reinhard renate rene ricardo riccardo richard rita robert roberta roberto robin rodrigo roger roland rolf roman romain ronald rosa rosalie rose roxana ruben rudolf rui rupert ruth ryan sabine sabrina salma sam samantha samir samuel sandra sandrine sanjay sara sarah sascha scott sean sebastian selma serena sergei sergio sharon sheila silke silvia simon simona simone sofia sonia sonja sophia sophie stanislav stefan stefania stefanie stefano steffen stella stephan stephane stephanie stephen steve steven susan susana susanne svantje sven svenja svetlana sylvia sylvie tamara tania tanja tara tatiana ted teresa tessa theo theodor theresa therese thierry thomas thorsten tilman tim timo timothy tina tobias tom tomas tomasz toni tony torsten tove tyler udo ugo ulf ulrich ulrike umberto ursula ute uwe valentin valentina valeria valerie vanessa vera verena veronica veronika vicente victor victoria viktor viktoria vincent vincenzo viola virginia vittoria vivian vladimir volker walter wanda wei wendy werner wilhelm william willi wolfgang xavier yan yannick yasmin yuki yulia yusuf yves yvonne zoe zofia
`);

/** Family names that Chinese, Japanese and Korean names begin with; the form alone tells nothing in these scripts. */
const CHINESE_FAMILY =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷曲盛冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺';
const JAPANESE_FAMILY =
  /^(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|清水|山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|木下|久保|佐野|野村|松尾|市川|菊地|杉本|古川|大西|島田|水野|桜井|渡部|吉川|山内|西田|飯田|菊池|西川|小松|北村|安田|五十嵐|川口|平田|関|中田|久保田|東|服部|川崎|岩田|土屋|福島|本田|辻|樋口|秋山|永井|山中|中西|吉村|川上|石原|大橋|松岡|馬場|浜田|森本|星野|矢野|浅野|大島|松下|吉岡|小池|野田|荒木|熊谷|松浦|大谷|内藤|黒田|尾崎|川村|永田|望月|松村|田口|三宅|荒井|大久保|本間|坂井|山根|松原|早川)/u;
const KOREAN_FAMILY =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용';
/** Words of headings in scripts without capitals. */
const NOT_NAMES_UNCASED =
  /研究|成員|成员|团队|團隊|首页|首頁|主页|主頁|关于|關於|联系|聯絡|聯繫|新闻|新聞|论文|論文|出版|发表|發表|著作|教学|教學|教育|课程|課程|简介|簡介|介绍|介紹|个人|個人|项目|專案|项目|招生|服务|服務|产品|產品|公司|大学|大學|学院|學院|实验|實驗|中心|系统|系統|技术|技術|方法|文章|博客|部落|登录|登入|注册|註冊|搜索|搜尋|下载|下載|活动|活動|通知|公告|資料|资料|图书|圖書|会议|會議|工作|经历|經歷|奖|獎|技能|语言|語言|兴趣|興趣|高等|数学|數學|物理|化学|化學|工程|历史|歷史|文化|经济|經濟|健康|食谱|ホーム|について|お問い|ニュース|メンバー|業績|講義|ブログ|プロフィール|会社|製品|一覧|採用|情報|案内|소개|연구|논문|홈|연락처|구성원|공지|강의|프로젝트|뉴스|회사|제품|블로그|검색|درباره|تماس|مقالات|پژوهش|صفحه|خانه|اخبار|تدریس|رزومه|پروژه|آموزش|محصول|وبلاگ|خدمات|معلومات|الرئيسية|اتصل|أبحاث|مقال|أخبار|السيرة|الصفحة|المنتجات|حول|نبذة|جامعة|كلية|قسم|دانشگاه|دانشکده|אודות|צור|קשר|ראשי|מחקר|פרסומים|חדשות|מוצרים|מאמר|בית|אוניברסיט|פרופיל|עליי/u;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const UNCASED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Georgian}]/u;
/** Titles and forms of address that stand on the name in these scripts. */
const UNCASED_TITLES =
  /(?:教授|副教授|博士|先生|女士|老师|老師|院士|讲师|講師|さん|氏|准教授|助教|교수|박사|님)$|^(?:دکتر|مهندس|استاد|پروفسور|د\.|أ\.د\.|الدكتورة|الدكتور|الأستاذة|الأستاذ|ד"ר|פרופ'|פרופסור)\s?/u;
const NAME_WORD =
  /^(?:[dlo]['’]|(?:al|el|ad|as|ar|an|at|az|ash|ben|bin|ibn|de|da)-)?\p{Lu}[\p{L}\p{M}'’`.·-]*$/u;
const MAX_LENGTH = 80;

/** How sure the form of a text is that it is somebody's name: 0 it is none, 1 it may be, 2 it has a known given or family name. */
export function nameForm(text: string): 0 | 1 | 2 {
  if (text.length > MAX_LENGTH * 2) return 0;
  const shown = parseName(oneLine(text))?.full ?? '';
  if (
    shown === '' ||
    shown.length > MAX_LENGTH ||
    /[\d@/\\<>{}=#*!?;:_|…–—•«»]|\s-\s|\.\.|https?|www\./u.test(shown)
  )
    return 0;
  if (CJK.test(shown)) return cjkForm(shown);
  if (UNCASED.test(shown)) return uncasedForm(shown);
  return casedForm(shown);
}

/** Does a text look like the name of a person, titles, degrees, nicknames and pronouns included? */
export function isPersonName(text: string): boolean {
  return nameForm(text) > 0;
}

function casedForm(shown: string): 0 | 1 | 2 {
  const comma = shown.indexOf(',');
  if (comma >= 0 && parsePlace(shown)?.country !== undefined) return 0;
  const name = parseName(shown.replace(/\s['‘‚][\p{L} .-]{1,30}['’‘]\s/u, ' '));
  if (name?.given === undefined || name.family === undefined) return 0;
  const tail = shown.split(',').slice(1);
  const isReversed = tail.length === 1 && name.family !== '' && shown.startsWith(name.family);
  if (tail.length > 0 && !isReversed && !tail.every((piece) => isDegree(piece) || piece.trim().length <= 6))
    return 0;
  const parts = `${name.given} ${name.family}`.split(' ');
  if (parts.length < 2 || parts.length > 6) return 0;
  if (NOT_FIRST.has(fold(parts[0] ?? '')) || NOT_LAST.has(fold(parts.at(-1) ?? ''))) return 0;
  let whole = 0;
  let known = false;
  for (const [index, part] of parts.entries()) {
    const folded = fold(part);
    if (PARTICLES.has(part.toLowerCase())) continue;
    if (!NAME_WORD.test(part) || (NOT_NAMES.has(folded) && !PARTICLES.has(folded))) return 0;
    // `CI`, `GPU`, `HTML`: a word without vowels or of two capitals is an abbreviation; `J.` is an initial.
    const letters = part.replace(/[^\p{L}]/gu, '');
    if (letters.length > 1) whole++;
    const isShouted =
      letters.length > 1 && letters === letters.toUpperCase() && shown !== shown.toUpperCase();
    // `Wei LI`: many write the family name in capitals.
    if (isShouted && letters.length < 4 && (index < parts.length - 1 || parts.length > 3)) return 0;
    known ||= folded.split(/[-'’]/).some((piece) => GIVEN.has(piece));
  }
  if (whole === 0 || isOrganisation(shown) || isRole(`${name.given} ${name.family}`)) return 0;
  if (whole === 1 && !parts.some((part) => /^\p{Lu}\.?$/u.test(part))) return 0;
  return known ? 2 : 1;
}

function cjkForm(shown: string): 0 | 1 | 2 {
  // `林范例 (Fanli Lin)`, `Fanli Lin 林范例`: the name twice, in two scripts.
  const other = shown
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}()（）・･]+/gu, ' ')
    .trim();
  const own = shown
    .replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・･\s]/gu, '')
    .trim()
    .replace(UNCASED_TITLES, '')
    .trim();
  if (NOT_NAMES_UNCASED.test(own)) return 0;
  if (other !== '' && casedForm(other) === 0 && !/^(?:Dr|Prof)\.?$/.test(other)) return 0;
  const length = own.replace(/[\s・･]/gu, '').length;
  if (length < 2 || length > 12) return 0;
  if (/^\p{Script=Hangul}{2,5}$/u.test(own) || /^\p{Script=Hangul}{1,2} \p{Script=Hangul}{1,3}$/u.test(own))
    return KOREAN_FAMILY.includes(own.charAt(0)) && length <= 4 ? (length === 3 ? 2 : 1) : 0;
  if (/^[\p{Script=Katakana}ー]+(?:[・･ ][\p{Script=Katakana}ー]+){1,3}$/u.test(own)) return 1;
  if (JAPANESE_FAMILY.test(own) && length >= 3 && length <= 6) return 2;
  if (/^\p{Script=Han}{1,3}\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}$/u.test(own))
    return 1;
  if (/^\p{Script=Han}{2,4}$/u.test(own)) return CHINESE_FAMILY.includes(own.charAt(0)) ? 2 : 0;
  return 0;
}

function uncasedForm(shown: string): 0 | 1 | 2 {
  const bare = shown.replace(UNCASED_TITLES, '').trim();
  if (NOT_NAMES_UNCASED.test(bare)) return 0;
  const parts = bare.split(/[\s\u200c-]+/u);
  return parts.length >= 2 &&
    parts.length <= 5 &&
    parts.every((part) => /^[\p{L}\p{M}'’"״׳.]{2,20}$/u.test(part))
    ? 1
    : 0;
}

/** Openings and endings of a heading or title around the name of whom the page is about. */
const BEFORE =
  /^(?:(?:hi|hello|hey|hallo|bonjour|hola|ciao|olá|ola)[,!. ]+)?(?:i[’']?m|i am|my name is|ich bin|ich heiße|mein name ist|je suis|je m[’']appelle|soy|me llamo|mi nombre es|sono|mi chiamo|sou|(?:o )?meu nome é|about|über|à propos de|acerca de|sobre|chi è|author|autor(?:in)?|auteure?|autore|posts by|articles by|(?:alle )?beiträge von|articles de|entradas de|artículos de|articoli di|posts de|artigos de|profile of|profile|profil von|profil|profil de|perfil de|profilo di|the homepage of|home ?page of|cv of|resume of|lebenslauf(?: von)?|curriculum vitae(?: of| de| di)?|welcome to)\s*[:–-]?\s+/iu;
const AFTER =
  /(?:[’']s?\s(?:(?:personal |academic )?(?:home ?page|website|web ?site|site|blog|page|portfolio|profile|cv|resume|résumé))|\s(?:home ?page|personal website|website|portfolio|résumé|resume|cv|curriculum vitae|lebenslauf))$/iu;

/** The person's name in a heading or title that may say more around it; `undefined` where it names nobody. */
export function nameIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const shown = oneLine(text.slice(0, 300)).replace(/(?<![.!,，。、])[.!,，。、]+$/u, '');
  const bare = shown
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/(?<![.!,])[.!,]+$/, '')
    .replace(/^[👋\p{Extended_Pictographic}\s]+/gu, '')
    .trim();
  // What stands behind in brackets is a job or a date, or the name in another script.
  const aside = /^(.{2,80}?)\s?[(（]([^()（）]{1,60})[)）]$/u.exec(bare);
  const [, front = '', inside = ''] = aside ?? [];
  if (nameForm(front) > 0 && (isRole(inside) || /\d/.test(inside))) return front;
  if (nameForm(bare) > 0) return bare;
  // A name that a job title follows: `Lena Brandt, Data Engineer`.
  const comma = bare.indexOf(',');
  const first = comma < 0 ? '' : bare.slice(0, comma).trim();
  return first !== '' && nameForm(first) > 0 && isRole(bare.slice(comma + 1)) ? first : undefined;
}

/** Lower case without accents, `ß` as `ss`. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<![.’'`])[.’'`]+$/, '');
}

/** Sections of a career that a page's headings name. `other` ends the section before it and is not read. */
export type SectionLabel = 'about' | 'positions' | 'education' | 'skills' | 'languages' | 'other';

/** English, German, French, Spanish, Italian, Portuguese, Dutch; then Chinese, Japanese, Korean, Russian, Persian. */
const LABELS: Record<SectionLabel, RegExp> = {
  about:
    /^(?:about(?: me)?|a bit about me|who i am|profile|personal profile|summary|professional summary|bio|biography|short bio|biographical sketch|introduction|über mich|zur person|profil|kurzprofil|kurzbiogra(?:fie|phie)|biogra(?:fie|phie)|vita|kurzvita|à propos(?: de moi)?|présentation|qui suis-je ?\??|biographie|profil professionnel|sobre mí|acerca de mí|perfil(?: profesional| profissional)?|biografía|resumen|quién soy|chi sono|su di me|profilo(?: professionale)?|presentazione|biografia|sobre mim|resumo(?: profissional)?|apresentação|quem sou|over mij|profiel|wie ben ik|个人简介|個人簡介|关于我|關於我|简介|簡介|プロフィール|自己紹介|소개|обо мне|биография|درباره من|نبذة عني|אודותיי?)$/,
  positions:
    /^(?:(?:work(?:ing)? |professional |relevant |industry |career )?experiences?|employment(?: history)?|work history|work|positions?|appointments?|(?:academic|professional|current|past|previous) (?:positions?|appointments?|employment|experience)|career(?: history)?|professional background|berufserfahrung(?:en)?|beruflicher werdegang|werdegang|akademischer werdegang|berufliche stationen|berufspraxis|berufstätigkeit|stationen|tätigkeiten|arbeitserfahrung|praktische erfahrung(?:en)?|expériences?(?: professionnelles?)?|parcours(?: professionnel)?|carrière|emplois|experiencias?(?: laboral(?:es)?| profesional(?:es)?)?|trayectoria(?: profesional)?|historial laboral|esperienz[ae](?: (?:lavorativ[ae]|professional[ei]))?|carriera|percorso professionale|experiências?(?: profissiona(?:l|is))?|percurso profissional|carreira|histórico profissional|werkervaring|ervaring|loopbaan|工作经历|工作經歷|工作经验|经历|經歷|職歴|経歴|경력|опыт(?: работы)?|سوابق کاری|تجربه کاری|الخبرات?|ניסיון(?: תעסוקתי)?)$/,
  education:
    /^(?:education(?: (?:and|&) (?:training|qualifications))?|academic (?:background|education|qualifications)|studies|degrees|qualifications|ausbildung|studium|bildungsweg|bildung|akademische ausbildung|schulbildung|ausbildung und studium|studium und ausbildung|formations?(?: académiques?)?|études|diplômes|parcours académique|scolarité|educación|formación(?: académica)?|estudios|titulación|istruzione(?: e formazione)?|formazione(?: accademica)?|titoli di studio|studi|educação|formação(?: académica| acadêmica)?|habilitações(?: académicas| literárias)?|escolaridade|opleiding(?:en)?|onderwijs|studie|教育(?:背景|经历|經歷)?|学历|學歷|学歴|학력|образование|تحصیلات|التعليم|المؤهلات|השכלה)$/,
  skills:
    /^(?:(?:key |technical |professional |core |soft |hard |computer |it )?skills(?: (?:and|&) (?:tools|expertise|technologies|interests))?|expertise|competenc(?:es|ies)|core competencies|technologies|tools|tech(?:nology)? stack|programming languages|kenntnisse|fähigkeiten|kompetenzen|fachkenntnisse|it-kenntnisse|edv-kenntnisse|schwerpunkte|compétences(?: techniques| clés)?|savoir-faire|habilidades|aptitudes|competencias|conocimientos|competenze(?: tecniche| digitali)?|capacità|abilità|competências|aptidões|vaardigheden|competenties|kennis|技能|专业技能|專業技能|スキル|기술|навыки|مهارت‌?ها|المهارات|מיומנויות|כישורים)$/,
  languages:
    /^(?:languages?|language skills|spoken languages|sprachen|sprachkenntnisse|langues|langues parlées|idiomas|lenguas|lingue|conoscenze linguistiche|lingue straniere|línguas|talen|talenkennis|语言|語言|語学|言語|언어|외국어|языки|زبان‌?ها|اللغات|שפות)$/,
  other:
    /^(?:(?:selected |recent |refereed |list of )?publications?|papers|books|articles|projects?|portfolio|research(?: interests| areas| projects)?|interests|hobbies|teaching|courses|talks|presentations|awards?(?: (?:and|&) hono(?:u)?rs)?|hono(?:u)?rs(?: (?:and|&) awards)?|grants|service|activities|volunteering|certifications?|certificates|references|contact(?: me| details| information)?|get in touch|news|blog|posts|links|follow me|media|press|testimonials|memberships?|veröffentlichungen|publikationen|ausgewählte publikationen|projekte|forschung(?:sinteressen|sschwerpunkte|sgebiete)?|lehre|vorträge|auszeichnungen|preise|ehrungen|ehrenamt|zertifikate|weiterbildung(?:en)?|interessen|referenzen|kontakt|sprechzeiten|sprechstunde|aktuelles|projets?|recherche|enseignement|prix|distinctions|centres d[’']intérêt|loisirs|certifications|contacts?|coordonnées|actualités|publicaciones|proyectos|investigación|docencia|premios|reconocimientos|intereses|certificaciones|contacto|pubblicazioni|progetti|ricerca|didattica|premi|interessi|certificazioni|contatti|publicações|projetos|projectos|pesquisa|investigação|ensino|prémios|prêmios|interesses|certificações|contato|contacto|publicaties|projecten|onderzoek|prijzen|hobby[’']s|研究(?:方向|兴趣|興趣|領域|方法)?|论文|論文|著作|教学|教學|荣誉|榮譽|奖励|联系(?:方式)?|聯絡(?:方式)?|業績|講義|受賞|連絡先|논문|연구|수상|연락처|публикации|проекты|контакты|исследования|награды|مقالات|پژوهش|تماس|تدریس|الأبحاث|المنشورات|التواصل|פרסומים|מחקר|הוראה|צור קשר)$/,
};
const ORDER = ['positions', 'education', 'skills', 'languages', 'about', 'other'] as const;

/** Headings that only the page of a person has: what `About us`, `Expertise` and `News` are not. */
const CAREER =
  /^(?:about me|über mich|zur person|qui suis-je|à propos de moi|sobre mí|acerca de mí|chi sono|su di me|sobre mim|over mij|关于我|關於我|обо мне|درباره من|bio|biography|short bio|biographie|biografie|biografía|biografia|kurzbiografie|vita|curriculum vitae|lebenslauf|cv|publications?|selected publications|publikationen|veröffentlichungen|publicaciones|pubblicazioni|publicações|research(?: interests)?|forschung(?:sinteressen|sschwerpunkte|sgebiete)?|recherche|investigación|ricerca|teaching|lehre|enseignement|docencia|didattica|sprechstunde|sprechzeiten|office hours|interests|interessen|hobbies|awards|auszeichnungen|研究(?:方向|兴趣|興趣|領域|方法)?|论文|論文|업적|논문|연구|業績|публикации|مقالات|פרסומים)$/;

/** What a heading calls the section under it; `undefined` for any other text. */
export function labelOf(heading: string): SectionLabel | undefined {
  const text = bareLabel(heading);
  return text === undefined ? undefined : ORDER.find((label) => LABELS[label].test(text));
}

/** Is it a heading of a person's page and of no other: education, experience, publications, `About me`? */
export function isCareerHeading(heading: string): boolean {
  const text = bareLabel(heading);
  if (text === undefined) return false;
  const label = labelOf(text);
  return label === 'positions' || label === 'education' || label === 'languages' || CAREER.test(text);
}

/** Does it say only which page of a site this is: `About`, `Contact`, `Home`, `Curriculum Vitae`? */
export function isPageHeading(heading: string): boolean {
  const text = bareLabel(heading);
  if (text === undefined) return false;
  return (
    labelOf(text) !== undefined ||
    /^(?:home|homepage|home ?page|start|startseite|welcome.{0,30}|willkommen.{0,30}|hello.{0,20}|hi.{0,20}|hallo.{0,20}|bonjour.{0,20}|hola.{0,20}|ciao.{0,20}|olá.{0,20}|bienvenue.{0,30}|bienvenid.{0,30}|benvenut.{0,30}|bem-vind.{0,30}|curriculum vitae|curriculum|cv|c\.v\.|resume|résumé|lebenslauf|currículum|currículo|search|menu|navigation|suche|accueil|inicio|início|about|über|info|team|people|staff|persons?|personen?|mitarbeiter(?:innen)?|profile page|author|autor(?:in)?|auteure?|autore|主页|首页|關於|关于|ホーム|главная|خانه)$/u.test(
      text,
    )
  );
}

function bareLabel(heading: string): string | undefined {
  if (heading.length > 80) return undefined;
  const text = heading
    .trim()
    .replace(/^[^\p{L}]{1,12}/u, '')
    .replace(/[^\p{L}\p{M})’'?]{1,12}$/u, '')
    .trim()
    .toLowerCase();
  return text === '' ? undefined : text;
}

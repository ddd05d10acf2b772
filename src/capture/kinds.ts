/**
 * What kind of thing a short text names, by words that such texts have in the known languages: a job, an
 * organisation, a school, a degree, a level. Each looks at the first 300 characters.
 */
const ROLE =
  /(?:^|[^\p{L}])(?:ceo|cto|cfo|coo|cio|cmo|cpo|vp|svp|evp|ciso|pi|postdoc\p{L}*|post-doc\p{L}*|phd (?:student|candidate|researcher)|phd-\p{L}+|doctoral \p{L}+|msc student|bsc student|ma student|(?:co-?)?founder|(?:co-?)?owner|gründer(?:in)?|mitgründer(?:in)?|inhaber(?:in)?|head|chief|lead|leads|leiter(?:in)?|leitung|leitend\p{L}*|chef|cheffe|chefin|boss|president|präsident(?:in)?|presidente|présidente?|chair(?:man|woman|person)?|vorstand\p{L}*|vorsitzende\p{L}*|dean|dekan(?:in)?|rector|rektor(?:in)?|fellow|intern|trainee|praktikant(?:in)?|stagiaire|werkstudent(?:in)?|apprentice|azubi|auszubildende\p{L}*|docent|dozent(?:in)?|privatdozent(?:in)?|lecturer|reader|instructor|tutor|teacher|lehrer(?:in)?|lehrkraft|enseignante?|maître|profesora?|catedrátic[oa]|professora?|professoressa|docente|ricercator[ei]|ricercatrice|pesquisador[a]?|investigador[a]?|chercheu(?:r|se)|doctorante?|dottorand[oa]|doutorand[oa]|doktorand(?:in)?|promovend(?:us|a)|onderzoeker|hoogleraar|medewerker|referent(?:in)?|sachbearbeiter(?:in)?|geschäftsführ\p{L}*|geschäftsleit\p{L}*|prokurist(?:in)?|mitarbeiter(?:in)?|assistenz|sekretari\p{L}*|secretary|secrétaire|secretari[oa]|segretari[oa]|clerk|officer|partner|associate|principal investigator|research scientist|member of (?:the )?(?:board|staff)|account executive|executive|board member|freelance\p{L}*|kauffrau|kaufmann|fachkraft|hilfskraft|verkäufer(?:in)?|vertriebs\p{L}*|diseñador[a]?|desarrollador[a]?|ingenier[oa]|ingegnere|engenheir[oa]|ingénieure?|développeu(?:r|se)|conceptrice|concepteur|sviluppat\p{L}+|desenvolvedor[a]?|direttor[ei]|direttrice|directora?|directrice|directeur|diretor[a]?|gerente|responsable|responsabile|responsável|jef[ae]|abogad[oa]|avvocat[oa]|advogad[oa]|avocate?|médic[oa]|medico|médecin|arzt|ärztin|oberarzt|oberärztin|krankenpfleg\p{L}*|infirmi\p{L}+|enfermer[oa]|architekt(?:in)?|architecte|arquitect[oa]|architett[oa]|arquitet[oa]|journaliste?|periodista|giornalista|jornalista|redakteur(?:in)?|rédact\p{L}+|übersetzer(?:in)?|traduct\p{L}+|dolmetscher(?:in)?|fotograf\p{L}*|photographe|künstler(?:in)?|artiste?|artista|schreiner(?:in)?|tischler(?:in)?|meister(?:in)?|lotsin|lotse|student(?:in)?|étudiante?|estudiante|studente(?:ssa)?|estudante|alumn(?:a|us|i)|emerit\p{L}+|visiting scholar|phd|scholar)(?![\p{L}])|(?:engineer|developer|designer|manager|director|scientist|researcher|analyst|consultant|administrator|architect|assistant|specialist|coordinator|technician|professor|professorin|writer|author|editor|producer|programmer|journalist|photographer|artist|economist|chemist|biologist|physicist|mathematician|geologist|statistician|psychologist|therapist|physician|surgeon|nurse|lawyer|attorney|counsel|accountant|controller|auditor|planner|buyer|recruiter|strategist|marketer|advisor|adviser|trainer|coach|curator|librarian|historian|translator|interpreter|surveyor|inspector|operator|supervisor|representative|builder|maker|carpenter|electrician|mechanic|pilot|driver|cook|baker|gardener|musician|composer|conductor|organist|illustrator|animator|entwickler|entwicklerin|ingenieur|ingenieurin|berater|beraterin|leiter|leiterin|forscher|forscherin|wissenschaftler|wissenschaftlerin|informatiker|informatikerin|manager|managerin|assistent|assistentin|mitarbeiter|mitarbeiterin|planer|planerin|techniker|technikerin|mechaniker|elektroniker|gestalter|gestalterin|pfleger|pflegerin|pädagoge|pädagogin|therapeut|therapeutin|psychologe|psychologin|jurist|juristin|anwalt|anwältin|apotheker|apothekerin|chemiker|chemikerin|physiker|physikerin|biologe|biologin|analyste|consultante|consulente|consultora?|analista|technicien|technicienne|técnic[oa]|tecnic[oa]|psicólog[oa]|psicolog[oa]|ologist|ographer|ologe|ologin|ologue|ographe|ólog[oa]|ógraf[oa]|(?:ge|bi|psic|arche|soci|te|ec|fil|met)olog[oa]|charpentier|compagnon|beauftragte|beauftragter|sprecher|sprecherin|optiker|optikerin|nautiker|nautikerin)(?![\p{L}])|教授|研究员|研究員|博士|硕士|碩士|学生|學生|工程师|工程師|助理|主任|经理|經理|讲师|講師|院长|院長|系主任|首席|总监|總監|创始人|創辦人|准教授|助教|部長|社長|課長|エンジニア|デザイナー|교수|연구원|박사|석사|학생|대표|이사|팀장|엔지니어|профессор|доцент|инженер|научный сотрудник|директор|менеджер|разработчик|аспирант|преподаватель|руководитель|καθηγητ|ερευνητ|μηχανικ|διευθυντ|استاد|دانشیار|استادیار|پژوهشگر|دانشجو|مهندس|مدیر|أستاذ|باحث|مدير|مهندسة?|טالب|פרופסור|חוקר|מרצה|דוקטורנט|מנהל|מהנדס/u;
const ORGANISATION =
  /(?:^|[^\p{L}])(?:gmbh|ag|kg|kgaa|ohg|gbr|ug|e\.\s?v\.?|ev|inc|inc\.|ltd|ltd\.|llc|llp|plc|corp|corporation|company|co\.|s\.?a\.?r\.?l|sarl|sas|s\.?p\.?a|spa|s\.?r\.?l|srl|s\.?l|lda|ltda|bv|b\.v\.|nv|n\.v\.|ab|oy|aps|a\/s|as|group|gruppe|groupe|grupo|gruppo|holding|partners|foundation|stiftung|fondation|fundación|fondazione|fundação|institute|institut|instituto|istituto|university|universität|universitat|université|universidade?|università|universiteit|hochschule|fachhochschule|college|school|schule|école|escuela|scuola|escola|academy|akademie|académie|academia|accademia|department|departamento|dipartimento|département|fakultät|faculty|faculté|facultad|facoltà|faculdade|fachbereich|lehrstuhl|laboratory|laboratoire|laboratorio|laboratório|lab|labs|center|centre|zentrum|centro|council|ministry|ministerium|ministère|ministerio|ministero|bank|banque|banco|banca|hospital|klinik|klinikum|krankenhaus|hôpital|clinic|verein|verband|association|asociación|associazione|associação|society|gesellschaft|société|agency|agentur|agence|agencia|studio|studios|verlag|press|magazin|magazine|zeitung|news|wikipedia|werke|werk|büro|kanzlei|praxis|reederei|chantier|atelier|amt|behörde|stadt|gemeinde|city of|club|klub|church|kirche|museum|theater|orchestra|orchester|systems|solutions|technologies|software|consulting|services|networks?|ventures|capital|industries|logistics|energy|pharma|motors|games|media)(?![\p{L}])|universit|hochschule|gesellschaft|\p{L}(?:werke|verband|verein|institut|verlag|stiftung|schule|bank|klinik|klinikum|zentrum|amt|büro)(?![\p{L}])|大学|大學|学院|學院|公司|研究所|研究院|实验室|實驗室|医院|醫院|会社|대학|연구소|회사|университет|институт|академия|компания|ооо|πανεπιστήμιο|ινστιτούτο|دانشگاه|شرکت|مؤسسه|جامعة|معهد|شركة|אוניברסיט|מכון|בע"מ/u;
const SCHOOL =
  /universit|universidad|(?:^|[^\p{L}])(?:university|univ\.?|hochschule|fachhochschule|college|school|schule|école|ecole|escuela|scuola|escola|academy|akademie|académie|academia|accademia|institute|institut|instituto|istituto|politécnic[oa]|politecnico|polytechni\p{L}*|polytechnique|gymnasium|lycée|liceo|liceu|instituto|tu|fh|eth|epfl|mit|ucl|lmu|kit|rwth|hec|conservator\p{L}*|conservatoire|konservatorium|seminar|faculty|faculté|facultad|facoltà|faculdade|iut|dhbw|kolleg|colegio|collège|colégio|business school)(?![\p{L}])|\p{L}(?:hochschule|schule|akademie|gymnasium|kolleg|universität)(?![\p{L}])|大学|大學|学院|學院|学校|學校|中学|대학|университет|институт|академия|πανεπιστήμιο|دانشگاه|جامعة|אוניברסיט/u;
const DEGREE =
  /(?:^|[^\p{L}])(?:ph\.?\s?d\.?|d\.?phil\.?|dr\.?(?:[- ]ing\.?| rer\. \p{L}+\.?)?|doctor(?:ate|ado| of)?|doktor\p{L}*|promotion|habilitation|doctorat|dottorato|doutorado|doutoramento|m\.?\s?sc\.?|m\.?\s?a\.?|m\.?\s?eng\.?|m\.?\s?b\.?a\.?|mba|m\.?\s?phil\.?|ll\.?\s?[mb]\.?|b\.?\s?sc\.?|b\.?\s?a\.?|b\.?\s?eng\.?|bba|bfa|mfa|m\.?\s?ed\.?|master\p{L}*|maîtrise|máster|mestrado|magistral[ei]|maestría|bachelor\p{L}*|baccalaur\p{L}+|bac|licence|licenciatura|licenciad[oa]|laurea|laureat[oa]|grado|graduação|graduad[oa]|bacharelado|diplom\p{L}*|dipl\.?(?:-\p{L}+\.?)?|magister|staatsexamen|abitur|matura|fachabitur|a-levels?|vordiplom|undergraduate|postgraduate|graduate|degree|certificat\p{L}*|zertifikat\p{L}*|dut|bts|deug|dea|dess|ingénieur diplômé|ausbildung zu[mr]|lehre|esame|tecnico superiore|bsn|msn|m\.?d\.?|j\.?d\.?|associate of)(?![\p{L}])|博士|硕士|碩士|学士|學士|本科|修士|학사|석사|박사|бакалавр|магистр|кандидат|доктор|διδακτορικό|μεταπτυχιακό|πτυχίο|دکترا|دکتری|کارشناسی|بكالوريوس|ماجستير|دكتوراه|תואר|דוקטורט/u;
const THESIS =
  /(?:^|[^\p{L}])(?:thesis|dissertation|thèse|mémoire|tesis|tesi|tese|dissertação|abschlussarbeit|masterarbeit|bachelorarbeit|diplomarbeit|doktorarbeit|scriptie|proefschrift|supervisors?|advisors?|betreuer(?:in)?|gpa|grade|note|abschlussnote|noten|topic|thema|cum laude|with honou?rs)(?![\p{L}])/u;
const LEVEL =
  /^(?:native(?: speaker| language)?|mother tongue|bilingual|fluent(?:ly)?|full professional(?: proficiency)?|professional(?: working)?(?: proficiency)?|limited working(?: proficiency)?|elementary(?: proficiency)?|native or bilingual(?: proficiency)?|proficient|advanced|upper[- ]intermediate|intermediate|basic|basics|beginner|conversational|good|very good|business fluent|working knowledge|muttersprach(?:e|lich|ler(?:in)?|niveau)|erstsprache|fließend|verhandlungssicher|fortgeschritten|sehr gut|gut|grundkenntnisse|grundlagen|anfänger|mittelstufe|langue maternelle|maternelle|courant|couramment|bilingue|lu,? écrit,? parlé|avancé|intermédiaire|notions|débutant|scolaire|professionnel|nativ[oa]|lengua materna|idioma materno|fluido|con fluidez|avanzad[oa]|intermedi\p{L}{1,6}|básic[oa]|profesional|madrelingua|lingua madre|fluente|avanzato|ottimo|buono|base|scolastico|língua materna|avançado|moedertaal|vloeiend|goed|basis|[abc][12](?:\.\d)?(?:\+)?(?:\s?[-–/]\s?[abc][12])?|母语|母語|流利|精通|ネイティブ|원어민|유창)(?:\s?[(,].{0,40})?$/u;

/**
 * The expressions hold small letters and are asked of small letters: with the flag for either case their first use
 * costs ten times as much.
 */
function lower(text: string): string {
  return text.slice(0, 300).toLowerCase();
}

/** Does it name a job, a function, a place in a hierarchy? */
export function isRole(text: string): boolean {
  return ROLE.test(lower(text));
}

/** Does it name a company, an authority, a school, a part of one? */
export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(lower(text));
}

/** Does it name a school or university? */
export function isSchool(text: string): boolean {
  return SCHOOL.test(lower(text));
}

/** Does it name a degree or another way to finish an education? */
export function isDegree(text: string): boolean {
  return DEGREE.test(lower(text));
}

/** A thesis, its supervisor, a grade: what stands in an education and is neither school nor degree. */
export function isThesis(text: string): boolean {
  return THESIS.test(lower(text));
}

/** The level of a language and nothing else. */
export function isLevel(text: string): boolean {
  return text.length <= 80 && LEVEL.test(lower(text.trim()));
}

/** A grade and nothing else, as schools give it: `1,7`, `15 of 20`, `Note 1,7`, `GPA 3.9/4.0`, `First Class Honours`. */
export function isGrade(text: string): boolean {
  const shown = lower(text.trim().slice(0, 80));
  return /^(?:(?:final |overall )?(?:grade|gpa|cgpa|mark|score|note|abschlussnote|gesamtnote|notendurchschnitt|durchschnitt|nota|voto|votazione|media|moyenne|mention|promedio|cijfer|ocena|średnia|résultat)\b.{0,40}|(?:ø\s?)?\d{1,3}(?:[.,]\d{1,3})?\s?%?(?:\s?(?:\/|of|out of|von|sur|de|su|von max\.|z|av)\s?\d{1,3}(?:[.,]\d{1,2})?)?(?:\s?(?:e lode|cum laude|gpa|cgpa|points?|punkte))?|(?:magna |summa |insigni )?cum laude|(?:first|second|third)[- ]class.{0,30}|upper second.{0,30}|2:[12]|distinction|merit|pass(?:ed)?|(?:with )?(?:distinction|honou?rs)|(?:mit auszeichnung|sehr gut|gut|befriedigend|ausreichend|bestanden)(?:\s?\(.{1,8}\))?|(?:très |assez )?bien|passable|sobresaliente|notable|aprobado|matrícula de honor|110 e lode|[a-f][+-]?)$/u.test(
    shown,
  );
}

import { fold } from './fold.ts';
import { whenAsked } from './whenAsked.ts';

/**
 * Legal forms of companies, folded (`fold`) and without dots: `S.p.A.` is `spa`, `A/S` is `as`, `Sp. z o.o.` is
 * `sp z oo`. Forms of several words stand between commas. By country, so that a missing one is soon seen.
 */

/** Behind the name, however they are written: none of them is a word that ends a name. */
const BEHIND = [
  // Germany, Austria, Switzerland, Liechtenstein
  'gmbh, ggmbh, mbh, ges mbh, gesmbh, gmbhg, gug, ag, kgaa, kg aa, kg, cokg, ohg, oeg, gbr, ug, haftungsbeschrankt',
  'ev, eg, ek, ekfm, ekfr, ekfrau, partg, partgmbb, mbb, aor, kdor, sdor, vvag, gesnbr, regenmbh, genmbh, egen, egbr, invag',
  'gmbh ig, gmbh il, gmbh in liquidation, ag in liquidation, aktiengesellschaft, kommanditgesellschaft, eingetragener verein',
  'gesellschaft mbh, gesellschaft mit beschrankter haftung, gemeinnutzige gmbh, anstalt des offentlichen rechts',
  // Europe as a whole
  'se, ewiv, eeig, geie',
  // United Kingdom, Ireland
  'ltd, limited, plc, llp, lp, clg, teoranta, public limited company, limited liability partnership',
  // United States, Canada
  'inc, incorporated, corp, corporation, co, company, llc, lllp, pllc, pbc, ulc, ltee, senc, sencrl, limitee, incorporee',
  'limited liability company',
  // France, Belgium, Luxembourg, French-speaking Switzerland and Africa
  'sarl, sa rl, sas, sasu, sa, snc, scop, eurl, scs, sca, selarl, selas, selarlu, gaec, scea, sccv, scic, sarlu, suarl, sarlau, sarls',
  'gie, asbl, ivzw, aisbl, et cie, cie, societe anonyme, societe a responsabilite limitee, societe par actions simplifiee',
  // Netherlands, Belgium
  'bv, nv, vof, sprl, bvba, ebvba, cvba, scrl, vzw, commv, besloten vennootschap, naamloze vennootschap',
  // Italy
  'srl, srls, sapa, scarl, scpa, soc coop, soc coop arl, soc coop a rl, societa cooperativa, srl unipersonale, spa unipersonale',
  'societa per azioni, societa a responsabilita limitata',
  // Spain, Portugal, Latin America
  'sl, slu, sau, sll, slpu, slne, s coop, lda, unipessoal lda, sgps, sociedad limitada, sociedad anonima',
  'sociedad de responsabilidad limitada, sociedade anonima, sociedade limitada, ltda, limitada, ltda me, ltda epp, eireli me',
  'eireli epp, epp, eireli, eirl, saa, saci, sacif, sadecv, sa de cv, sab de cv, sapi de cv, s de rl, s de rl de cv, srl de cv',
  'sofom enr, sc de rl, spr de rl, de cv, de rl, cia ltda, y cia, cia, sociedad anonima de capital variable, sas bic',
  // Poland, Czechia, Slovakia, Hungary
  'sp z oo, spzoo, sp zoo, z oo, sp k, spk, sp j, sp p, sp z oo sp k, sp z oo sk, spolka akcyjna, spolka jawna',
  'spolka z oo, spolka komandytowa, spolka z ograniczona odpowiedzialnoscia',
  'sro, s ro, spol sro, spol s ro, vos, kft, zrt, nyrt, kkt, akciova spolecnost, korlatolt felelossegu tarsasag',
  // Romania, Bulgaria, Greece
  'srld, srl d, pfa, eood, ood, ead, еоод, оод, еад, αε, επε, ικε, οε, εε, αεβε, μονοπροσωπη ικε',
  // Croatia, Slovenia, Serbia, Bosnia, North Macedonia
  'doo, dd, jdoo, dooel, dno, доо, дооел',
  // Denmark, Norway, Sweden, Finland, Iceland, the Baltics
  'as, asa, aps, ivs, amba, fmba, smba, ab, ab publ, aktiebolag, aktieselskab, anpartsselskab, aksjeselskap, allmennaksjeselskap',
  'ek for, ekonomisk forening, oy, oyj, oyab, oy ab, ab oy, osakeyhtio, hf, ehf, ohf, ou, sia, uab, vsi, osauhing, publ',
  // Turkey
  'sti, ltd sti, tic ltd sti, anonim sirketi, limited sirketi',
  // Russia, Ukraine, Belarus, Kazakhstan, in both scripts
  'ооо, оао, зао, пао, нао, ао, одо, тоо, зат, тов, тзов, прат, пат, чао, чп, уп, чуп, фгуп, гуп, муп, ooo, oao, zao',
  'jsc, pjsc, ojsc, cjsc, prjsc, joint stock company, public joint stock company',
  // The Gulf, Africa
  'psc, qsc, qpsc, kscp, saog, saoc, wll, fze, fzco, fzc, fzllc, fz llc, fz co, dmcc, dwc llc, pty, soc ltd',
  // India, Pakistan, Singapore, Malaysia, Hong Kong, Thailand, Indonesia, the Philippines, Vietnam, Japan, Korea, China
  'pte, pvt, pvt ltd, private limited, pte ltd, sdn bhd, bhd, berhad, sendirian berhad, tbk, persero, kk, gk, yk',
  'kabushiki kaisha, kabushiki gaisha, kabushikigaisha, godo kaisha, yugen kaisha, public company limited, public co ltd, 株, 有, 同, 주, 유',
];

/**
 * Words or initials of another sense: a form only with the dots, the slash or the capitals that one is written with
 * (`Enel S.p.A.` and `Enel SpA`, but `Golden Door Spa`; `K/S`, `s.c.`, `N.A.`).
 */
const BEHIND_IF_MARKED =
  'spa ks is ps ans hb kb ky sc ss sp ad ac ca cv cb na pa pc eu ec ua rt bt da ba kd sf zs me ii ops ee ae epe ike sci scp sac sal mb et ' +
  'uc dac cic sad psa gag keg ses saic opc og ska npc slp sce tmi osk crl pcl pao';

/** Of these the capitals alone are enough; `SpA` counts as its own kind of capitals. */
const CAPITALS_ENOUGH =
  'spa ks ans hb kb ad epe ike sci scp sac sal cic dac sce opc npc slp crl pcl og keg osk tmi ska pao';

/** In front of the name, however they are written. */
const BEFORE = [
  'ооо, оао, зао, пао, нао, одо, тоо, тов, тзов, прат, пат, фгуп, гуп, муп, фгбу, чуп, ooo, ojsc, cjsc, pjsc, prjsc, jsc',
  'публичное акционерное общество, закрытое акционерное общество, открытое акционерное общество, акционерное общество',
  'общество с ограниченной ответственностью, товариство з обмеженою відповідальністю',
  'sarl, eurl, sasu, selarl, scop, aktiebolaget, aktieselskabet, oy, kabushiki kaisha, godo kaisha, 株, 有, 同, 주, 유',
];

/** In front of the name in capitals alone: `PT Sinar`, `UAB Nida`, `АО Север`. */
const BEFORE_IN_CAPITALS = 'ао ип пп ат чп ет эт oao zao pao tov uab sia pt et';

/** In front of the name with dots or a slash alone: `K.K. Umi`, `A/S Fjord`, `S.C. Munte S.R.L.`. */
const BEFORE_IF_MARKED = 'kk gk yk кк nv bv spa srl sc cv pt ks is';

/** Within the name, behind which a branch or place follows (`Kachelwerk GmbH Schweiz`). */
const WITHIN =
  'gmbh ggmbh kg kgaa ohg gbr inc ltd llc llp plc corp pty pte srl sarl sprl bvba ltda bhd tbk kft zrt und';

/** Written without a blank, at either end of a name. */
const JOINED = [
  '株式会社 有限会社 合同会社 合資会社 合名会社 相互会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人 社会福祉法人 医療法人',
  '特定非営利活動法人 独立行政法人 国立大学法人 学校法人 股份有限公司 有限责任公司 有限責任公司 有限公司 股份公司 주식회사 유한회사',
];

/** What says that a card is a company's and no person's, also without any other sign. */
const UNMISTAKABLE =
  'gmbh ggmbh mbh kgaa ohg ltd limited llc llp plc inc incorporated corp corporation sarl eurl srl oyj aps bvba sprl eood ltda kft zrt';

/** A name that is left with one of these alone was the whole name: `PT Solutions`, `UAB Medicine`, `The Company`. */
const NO_NAME =
  'the a an die der das le la les el los il lo de und and et y e partners solutions medicine hospital hospitals health group ' +
  'energy institute consulting engineering abrasives services systems school university bank holding international capital ' +
  'media digital global software technology technologies design studio club team';

/** The forms by where they stand. */
export const legalForms = whenAsked(() => ({
  behind: setOf(BEHIND.join(', '), ', '),
  behindIfMarked: setOf(BEHIND_IF_MARKED, ' '),
  capitalsEnough: setOf(CAPITALS_ENOUGH, ' '),
  before: setOf(BEFORE.join(', '), ', '),
  beforeInCapitals: setOf(BEFORE_IN_CAPITALS, ' '),
  beforeIfMarked: setOf(BEFORE_IF_MARKED, ' '),
  within: setOf(WITHIN, ' '),
  joined: setOf(JOINED.join(' '), ' '),
  unmistakable: setOf(UNMISTAKABLE, ' '),
  noName: setOf(NO_NAME, ' '),
}));

function setOf(row: string, separator: string): ReadonlySet<string> {
  // Folded here as well: what is written in other scripts has letters of several parts.
  return new Set(row.split(separator).map(fold));
}

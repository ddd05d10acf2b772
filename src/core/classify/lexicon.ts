/**
 * Titles and title words by ISCO-08 unit group: `code: phrase, phrase, …`, folded, in English, German, French
 * and Spanish. A phrase is found as whole words; the longest one found in a title decides. German compounds are
 * also found by their last part when the phrase begins with `-` (`-entwickler` finds `Softwareentwickler`).
 */
export const TITLE_LEXICON = `
1112: ministerialdirigent, ministerialdirektor, secretary of state, staatssekretar, burgermeister, mayor
1114: generalsekretar, secretary general, ngo director, verbandsgeschaftsfuhrer
1120: ceo, chief executive officer, chief executive, managing director, geschaftsfuhrer, geschaftsfuhrerin, geschaftsfuhrender gesellschafter, vorstand, vorstandsvorsitzender, vorstandsvorsitzende, founder, co founder, cofounder, grunder, grunderin, mitgrunder, mitgrunderin, directeur general, pdg, director general, general manager, chief of staff, inhaber, inhaberin, owner, managing partner, niederlassungsleiter, president, unternehmer, unternehmerin, entrepreneur, coo, chief operating officer, prokurist, prokuristin
1211: cfo, chief financial officer, finance director, head of finance, leiter finanzen, leiterin finanzen, kaufmannischer leiter, finance manager, directeur financier, director financiero, head of controlling, leiter controlling
1212: chro, hr director, head of hr, head of people, chief people officer, personalleiter, personalleiterin, leiter personal, hr manager, human resources manager, directeur des ressources humaines, drh, people manager
1213: chief strategy officer, head of strategy, leiter strategie, policy manager, head of policy, leiter unternehmensentwicklung, head of corporate development, sustainability manager, nachhaltigkeitsmanager, nachhaltigkeitsmanagerin
1219: office manager, head of administration, verwaltungsleiter, facility manager, leiter verwaltung, head of operations, operations manager
1221: cso, sales director, head of sales, vp sales, vertriebsleiter, vertriebsleiterin, leiter vertrieb, cmo, chief marketing officer, head of marketing, marketing director, marketingleiter, marketingleiterin, leiter marketing, sales manager, directeur commercial, director comercial, chief revenue officer, cro, head of growth, vp marketing, regional sales manager, gebietsverkaufsleiter
1222: head of communications, leiter kommunikation, leiterin unternehmenskommunikation, pr manager, head of communication, kommunikationsleiter, pressesprecher, pressesprecherin
1223: head of research, leiter forschung, r d manager, head of r d, leiter entwicklung, entwicklungsleiter, director of research, head of product, vp product, chief product officer, cpo, product director, head of innovation, innovation manager, innovationsmanager
1321: production manager, produktionsleiter, produktionsleiterin, plant manager, werkleiter, werksleiter, head of manufacturing
1323: construction manager, bauleiter, bauleiterin
1324: supply chain manager, supply chain director, logistics director, director of supply chain, leiter supply chain, leiter beschaffung, logistics manager, logistikleiter, leiter logistik, head of supply chain, einkaufsleiter, leiter einkauf, head of procurement, chief procurement officer
1330: cto, leiter datenplattform, leiter daten, leiter softwareentwicklung, leiter it infrastruktur, chief technology officer, cio, chief information officer, head of it, it leiter, leiter it, it director, vp engineering, head of engineering, head of data, head of data platforms, head of data platform, engineering manager, head of software, it manager, chief data officer, cdo, head of infrastructure, head of software engineering, directeur informatique, head of data science, head of ai, chief digital officer
1342: hospital manager, klinikleiter, klinikdirektor, chefarzt, medical director, arztlicher direktor, pflegedirektor, pflegedienstleitung, pflegedirektorin, chefarztin, head of clinical operations
1344: head of social services, leiter soziale dienste
1345: headmaster, schulleiter, schulleiterin, dean, rector, rektor, rektorin, principal
1346: branch manager bank, filialleiter bank, bank branch manager, head of claims, leiter schaden, head of underwriting
1349: head of legal, general counsel, chief compliance officer
1411: hotel manager, hoteldirektor, hoteldirektorin
1420: store manager, filialleiter, filialleiterin, shop manager
2111: physicist, physiker, physikerin, astronomer
2113: chemist, chemiker, chemikerin
2120: statistician, statistiker, statistikerin, mathematician, mathematiker, mathematikerin, actuary, aktuar, aktuarin, biostatistician
2131: biologist, biologe, biologin, pharmacologist, bioinformatician
2141: industrial engineer, wirtschaftsingenieur, production engineer, process engineer, prozessingenieur, quality engineer, qualitatsingenieur, qualitatsmanager, quality manager
2142: civil engineer, bauingenieur, bauingenieurin, structural engineer, ingenieur civil
2143: environmental engineer, umweltingenieur, umweltingenieurin
2144: mechanical engineer, maschinenbauingenieur, konstrukteur, konstrukteurin, development engineer, entwicklungsingenieur, entwicklungsingenieurin, aerospace engineer, automotive engineer, ingenieur mecanique
2145: chemical engineer, verfahrenstechniker, verfahrensingenieur
2149: engineer, ingenieur, ingenieurin, biomedical engineer, systems engineer, ingeniero, project engineer, projektingenieur
2151: electrical engineer, elektroingenieur, elektroingenieurin
2152: electronics engineer, hardware engineer, embedded engineer
2161: architect, architekt, architektin, architecte, arquitecto, arquitecta
2166: graphic designer, grafikdesigner, grafikdesignerin, ux designer, ui designer, product designer, designer, ux researcher, webdesigner, art director
2211: general practitioner, hausarzt, hausarztin, arzt, arztin, physician, doctor, medecin, medico
2212: surgeon, oberarzt, oberarztin, facharzt, facharztin, assistenzarzt, assistenzarztin, radiologist, cardiologist, anaesthesist, consultant physician
2221: nurse, krankenschwester, krankenpfleger, pflegefachkraft, gesundheits und krankenpfleger, infirmiere, infirmier, enfermera, enfermero
2261: dentist, zahnarzt, zahnarztin
2262: pharmacist, apotheker, apothekerin
2310: professor, professorin, lecturer, dozent, dozentin, associate professor, assistant professor, university lecturer, privatdozent, postdoc, research associate, wissenschaftlicher mitarbeiter, wissenschaftliche mitarbeiterin, profesor, profesora
2330: teacher, lehrer, lehrerin, studienrat, studienratin, gymnasiallehrer, secondary school teacher
2341: primary school teacher, grundschullehrer, grundschullehrerin
2356: it trainer
2411: accountant, buchhalter, buchhalterin, wirtschaftsprufer, wirtschaftspruferin, auditor, steuerberater, steuerberaterin, controller, controllerin, comptable, contable, tax adviser, tax advisor, tax consultant, bilanzbuchhalter, finanzbuchhalter
2412: financial advisor, investment adviser, vermogensberater, wealth manager, portfolio manager, private banker
2413: financial analyst, finanzanalyst, investment analyst, equity analyst, risk manager, risikomanager, investor, investment manager, venture capital, investment banker, underwriter, venture partner
2421: consultant, unternehmensberater, unternehmensberaterin, berater, beraterin, management consultant, strategy consultant, business analyst, process manager, agile coach, scrum master, consultora, consultor, conseiller, revops, revenue operations, project manager, projektmanager, projektmanagerin, projektleiter, projektleiterin, program manager, programme manager, chef de projet, pmo, transformation manager, business development manager, business developer
2422: policy adviser, policy officer, referent, referentin, policy analyst, public affairs manager, regierungsrat, regierungsratin, programme officer
2423: recruiter, headhunter, talent acquisition, personalberater, personalberaterin, personalreferent, personalreferentin, hr business partner, people partner, hr generalist, talent partner, executive search, karriereberater
2424: trainer, personalentwickler, personalentwicklerin, learning and development, coach
2431: marketing manager, marketingmanager, marketingmanagerin, brand manager, product manager, produktmanager, produktmanagerin, product owner, content manager, social media manager, growth manager, gtm, performance marketing, seo, community manager, growth marketer, product marketing manager, marketing specialist, marketing
2432: pr consultant, communications manager, kommunikationsmanager, public relations, communications officer, fundraiser
2433: key account manager, vertriebsingenieur, sales engineer, account executive, technical sales, pharmareferent
2434: it sales, solution sales, presales, sales development representative, customer success, customer success manager, account manager
2511: systems analyst, it consultant, it berater, it beraterin, data scientist, solution architect, solutions architect, enterprise architect, it architekt, data analyst, datenanalyst, machine learning scientist, requirements engineer, it projektleiter, it project manager, data engineer
2512: software engineer, software developer, softwareentwickler, softwareentwicklerin, software architect, entwickler, entwicklerin, developer, -entwickler, -entwicklerin, developpeur, developpeuse, desarrollador, backend engineer, backend developer, full stack developer, fullstack developer, machine learning engineer, ml engineer, ai engineer, devrel, developer advocate, programmer, programmierer, ingenieur logiciel, platform engineer, engineering lead, tech lead
2513: web developer, webentwickler, frontend developer, frontend engineer
2519: qa engineer, test engineer, testingenieur, software tester, test manager
2521: database administrator, datenbankadministrator
2522: system administrator, systemadministrator, sysadmin, site reliability engineer, sre, devops engineer, devops, cloud engineer, it administrator
2523: network engineer, netzwerkadministrator
2529: security engineer, information security officer, ciso, it security, informationssicherheitsbeauftragter, penetration tester
2611: lawyer, rechtsanwalt, rechtsanwaltin, attorney, avocat, avocate, abogado, abogada, legal counsel, syndikusrechtsanwalt, solicitor, barrister, notar, notarin, jurist, juristin, unternehmensjurist
2612: judge, richter, richterin
2619: patent attorney, patentanwalt, compliance officer, compliance manager, datenschutzbeauftragter, data protection officer
2622: librarian, bibliothekar, bibliothekarin
2631: economist, okonom, volkswirt, volkswirtin, economiste, economista
2632: sociologist, soziologe, research scientist, researcher, wissenschaftler, wissenschaftlerin, chercheur, investigador
2634: psychologist, psychologe, psychologin
2635: social worker, sozialarbeiter, sozialarbeiterin, sozialpadagoge, sozialpadagogin
2641: author, autor, autorin, writer, copywriter, technical writer
2642: journalist, journalistin, editor, redakteur, redakteurin, chefredakteur, chefredakteurin, periodista
2643: translator, ubersetzer, ubersetzerin, interpreter, dolmetscher
2654: film director, regisseur, producer
3112: bautechniker, civil engineering technician
3118: draughtsman, technischer zeichner
3212: laboratory technician, mta, laborant
3255: physiotherapist, physiotherapeut, physiotherapeutin
3311: trader, broker, borsenhandler
3313: accounting clerk, payroll
3321: insurance agent, versicherungsmakler, versicherungsvertreter, versicherungskaufmann, versicherungskauffrau
3322: sales representative, aussendienst, vertriebsmitarbeiter, vertriebsmitarbeiterin, sales, vertrieb, verkaufer aussendienst, area sales manager
3323: buyer, einkaufer, einkauferin, purchaser, procurement manager, strategic buyer, strategischer einkaufer, category manager
3332: event manager, veranstaltungsmanager, eventmanagerin
3334: real estate agent, immobilienmakler, immobilienmaklerin
3341: office supervisor
3343: executive assistant, assistent der geschaftsfuhrung, assistentin der geschaftsfuhrung, vorstandsassistentin, personal assistant, chefsekretarin, management assistant
3353: sozialversicherungsfachangestellter, case worker
3355: police inspector, kriminalkommissar
3359: beamter, beamtin, civil servant, verwaltungsfachwirt
3431: photographer, fotograf, fotografin
3512: it support, helpdesk, support engineer, it supporter
4110: office clerk, sachbearbeiter, sachbearbeiterin, kaufmannischer angestellter, burokauffrau, burokaufmann
4120: secretary, sekretar, sekretarin
4222: call center agent, customer service, kundenservice, kundenberater, kundenberaterin
4323: disponent, disponentin, dispatcher
5120: cook, koch, kochin
5223: verkaufer, verkauferin, shop assistant, einzelhandelskauffrau
5311: erzieher, erzieherin, childcare worker
7115: carpenter, zimmerer
7231: kfz mechatroniker, car mechanic, mechatroniker
7411: electrician, elektriker, elektrikerin
8332: lkw fahrer, truck driver
`;

/** Words that say a level, strongest claim first; the first found decides. Folded, four languages. */
export const SENIORITY_LEXICON = `
intern: intern, internship, praktikant, praktikantin, praktikum, werkstudent, werkstudentin, working student, trainee, azubi, auszubildender, auszubildende, apprentice, stagiaire, becario, volontar, alternant
owner: owner, founder, co founder, cofounder, inhaber, inhaberin, grunder, grunderin, mitgrunder, mitgrunderin, gesellschafter, fondateur, fondatrice, fundador, fundadora, self employed, freelancer, freelance, selbststandig, freiberuflich, unternehmer, unternehmerin, entrepreneur
executive: ceo, cto, cfo, coo, cio, cmo, cpo, chro, ciso, cdo, cro, chief executive officer, chief, managing director, geschaftsfuhrer, geschaftsfuhrerin, vorstand, vorstandin, president, directeur general, pdg, director general, managing partner, executive board, staatssekretar, general counsel
director: director, direktor, direktorin, directeur, directrice, directora, vp, svp, evp, vice president, bereichsleiter, bereichsleiterin, chefarzt, chefarztin, hauptabteilungsleiter, professor, professorin, dean, partner, rektor
manager: head of, head, leiter, leiterin, leitung, abteilungsleiter, abteilungsleiterin, -leiter, -leiterin, responsable, jefe, jefa, chef, engineering manager, department manager, general manager, prokurist, referatsleiter, referatsleiterin, sales director, oberarzt, oberarztin, store manager, plant manager, hr manager, it manager
lead: lead, team lead, teamleiter, teamleiterin, teamlead, tech lead, principal, staff, supervisor, gruppenleiter, gruppenleiterin, chef d equipe, schichtleiter, vorarbeiter
senior: senior, sr, expert, experte, expertin, specialist lead, spezialist, confirme
junior: junior, jr, assistant, assistent, assistentin, associate, berufseinsteiger, entry level, graduate, debutant
`;

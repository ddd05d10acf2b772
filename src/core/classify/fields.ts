import { type Found, whenAsked } from './phrases.ts';

/**
 * Fields of work, and the ISCO-08 unit group of who manages them, works in them, does their paper work:
 * `managers[/team leads] professionals clerks: word, word, …`, folded, in English, German, French and Spanish, some in
 * Italian, Dutch and Portuguese. `-` for a group says that the words are too vague for it; words that begin with `-`
 * are the ends of compounds; `*` marks fields whose "manager" (`Warehouse Manager`) leads people, not a thing. The
 * longest word found decides.
 */
const FIELDS = `
1211 2411 3313: finance, finances, financial, finanzen, finanz, finanzwesen, finanzwirtschaft, finanzas, financas, finanza, accounts, accounting, buchhaltung, finanzbuchhaltung, rechnungswesen, konzernrechnungswesen, bilanzierung, konsolidierung, consolidation, comptabilite, contabilidad, contabilita, tesoreria, tresorerie, treasury, controlling, -controlling, controle de gestion, control de gestion, fp a, fp and a, financial planning, financial planning and analysis, financial reporting, steuern, tax, taxes, fiscalite, fiscalidad, impuestos, audit, internal audit, interne revision, revision, konzernrevision, auditoria, auditoria interna, kostenrechnung, kreditoren, debitoren, kreditorenbuchhaltung, debitorenbuchhaltung, anlagenbuchhaltung, hauptbuchhaltung, accounts payable, accounts receivable, record to report, administration et finances, administracion y finanzas, finanzplanung, boekhouding, kaufmannische verwaltung, transfer pricing
1211 3313 4313: payroll, lohn, lohnbuchhaltung, entgeltabrechnung, entgelt, gehaltsabrechnung, lohnabrechnung, lohn und gehalt, lohn und gehaltsabrechnung, lohn und gehaltsbuchhaltung, paie, nominas, personalabrechnung, personalverrechnung, lohnverrechnung
1211 4214 4214: forderungsmanagement, mahnwesen, inkasso, collections, credit control, recouvrement, cobros, debitorenmanagement
1211 3313 4311: fakturierung, faktura, rechnungsprufung, invoicing, billing, facturacion, facturation
1211 2413 4312: corporate finance, m a, mergers and acquisitions, mergers acquisitions, investment, investments, beteiligungen, beteiligungsmanagement, capital markets, kapitalmarkt, fusions acquisitions, fusiones y adquisiciones, inversiones, investissements, project finance, structured finance, deals
1219 2413 4312: risk, risk management, risikomanagement, risikocontrolling, risiko, risques, gestion des risques, riesgos, gestion de riesgos, enterprise risk management, credit risk, market risk, kreditrisiko
1212 2423 4416: hr, human resources, human resource, personal, personalwesen, personalmanagement, personalabteilung, people, people and culture, people culture, people operations, people ops, people experience, ressources humaines, rh, recursos humanos, rrhh, risorse umane, talent, talents, talent acquisition, talent management, recruiting, recruitment, recrutement, seleccion, reclutamiento, personalbeschaffung, personalgewinnung, personalbetreuung, personalmarketing, personalplanung, employer branding, compensation and benefits, comp and ben, compensation benefits, total rewards, hr operations, hr business partnering, human capital, capital humano, diversity, dei, diversity and inclusion, employee experience, hr analytics, people analytics, employee relations, relations sociales, relaciones laborales, personeelszaken, gente y cultura, personal und organisation, workforce management
1212 2424 4416: personalentwicklung, learning and development, learning development, l d, l and d, training, learning, aus und weiterbildung, weiterbildung, ausbildung, formation, formation professionnelle, formacion, organizational development, talent development, leadership development, enablement, sales enablement, fuhrungskrafteentwicklung, fort und weiterbildung
1222 2431 2431: marketing, -marketing, marketing und vertrieb, marketing und kommunikation, marketing and communications, marketing communication, marketing et communication, marketing y comunicacion, brand, brand management, branding, growth, growth marketing, crm, content, content marketing, social media, demand generation, demand gen, product marketing, field marketing, digital marketing, marktforschung, market research, market intelligence, customer insights, consumer insights, kampagnen, campaigns, kampagnenmanagement, werbung, advertising, publicite, publicidad, media, seo, sea, lifecycle, marke, marken, markenfuhrung, mercadotecnia, performance, performance marketing, influencer marketing, retention, acquisition marketing, pricing
1222 2432 2432: communications, communication, kommunikation, -kommunikation, unternehmenskommunikation, corporate communications, konzernkommunikation, interne kommunikation, internal communications, external communications, pr, public relations, presse, pressestelle, offentlichkeitsarbeit, presse und offentlichkeitsarbeit, comunicacion, comunicacion interna, relations publiques, relations presse, relaciones publicas, media relations, comunicazione, comunicacao, community, community management, fundraising, investor relations, employee communications, corporate affairs
1222 3332 3332: event, events, veranstaltungen, veranstaltungsmanagement, eventmanagement, event management, eventos, evenementiel, messe, messen, messen und events, kongresse, conferences
1213 2422 2422: public affairs, policy, public policy, politik, -politik, government affairs, government relations, affaires publiques, asuntos publicos, affaires europeennes, external affairs
1221 3322 3322: sales, -sales, vertrieb, -vertrieb, vertriebs, verkauf, verkaufs, vente, ventes, ventas, commercial, commerciale, comercial, vendite, vendas, verkoop, innendienst, vertriebsinnendienst, verkaufsinnendienst, aussendienst, vertriebsaussendienst, new business, sales and marketing, sales marketing, vertrieb und marketing, verkauf und marketing, commercial et marketing, comercial y marketing, ventas y marketing, b2b sales, inside sales, field sales, direct sales, account management, partnerships, partner management, alliances, channel, channel sales, partnervertrieb, kundenmanagement, revenue, gtm, go to market, sales development, vertriebssteuerung, gestion comercial, developpement des ventes, clientele
1221 2433 3322: key account, key accounts, key account management, grosskunden, grands comptes, comptes cles, grandes cuentas, technischer vertrieb, technical sales
1221 2421 4110: business development, geschaftsentwicklung, developpement commercial, developpement, desarrollo de negocio, desarrollo de negocios, sales operations, sales ops, revenue operations, revops, gtm operations, marketing operations, vertriebsmanagement, sales excellence, commercial excellence, kundenprojekte
1221 2434 4222: customer success, customer success management, presales, pre sales, solutions engineering, solution engineering, sales engineering, solutions, onboarding, exito del cliente, reussite client, succes client, avant vente, preventa, it vertrieb, software sales, enterprise sales, professional services
1221 2431 4222: customer experience, cx, kundenerlebnis, experience client, experiencia de cliente, loyalty
1221 2431 2431: e commerce, ecommerce, online shop, onlineshop, marketplaces, online sales, comercio electronico, onlinehandel, digital sales, digital commerce
1221/3341 4222 4222: customer service, customer services, customer support, customer care, customer operations, kundenservice, kundendienst, kundenbetreuung, kundenberatung, kundendialog, service client, relation client, service clients, relations clients, atencion al cliente, servicio al cliente, contact center, contact centre, call center, callcenter, servicio de atencion al cliente, reklamation, reklamationen, beschwerdemanagement, klantenservice, servizio clienti, after sales, aftersales, aftersales service, apres vente, sav, postventa
1221 - -: account, client services, markets, markt, markte, export sales
1221 4110 4110: auftragsabwicklung, auftragsbearbeitung, order processing, order fulfillment, auftragszentrum, administration des ventes, adv, administracion de ventas, angebotserstellung, angebotsmanagement, bid management
1330 2511 3512: it, informatik, informationstechnik, informationstechnologie, edv, information technology, informatique, systeme d information, systemes d information, systemes information, sistemas, sistemas de informacion, ti, tecnologia, tecnologias, technology, digital, digitales, digitalisierung, -digitalisierung, digitalization, digitalisation, digitale transformation, digital transformation, transformation digitale, transformacion digital, erp, sap, it management, it strategie, it strategy, anwendungen, applications, application management, applikationen, applikationsmanagement, enterprise architecture, it architektur, it architecture, it projekte, it projects, it projektmanagement, it project management, it consulting, digital solutions, digital products, digital innovation, crm systems, hr it, it applications, wirtschaftsinformatik, requirements engineering, anforderungsmanagement, business applications
1330* 2522 3512: it infrastruktur, it infrastructure, infrastructure, it betrieb, it operations, cloud, cloud infrastructure, cloud operations, devops, platform, rechenzentrum, data center, it services, it service, it service management, systemadministration, systems, sre, site reliability, site reliability engineering, infrastructure et operations, systeme, it systeme, workplace services
1330 3512 3512: it support, it service desk, helpdesk, service desk, it helpdesk, support informatique, soporte tecnico, soporte informatico, technical support, user support, support technique, user helpdesk, second level support, application support
1330 2523 3513: it netzwerk, it netzwerke, network engineering, network operations, reseaux
1330* 2512 2512: software, softwareentwicklung, -softwareentwicklung, software development, software engineering, anwendungsentwicklung, backend, mobile, developpement logiciel, desarrollo de software, desarrollo software, app entwicklung, programmierung, embedded software, platform engineering, devrel, developer relations, developer experience, informatique logicielle, backend engineering, mobile engineering, backend development, fullstack
1330 2513 2513: frontend, web development, webentwicklung, developpement web, desarrollo web, frontend development, frontend engineering, web
1330 2149 3119: engineering
1330 2519 2519: qa, software testing, testing, testmanagement, test automation, testautomatisierung, software quality, qa engineering, software test
1330 2511 2511: data, daten, data science, data and analytics, data analytics, data and ai, data ai, analytics, business intelligence, business analytics, bi, data engineering, ai, ki, kunstliche intelligenz, artificial intelligence, machine learning, ml, deep learning, datenanalyse, datenanalysen, data platform, data platforms, datenplattform, datenmanagement, data management, data governance, datos, donnees, inteligencia artificial, intelligence artificielle, ia, big data, insights, generative ai, genai, analitica, master data, stammdaten, stammdatenmanagement, bi und analytics, data strategy, process mining
1330 2529 2529: information security, it security, it sicherheit, informationssicherheit, cyber security, cybersecurity, cyber, security operations, seguridad informatica, seguridad de la informacion, securite informatique, securite des systemes d information, ciberseguridad, cybersecurite, application security, product security, cloud security, security engineering, cyber defense, security and compliance
1330 - -: security
1219 5414 5414: werkschutz, corporate security, konzernsicherheit, unternehmenssicherheit, objektschutz, physical security, surete, wachdienst, brandschutz
1219 2263 3257: hse, ehs, she, health and safety, arbeitssicherheit, arbeitsschutz, occupational safety, occupational health, safety, environment health and safety, umweltschutz, umweltmanagement, qhse, hsse, prevencion, prevencion de riesgos laborales, securite au travail, qse, hygiene securite environnement, seguridad y salud, sicherheit und gesundheit, betriebliches gesundheitsmanagement, gesundheitsmanagement, umwelt, umwelt und arbeitssicherheit
1324 3323 3323: einkauf, -einkauf, einkaufs, purchasing, procurement, beschaffung, -beschaffung, sourcing, achat, achats, compra, compras, acquisti, supplier management, lieferantenmanagement, category management, strategischer einkauf, operativer einkauf, technischer einkauf, vergabe, inkoop, purchasing and logistics, einkauf und logistik, warengruppenmanagement, strategic sourcing, strategic procurement, approvisionnements
1324* 4323 4323: logistik, -logistik, logistics, logistics operations, supply chain, supply chain management, scm, transport, transporte, transports, transportes, transportation, transport und logistik, logistique, logistica, spedition, distribution, distribucion, fuhrpark, flotte, flotten, fleet, fleet management, fuhrparkmanagement, tourenplanung, verkehr, logistiek, logistikplanung, cadena de suministro, chaine logistique, exploitation transport
1324* 4321 4321: lager, lagerwesen, warehouse, warehousing, wareneingang, warenausgang, versand, shipping, entrepot, almacen, almacenes, kommissionierung, lagerlogistik, fulfillment, fulfilment, inventory, inventory management, magazzino, magazin lager, intralogistik, stock, stocks, bestandsmanagement lager, warenwirtschaft, retouren
1324 4322 4322: demand planning, supply planning, supply chain planning, s op, s and op, bedarfsplanung, materialdisposition, disposition, auftragsmanagement, order management, planificacion de la demanda, previsions, materialplanung, produktionsplanung, production planning, produktionssteuerung, fertigungssteuerung, materialwirtschaft, planification, ordonnancement, planificacion, replenishment, forecasting
1324 3331 3331: zoll, customs, export, import, import export, import und export, export und zoll, zoll und export, zollabwicklung, zoll und aussenwirtschaft, aussenwirtschaft, aussenhandel, douane, douanes, aduanas, comercio exterior, exportabwicklung, seefracht, luftfracht, air freight, sea freight, ocean freight
1321*/3122 2141 8189: produktion, -produktion, production, manufacturing, fertigung, -fertigung, montage, -montage, endmontage, herstellung, produccion, fabrication, produzione, productie, assembly, plant, werk, industrial operations, produktionstechnik, lean, lean management, operational excellence, continuous improvement, amelioration continue, mejora continua, arbeitsvorbereitung, prozessoptimierung, process engineering, verfahrenstechnik, fertigungstechnik, industrial engineering, manufacturing operations, production operations, produktion und technik, abfullung, kaizen
1321* 3115 3115: instandhaltung, maintenance, wartung, mantenimiento, manutenzione, technischer dienst, technischer service, field service, feldservice, servicetechnik, technischer kundendienst, service technique, services techniques, technical service, technical services, wartung und instandhaltung, betriebstechnik, inbetriebnahme, commissioning
1321 2149 3119: technik, technique, technical, technisch, netzplanung, netzbetrieb, netzmanagement, netzausbau, netze, stromnetze, anlagenplanung, anlagenbau, fabrikplanung, werksplanung, asset management netze, kraftwerke, erzeugung, windparks, energieerzeugung, betriebsfuhrung, technische planung, technische entwicklung, industrie, industrialisierung, industrialisation, process technology, elektrotechnik, elektroplanung, network planning, grid planning, anlagen
1321 - -: -technik
1112 2422 2422: regionalentwicklung, wirtschaftsentwicklung, stadtentwicklung, quartiersentwicklung, handelsentwicklung, dorfentwicklung, wirtschaftsforderung, gleichstellung, internationale zusammenarbeit, entwicklungszusammenarbeit, cooperation internationale
1330 2153 3522: telekommunikation, telecommunications, telecom, telecoms, telecomunicaciones
1219* 2421 4110: operations, operaciones, operation, operations, business operations, ops, bizops, betrieb, operazioni
1223* 2144 3118: konstruktion, -konstruktion, mechanische konstruktion, mechanical engineering, mechanical design, bureau d etudes, oficina tecnica, entwicklung und konstruktion
1223* 2149 3119: entwicklung, -entwicklung, forschung und entwicklung, r d, r and d, rd, f e, f und e, research and development, research development, recherche et developpement, i d, investigacion y desarrollo, ricerca e sviluppo, product development, produktentwicklung, vorentwicklung, hardware, hardwareentwicklung, systems engineering, product engineering, hardware engineering, developpement produit, desarrollo de producto, etudes et developpement
1223* 2152 3114: elektronikentwicklung, elektronik, electronics, embedded systems, hardware electronics
1223* - -: research, forschung, recherche, investigacion, development, innovation, innovacion, innovationen, innovationsmanagement, product, products, produkt, produkte, produit, produits, producto, productos, prodotto, hardware products, venture building, science, wissenschaft
1223 2431 2431: produktmanagement, -produktmanagement, product management, gestion de producto, product operations, product ops, product ownership, sortiment, sortimentsmanagement, category
1223 2166 2166: design, ux, ui, ux design, ux ui, ux ui design, ui design, product design, user experience, diseno, diseno grafico, grafik, grafikdesign, mediengestaltung, service design, design ux, interaction design, user research
1222 2166 2166: creative, kreation, creation, creatividad, art direction
1223* 2131 3212: clinical operations, clinical development, clinical research, medical affairs, klinische forschung, affaires medicales, clinical trials, pharmakovigilanz, pharmacovigilance, drug safety, preclinical, biotechnologie, biologie
1223* 3111 3111: labor, laboratory, lab, laboratorio, laboratoire, analytik, analytical services
1219 2141 3119: qualitat, quality, qualitatsmanagement, qualitatssicherung, qualitatskontrolle, quality assurance, quality management, quality control, qualite, calidad, qm, qs, qualita, qualidade, assurance qualite, control de calidad, controle qualite, supplier quality, lieferantenqualitat, kwaliteit, quality engineering, qualitat und umwelt
2611 2611 3342: legal, recht, law, juridique, juridiques, affaires juridiques, legal affairs, rechtsabteilung, juridica, juridico, asuntos juridicos, legales, legale, legal department, arbeitsrecht, vertragsrecht, gesellschaftsrecht, steuerrecht, vergaberecht, baurecht, konzernrecht, legal and compliance, recht und compliance, droit social, droit des affaires, it recht
1219 2619 2619: compliance, conformite, cumplimiento, cumplimiento normativo, datenschutz, data protection, data privacy, privacy, regulatory, regulatory affairs, affaires reglementaires, asuntos regulatorios, aml, kyc, geldwasche, geldwaschepravention, exportkontrolle, zoll und exportkontrolle, export control, trade compliance, governance, corporate governance, contract management, vertragsmanagement, contracts, ip, patente, patent, intellectual property, propriete intellectuelle, financial crime, legal operations, ethics and compliance, governance risk and compliance, grc, proteccion de datos, protection des donnees, zulassung
1213 2421 4110: strategy, strategie, -strategie, unternehmensstrategie, konzernstrategie, unternehmensentwicklung, corporate development, corporate strategy, strategic planning, strategische planung, unternehmensplanung, estrategia, strategia, strategy and operations, strategy operations, strategy and business development, planning, planung, impact, sustainability, nachhaltigkeit, nachhaltigkeitsmanagement, esg, csr, corporate social responsibility, corporate responsibility, sostenibilidad, rse, developpement durable, sostenibilita, klimaschutz, sustainable development, climate, circular economy, venture development, organisationsentwicklung, organisation, organisation und prozesse, organizacion
1219 2421 4110: projektmanagement, project management, projekte, projects, proyecto, proyectos, projet, projets, progetti, pmo, transformation, transformacion, business transformation, change management, change, prozessmanagement, process management, prozesse, processes, procesos, process excellence, agile, programme management, program management, programme, programs, special projects, sonderprojekte, inhouse consulting, business process management, projektsteuerung, shared services, portfolio management office
1219* 4110 4110: facility, facilities, facility management, facilities management, gebaudemanagement, liegenschaften, services generaux, moyens generaux, servicios generales, workplace, zentrale dienste, interne dienste, administration, verwaltung, administracion, administrative, administratif, administrative services, administratie, office, office management, back office, backoffice, buromanagement, kaufmannische dienste, allgemeine verwaltung, sachbearbeitung
1219 4120 4120: sekretariat, secretariat, vorzimmer
1219 3334 3334: immobilien, -immobilien, real estate, property, property management, immobilier, inmobiliaria, immobilienmanagement, vermietung, wohnungswirtschaft, mietverwaltung, hausverwaltung, immobilienverwaltung, wohnungsverwaltung, gestion immobiliere, lettings, immobilienwirtschaft, corporate real estate
1323* 2142 3112: bau, hochbau, tiefbau, -bauprojekte, construction, bauprojekte, baumanagement, projektleitung bau, construccion, obra, obras, travaux, ingenieurbau, strassenbau, bauabteilung, bauplanung, bauwesen, genie civil, building projects
1345* 2359 4110: bildung, -bildung, education, schule, academy, akademie, volkshochschule, studium und lehre, educacion, enseignement, educational programs, kulturelle bildung, studienberatung, erwachsenenbildung, programme akademie
1342* 2221 5321: pflege, pflegedienst, nursing, enfermeria, soins, soins infirmiers, intensivstation, intensivpflege, stationare pflege, krankenpflege, notaufnahme, op pflege, klinik pflege
1343* 5321 5321: altenpflege, seniorenheim, pflegeheim, wohnbereich, seniorenzentrum
1343* 5322 5322: ambulante pflege, home care, ambulanter pflegedienst
1344* 2635 3412: soziale dienste, sozialdienst, soziale arbeit, social services, jugendhilfe, eingliederungshilfe, sozialwesen, kinder und jugendhilfe, servicios sociales, action sociale, sozialarbeit, jugendarbeit, soziales, migration und integration, beratungsstelle, sozialpadagogik
1341* 5311 5311: kita, kindertagesstatte, kindergarten, krippe, kinderkrippe, hort, creche, guarderia
1346 3312 4312: firmenkunden, privatkunden, geschaftskunden bank, corporate banking, private banking, retail banking, personal banking, commercial banking, banking, kredit, kredite, kreditgeschaft, kreditabteilung, credit, lending, marktfolge, wealth management, baufinanzierung, privatkundengeschaft, firmenkundengeschaft, transaction banking, banque privee, banca privada
1346 2412 4312: asset management, vermogensverwaltung, portfolio management, fund management, vermogensmanagement, fondsmanagement, portfoliomanagement, gestion de patrimoine, gestion de activos
1346 3311 4312: trading, wertpapiere, wertpapierhandel, handel und trading, global markets, brokerage
1346 3315 3315: schaden, schadens, schadenregulierung, schadensregulierung, schadenmanagement, schadenbearbeitung, schadenabteilung, claims, claims management, sinistres, siniestros, leistungsabteilung, kfz schaden, sachschaden, haftpflichtschaden, leistungsbearbeitung, leistung und schaden
1346 2413 4312: underwriting, zeichnung, suscripcion, souscription, rating
1346 3321 4312: versicherung, versicherungen, insurance, assurance, assurances, seguros, vertrag leben, lebensversicherung, krankenversicherung, sachversicherung, policenverwaltung, vertragsverwaltung, kraftfahrtversicherung
1112 3359 3359: bauamt, ordnungsamt, burgeramt, hauptamt, stadtverwaltung, standesamt, kammerei, einwohnermeldeamt, gemeindeverwaltung, burgerservice, offentliche verwaltung, burgerburo, kommunalverwaltung, offentlicher dienst
1112 3352 3352: finanzamt, steuerverwaltung
1112 3353 3353: jobcenter, sozialamt, leistungsgewahrung, wohngeld, arbeitsagentur, grundsicherung, rentenversicherung
1112 3354 3354: auslanderbehorde, auslanderamt, gewerbeamt, fuhrerscheinstelle, zulassungsstelle
2642 2642 2641: redaktion, editorial, newsroom, redaccion, lokalredaktion, onlineredaktion, nachrichten, journalismus
1412* 5131 5131: food and beverage, f b, f and b, gastronomie, restauration, restaurants, hosteleria, service gastronomie, bankett, food beverage
1411* 4224 4224: front office, rezeption, reception hotel, reservierung, reservations, rooms division, guest relations, guest experience
5151 5151 9112: housekeeping, hauswirtschaft, reinigung, gebaudereinigung, hausreinigung
3434 5120 9412: kuche, kitchen, cuisine, cocina, cucina
1420* 5223 5223: retail, retail operations, einzelhandel, filialen, filiale, stores, store operations, tienda, tiendas, magasin, magasins, store, merchandising
`;

type Kind = 'manager' | 'lead' | 'professional' | 'clerk';
const KINDS: readonly Kind[] = ['manager', 'lead', 'professional', 'clerk'];

/** Words that say what somebody is to a field; folded, feminine forms and phrases included. */
const ROLES: Readonly<Record<Kind, string>> = {
  manager:
    'head, director, direktor, direktorin, directeur, directrice, directora, direttore, direttrice, diretor, ' +
    'diretora, vp, svp, evp, avp, vice president, senior vice president, vizeprasident, vizeprasidentin, leiter, ' +
    'leiterin, leitung, bereichsleiter, bereichsleiterin, bereichsleitung, abteilungsleiter, abteilungsleiterin, ' +
    'abteilungsleitung, hauptabteilungsleiter, hauptabteilungsleiterin, ressortleiter, ressortleiterin, ' +
    'fachbereichsleiter, fachbereichsleiterin, geschaftsbereichsleiter, geschaftsbereichsleiterin, responsable, ' +
    'responsabile, chef, cheffe, chefin, chef de service, cheffe de service, chef du service, jefe, jefa, gerente, ' +
    'jefe de departamento, jefa de departamento, directeur adjoint, directrice adjointe, subdirector, subdirectora, ' +
    'vorstand, vorstandin, hoofd, chief, head of department, department head',
  lead:
    'teamleiter, teamleiterin, teamleitung, gruppenleiter, gruppenleiterin, gruppenleitung, team lead, team leader, ' +
    'teamlead, teamleader, team manager, team head, lead, supervisor, superviseur, superviseuse, supervisora, ' +
    'chef d equipe, cheffe d equipe, jefe de equipo, jefa de equipo, responsable d equipe, schichtleiter, ' +
    'schichtleiterin, schichtfuhrer, sachgebietsleiter, sachgebietsleiterin, sachgebietsleitung, fachgruppenleiter, ' +
    'leading, shift leader, teamkoordinator, teamkoordinatorin, encargado, encargada, teamleider, leitend, ' +
    'leitende, leitender',
  professional:
    'referent, referentin, fachreferent, fachreferentin, spezialist, spezialistin, specialist, specialiste, experte, ' +
    'expertin, expert, experte fur, fachexperte, fachexpertin, experto, experta, koordinator, koordinatorin, ' +
    'coordinator, koordination, officer, manager, managerin, generalist, generalistin, advisor, adviser, ' +
    'executive, associate, charge, chargee, tecnico, tecnica, especialista, coordinador, coordinadora, coordinateur, ' +
    'coordinatrice, gestor, gestora, professional, business partner, beauftragter, beauftragte, beauftragter fur, ' +
    'fachkraft, trainee, werkstudent, werkstudentin, werksstudent, werksstudentin, working student, praktikant, ' +
    'praktikantin, praktikum, pflichtpraktikum, intern, internship, stagiaire, stage, alternant, alternante, ' +
    'alternance, apprenti, apprentie, becario, becaria, practicas, en practicas, azubi, auszubildender, ' +
    'auszubildende, ausbildung, ausbildung zum, ausbildung zur, dualer student, duale studentin, dual student, ' +
    'duales studium, dhbw student, dhbw studentin, volontar, volontarin, estagiario, estagiaria, stagista, ' +
    'tirocinante, graduate',
  clerk:
    'sachbearbeiter, sachbearbeiterin, sachbearbeitung, mitarbeiter, mitarbeiterin, mitarbeit, assistent, ' +
    'assistentin, assistenz, assistant, assistante, auxiliar, administrativo, administrativa, clerk, administrator, ' +
    'administratorin, employe, employee, gestionnaire, asistente, aushilfe, kaufmannischer mitarbeiter, ' +
    'kaufmannische mitarbeiterin, kaufmannischer sachbearbeiter, kaufmannische sachbearbeiterin, agent, agente, ' +
    'medewerker, addetto, addetta, impiegato, impiegata, fachangestellter, fachangestellte',
};

/** Ends of German compounds: `Vertriebsleiterin`, `Einkaufssachbearbeiter`. */
const COMPOUND_ENDS: Readonly<Record<Kind, string>> = {
  manager: 'bereichsleiter bereichsleiterin leiter leiterin leitung chef chefin direktor direktorin vorstand',
  lead: 'teamleiter teamleiterin gruppenleiter gruppenleiterin',
  professional:
    'referent referentin manager managerin spezialist spezialistin koordinator koordinatorin experte expertin ' +
    'beauftragter beauftragte werkstudent werkstudentin praktikant praktikantin fachkraft',
  clerk:
    'sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin assistent assistentin assistenz sachbearbeitung ' +
    'fachangestellter fachangestellte',
};

/** Words between a role and its field, or around both, that change neither. */
const BETWEEN: ReadonlySet<string> = new Set(
  (
    'of de du des la le les l d el los las del al en y et e i and und im in fur for bereich bereichs abteilung area ' +
    'departamento departement department dept team group gruppe konzern corporate global globale regional ' +
    'international internationaler internationale national nationale dach emea apac latam europe europa eu ' +
    'deutschland germany france espana spain schweiz osterreich iberia nord sud ost west ' +
    'fachbereich geschaftsbereich division service unit referat sachgebiet ressort stabsstelle pole direction ' +
    'direccion equipo equipe senior sr junior jr lead principal deputy stellvertretender stellvertretende stellv stv ' +
    'interim kommissarischer kommissarische group groupe grupo operative operativer operativen strategische ' +
    'strategischer strategischen strategisches technische technischer zentraler zentrale allgemeine interne ' +
    'zum zur als bwl b2b b2c'
  ).split(' '),
);

interface Field {
  codes: Readonly<Record<Kind, string | null>>;
  managersLead: boolean;
}

interface Tables {
  fields: ReadonlyMap<string, Field>;
  fieldEnds: readonly (readonly [string, Field])[];
  longestField: number;
  roles: ReadonlyMap<string, Kind>;
  longestRole: number;
  compoundEnds: readonly (readonly [string, Kind])[];
}

const tables = whenAsked((): Tables => {
  const fields = new Map<string, Field>();
  const fieldEnds: [string, Field][] = [];
  let longestField = 1;
  for (const line of FIELDS.trim().split('\n')) {
    const [codes = '', words = ''] = line.split(': ');
    const field = readField(codes);
    for (const word of words.split(', ')) {
      if (word.startsWith('-')) fieldEnds.push([word.slice(1), field]);
      else if (!fields.has(spelt(word))) fields.set(spelt(word), field);
      longestField = Math.max(longestField, word.split(' ').length);
    }
  }
  const roles = new Map<string, Kind>();
  let longestRole = 1;
  for (const kind of KINDS) {
    for (const phrase of ROLES[kind].split(', ')) {
      if (!roles.has(phrase)) roles.set(phrase, kind);
      longestRole = Math.max(longestRole, phrase.split(' ').length);
    }
  }
  const compoundEnds = KINDS.flatMap((kind) =>
    COMPOUND_ENDS[kind].split(' ').map((end): [string, Kind] => [end, kind]),
  ).sort((a, b) => b[0].length - a[0].length);
  return { fields, fieldEnds, longestField, roles, longestRole, compoundEnds };
});

/** Reads `managers[*][/team leads] professionals clerks`. */
function readField(codes: string): Field {
  const [managers = '', professional = '-', clerk = '-'] = codes.split(' ');
  const [manager = '-', lead] = managers.replace('*', '').split('/');
  const known = (code: string): string | null => (code === '-' ? null : code);
  return {
    codes: {
      manager: known(manager),
      lead: known(lead ?? professional) ?? known(manager),
      professional: known(professional),
      clerk: known(clerk),
    },
    managersLead: managers.includes('*'),
  };
}

/** As `wordsOf` leaves the words of a title: without its fillers. */
function spelt(phrase: string): string {
  return phrase === 'm a' ? 'm' : phrase;
}

/**
 * What a title that names a role and a field says: `Head of Procurement`, `Procurement Specialist`, `Leiterin
 * strategischer Einkauf`, `Einkaufsleiter`, `Jefa de compras`, a field alone. `words` are folded (`wordsOf`), `silent`
 * those that say a level and are not counted. `null` when it is nothing of this kind.
 */
export function findRoleInField(words: readonly string[], silent: ReadonlySet<string>): Found | null {
  let start = 0;
  while (start < words.length && BETWEEN.has(words[start] as string) && roleAt(words, start) === null)
    start++;
  const role = roleAt(words, start);
  let found: Stretch | null = null;
  if (role !== null) found = fieldAfter(words, start, role);
  found ??= compoundAt(words, start) ?? fieldBefore(words, start);
  if (found === null) return null;
  const managing = MANAGERS.test(found.role) && found.field.managersLead;
  let code = found.field.codes[managing ? 'manager' : found.kind];
  if (code === null) return null;
  if (TECHNICIANS.test(found.role) && code.startsWith('21')) code = '3119';
  const counted = words.slice(start, found.end).filter((word) => !silent.has(word)).length - found.unknown;
  return {
    code,
    phrase: words.slice(start, found.end).join(' '),
    words: counted,
    of: words.filter((word) => !silent.has(word)).length,
    at: start,
  };
}

interface Stretch {
  field: Field;
  kind: Kind;
  /** Behind the last word that belongs to it. */
  end: number;
  /** Words inside that say nothing known. */
  unknown: number;
  /** The word of the role, empty where a field stands alone. */
  role: string;
}

interface Role {
  kind: Kind;
  length: number;
  word: string;
}

function fieldAfter(words: readonly string[], start: number, role: Role): Stretch | null {
  let at = start + role.length;
  let unknown = 0;
  const english = ENGLISH_ROLES.has(role.word) || words[at] === 'of';
  for (; at < words.length; at++) {
    const fields = fieldsAt(words, at);
    if (fields !== null) {
      let end = fields.end;
      // `Chief Procurement Officer`; other officers come after their field, `Compliance Officer`.
      if (role.word === 'chief') {
        if (words[end] !== 'officer') return null;
        end++;
      }
      const field = english ? fields.last : fields.first;
      return { field, kind: role.kind, end, unknown, role: role.word };
    }
    if (BETWEEN.has(words[at] as string)) continue;
    if (++unknown > 1) return null;
  }
  return null;
}

function fieldBefore(words: readonly string[], start: number): Stretch | null {
  const fields = fieldsAt(words, start);
  if (fields === null) return null;
  for (let at = fields.end; at < words.length; at++) {
    const role = roleAt(words, at);
    if (role !== null) {
      return {
        field: fields.last,
        kind: role.kind,
        end: at + role.length,
        unknown: 0,
        role: role.word,
      };
    }
    if (!BETWEEN.has(words[at] as string)) return null;
  }
  return { field: fields.first, kind: 'professional', end: fields.end, unknown: 0, role: '' };
}

/** A word that says little: of people in some fields, of a thing in others. */
const MANAGERS = /^manager(?:in)?$/;
/** Engineers' fields have technicians, offices have none: `técnico de calidad`, `técnica de marketing`. */
const TECHNICIANS = /^tecnic[oa]$/;

/** Roles whose field is an English compound: its last noun says which, `Head of Insurance Claims`. */
const ENGLISH_ROLES: ReadonlySet<string> = new Set([
  'head',
  'vp',
  'svp',
  'evp',
  'avp',
  'vice president',
  'senior vice president',
  'chief',
  'team lead',
  'team leader',
]);
/** Last nouns of compounds that say less than what stands before them: `Finance Operations`. */
const VAGUE: ReadonlySet<string> = new Set([
  'operations',
  'ops',
  'office',
  'solutions',
  'systems',
  'projects',
  'programs',
  'services',
  'platform',
  'development',
  'innovation',
  'planning',
  'insights',
  'training',
  'technology',
]);
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'und', 'y', 'et', 'e', 'i']);

function compoundAt(words: readonly string[], at: number): Stretch | null {
  const word = words[at] ?? '';
  for (const [end, kind] of tables().compoundEnds) {
    if (word.length <= end.length + 1 || !word.endsWith(end)) continue;
    const stem = word.slice(0, -end.length);
    const field =
      tables().fields.get(stem) ?? tables().fields.get(stem.replace(/(?:en|s)$/, '')) ?? endingOf(stem);
    if (field !== undefined) return { field, kind, end: at + 1, unknown: 0, role: end };
  }
  return null;
}

/**
 * The fields that stand at `from`, `null` for none: the first of them, the last noun of the first compound
 * (`Insurance Claims`, but not behind `and`), and the place behind all that follow (`Finanzen und Controlling`).
 */
function fieldsAt(words: readonly string[], from: number): { first: Field; last: Field; end: number } | null {
  const first = fieldAt(words, from);
  if (first === null) return null;
  let last = first.field;
  let end = from + first.length;
  let joined = true;
  for (let at = end; at < words.length; at++) {
    const field = fieldAt(words, at);
    if (field === null) {
      if (!BETWEEN.has(words[at] as string)) break;
      joined = joined && !CONJUNCTIONS.has(words[at] as string);
      continue;
    }
    if (joined && !(field.length === 1 && VAGUE.has(words[at] as string))) last = field.field;
    at += field.length - 1;
    end = at + 1;
  }
  return { first: first.field, last, end };
}

function fieldAt(words: readonly string[], at: number): { field: Field; length: number } | null {
  for (let length = Math.min(tables().longestField, words.length - at); length > 0; length--) {
    const field = tables().fields.get(words.slice(at, at + length).join(' '));
    if (field !== undefined) return { field, length };
  }
  // Alone, an ending says too little.
  const field = words.length > 1 ? endingOf(words[at] ?? '') : undefined;
  return field === undefined ? null : { field, length: 1 };
}

function endingOf(word: string): Field | undefined {
  return tables().fieldEnds.find(([end]) => word.length > end.length + 1 && word.endsWith(end))?.[1];
}

function roleAt(words: readonly string[], at: number): Role | null {
  for (let length = Math.min(tables().longestRole, words.length - at); length > 0; length--) {
    const word = words.slice(at, at + length).join(' ');
    const kind = tables().roles.get(word);
    if (kind !== undefined) return { kind, length, word };
  }
  return null;
}

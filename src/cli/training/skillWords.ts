import type { SkillGroup } from '../../core/distance/skillGroups.ts';

/**
 * Which ESCO skills belong to which group of skills, by their English label: `group: phrase, phrase`. A phrase matches
 * at the beginning of a word (`weld` also `welding`); `$` ends the word. Of several matches the one with more words
 * decides, then a field before the general groups, then the longer one.
 */
const FIELDS = `
patientCare: patient, nursing, nurse$, healthcare user, health care user, clinical guidelines, person-centred care, quality standards related to healthcare, multidisciplinary health teams, multicultural environment in health care, communicate in healthcare, continuity of health care, health care, healthcare, foreign languages in patient care, bedside, wound, palliative, midwi, pregnan, childbirth, postnatal, neonatal, blood
diagnosis: diagnostic, diagnose, diagnosis, pathology, general medicine, internal medicine, surgery, surgical, clinical assessment, clinical science, clinical, neuro, cardio, oncology, dermatolog, paediatr, immunolog, anaesth, endocrin, gastro, urolog, gynaecolog, geriatric, orthopaed, haematolog, medical conditions, medical results, treatment strategies, acupuncture, phytotherapy, homeopath, chinese medicine, complementary, ophthalm, vision, optometr, hearing, hearing disability, hearing impairment
medicines: medicine, medicines, medication, pharma, drug, prescri, dispens, toxicolog, over-the-counter, poison
emergencyCare: first aid, emergency care, resuscitat, triage, emergency medicine, first response, emergency situations, emergency calls, ambulance, trauma, sprains, cardiopulmonary, nature of injury
rehabilitation: rehabilitat, physiotherap, physical therapy, occupational therapy, massage, kinesi, kinetics, biomechanic, movement techniques, therapy sessions, speech, language disorders, communication disorders, chiropr, exercise therapy, prosthe, orthotic, assistive, ergonomics, relaxation
anatomy: anatomy, human physiology, physiolog, epidemiolog, microbiolog, virolog, genetic, biomedical, biological sciences, cytolog, biochem, biological chemistry
dentalCare: dental, tooth, teeth, dentist, orthodont, oral
medicalTechnology: medical device, medical informatics, medical terminology, medical records, medical laboratory, e-health, healthcare users' data, healthcare users' records, health records, medical imaging, radiolog, x-ray, radiograph, radiation in health, radiation physics in healthcare, health records management, electronic health records
prevention: public health, health education, illness, health promotion, healthy, policy makers on health, health-related challenges, infection, communicable, hygiene in a health care, vaccin, sanitation, public hygiene
psychology: psycholog, psychiat, mental health, psychotherap, cognitive behavio, behavioural therapy, therapeutic, behavioural science, emotional, human behaviour, character$
counselling: counsel, social counselling, crisis intervention, empath, relapse, addict, mediation, conflict management, help clients make decisions, grief, bereave, advice on personal matters, career counselling
socialWork: social service, social work, service users, social change, social justice, social crisis, social problem, social development, social care, helping relationship, anti-oppressive, community needs, within communities, socially just, safeguarding, youth, protecting individuals from harm, legal requirements in the social sector, homeless, social security, holistic approach within social, social sector, abuse, immigrants, refugee, adolescen
disabilitySupport: disabil, special needs, elderly, older adults, home care, live at home, domestic care, disabled, dementia, domiciliary
childCare: child, children, kindergarten, playground, baby, babies, infant, young people, parents, nursery, play$, toddler
teaching: teach, student, lesson, curriculum, classroom, pedagog, learning, school, homework, course material, course outline, education law, educational, education institution, examin students, assessment processes, education programmes, extra-curricular, dissertation, course develop, academic committee, education, playground surveillance, intercultural teaching
sportsCoaching: sport, fitness, exercise, athlet, gym$, swim, physical activit, coaching techniques, competitions, referee, games rules, dive$, diving
statistics: statistic, mathemati, quantitative data, survey data, actuarial, numeracy, econometric, forecast, probability, geometry, algebra, calculus, sas language, survey techniques, public surveys, demograph
dataAnalysis: data mining, data analy, big data, business intelligence, data model, data quality, data cleans, data science, machine learning, artificial intelligence, unstructured data, information extraction, data warehouse, data storage, data set, visualis, visual presentation of data, online analytical, analytics, normalise data, resource description framework, linq, xquery, mdx, query language, sparql, neural network, predictive, data collection
socialSciences: sociolog, anthropolog, political science, social sciences, history, historical, archaeolog, philosoph, ethics$, cultural history, economics, economic trends, political parties, political ideolog, human geography, gender studies, literature, theolog
biology: biolog, botan, zoolog, ecolog, biodivers, species, flora, fauna, wildlife, habitat, natural areas, nature, cell cultures, biotechnolog, conservation
chemistry: chemist, chemical, ph$, polymer, substances, reach regulation, catalys, spectro, chromatograph
physics: physic, thermodynam, optic, acoustic, astronom, refractive, laser, photon, nanotechnolog, quantum, material mechanics, materials science, microelectromechanic
geology: geolog, geophys, geochem, mineral$, minerals, geodes, seismic, petrolog, palaeont, hydrogeolog
meteorology: meteorolog, weather, climate, oceanograph, atmospher
laboratory: laborator, test samples, chemical samples, collect samples, samples for analysis, label samples, microscop, biological samples, sample test, specimen, scientific measuring, scientific equipment, test chemical
energy: energy, power plant, nuclear, solar, wind turbine, renewable, electricity consumption, electricity market, electric generator, geothermal, biogas, steam generator, fuel, turbine, power distribution, reactor, boiler, hydropower, radioactive, radiation, smart grid, heat pump, energy market, energy storage
programming: programming, software, debug, java, javascript, python, php, ajax, c++, c#, ruby, scala, haskell, lisp, common lisp, visual studio, visual c++, prolog, openedge, assembly (, r$, groovy, typescript, objective-c, ml (, swift (, scratch (, cobol, pascal, perl, asp.net, apl, vbscript, erlang, smalltalk, coffeescript, abap, sap r3, matlab, application-specific interface, software components, open source, maven, jenkins, algorithm, object-oriented, integrated development environment, eclipse, xcode, knockback, source code, use markup languages, ide software, sass, less$, jboss, sql server integration, computer science, agile
softwareDesign: software specification, software architecture, systems development life-cycle, system develop, systems theory, flowchart, business requirements, technical requirements, user requirements, software design, analyse ict system, information system, process modelling, design information system, service-oriented, hybrid model, user interface, usability, human-computer, use cases, prototyp software, software prototype, decision support, enterprise architecture, system integration, ict system integration, model based system, information architecture, system architecture, data architecture, cloud architecture
databases: database, sql, oracle, mysql, db2, postgres, mongodb, objectstore, filemaker, data migration, teradata
itSystems: ict, computer technology, operating system, server, linux, unix, hardware, it tools, backup, back-up, cloud, virtual machine, virtualis, help desk, helpdesk, computer equipment, troubleshoot ict, mobile device, embedded, firmware, ansible, puppet, salt (, staf$, internet of things, blockchain, emergent technologies, digital transformation, cloud data, hardware architecture, ict infrastructure
networks: network rout, network hardware, networking hardware, virtual private network, ict network, network manage, network cable, telecommunic, communication network, voip, lan$, wireless, internet governance, ict communications, communications infrastructure, telephone system, electronic communication equipment, signal processing, fibre optic, antenn, broadband
itSecurity: ict security, information security, ict safety, cyber, it security, encryption, virus or malware, ict risk, ict system weakness, penetration, data protection, firewall, hack, ict recovery, security engineering, disaster recovery, digital forensic, computer forensics, information confidentiality, attack vector, web application security, cyber security
websites: web, website, world wide web, html, css$, search engine, online content, content manage, wordpress, drupal, joomla, online communit, user experience, e-learning platform, internet, content metadata
graphicDesign: graphic, illustrat, photoshop, gimp, adobe, visual elements, visual data, visual communication, layout, typeset, typograph, desktop publishing, design principles, image editing, animation, animate, motion graphic, 3d image, 3d model, 3d imag, 3d lighting, render, sketchbook, microsoft visio, synfig, digital images, storyboard, maya, blender, design drawings of, creative ideas, texturing, virtual model, computer graphics software, graphics editor software
productDesign: product design, prototype, prototypes, design process, design concept, industrial design, design specifications, develop product, new products, product development, innovation, ergonomic design, design objects, mood board, trends in design, design trends, reverse engineering, physical model, draft design, design costs, test materials
mechanicalEngineering: mechanical engineering, mechanics$, mechanical system, principles of mechanical, mechanical, hydraulic, pneumatic, engine$, engines, engine components, engine performance, aerodynamic, fluid mechanics, machinery products, mechanical tools, gears, pump$, pumps, pumping
electricalEngineering: electrical, electric, electricity, electromagnet, electromechan, electrical engineering, electrical power, voltage, wiring, power electronics, electric drive, batter, substation, power lines, overhead line, bus bars
electronics: electronic, circuit, semiconduct, microelectronic, microprocess, sensor$, integrated circuits, printed circuit, optoelectronic, microsystem, microassembl, soldering, solder, instrumentation engineer, surface-mount, signal$, consumer electronics, radio$, audiovisual, microsensor, microoptic, micromechanic, sensors, diagnostic tools for electronic, electronic repairs
automation: automation, robot, control engineering, control systems, mechatronic, automated process, process control, plc$, programmable logic, computerised control, automated machines, controller of a machine, control system
civilEngineering: civil engineering, structural, bridge, building codes, construction method, infrastructure, land survey, tunnel, dam$, hydraulic engineering, integrated design, construction legal, building physics, foundations
architecture: architect, urban plan, zoning, landscape, building design, interior, spatial, room, aesthetic, space plan, interior design, interior architect, lighting design
surveying: survey, geographic information, gis$, maps$, map$, mapping, geomatic, cartograph, topograph, aerial photo, remote sensing, gps$, geography, geospatial
welding: weld, brazing, filler metal, flux$, soldering torch, oxy-
metalwork: metal, sheet metal, forging, forge, anvil, hammer, casting, foundry, iron, steel, furnace, rivet, smith, ferrous, deburr, burr, stamping, burred, molten, alloy, moulds, mould, dies$, die$, extrus, heat treatment, polishing, polish$, galvan, coating technolog, wire drawing, metal container, steel drums, furniture from metal
machining: cnc, lathe, milling, drill press, grinding, machine tools, cutting machine, workpiece, precision metal, machine controls, punch press, boring, screw, sawing, saw$, precision tools, precision machin, cutting technolog, cutting waste, swarf, drill$, drilling$
vehicleRepair: motor vehicle, vehicle, car$, cars$, automotive, tyre, engine parts, brake, auto body, bicycle, motorcycle, paint with a paint gun, diagnose problems with vehicles, automotive diagnostic, defective engines
aviation: aviat, aircraft, airport, flight, airside, airline, pilot, air traffic, airspace, air transport, cockpit, take off and landing, runway, visual flight, airworth, drone, unmanned air, baggage, flight manoeuvre
seafaring: vessel, ship$, ships, maritime, port$, marine, moor$, unmoor, navigation, nautical, anchor, deck$, sea$, small craft, sailing, water navigation, steer, inland water, boat
railways: rail, trains$, tram, locomot, signalling, shunt, rolling stock
driving: drive vehicle, driving, drive$, road traffic, traffic, truck, manoeuvre heavy, park vehicles, gps systems, passenger transport, passengers, bus$, road transport, taxi, vehicle control, manoeuvre, traffic signals, routes, fleet, lorry, route$
liftingEquipment: forklift, crane, lifting, rigging, hoist, lift heavy, excavator, heavy construction, bulldozer, dig soil, earth$, load capacity, mobile construction machin, construction machinery, load chart
freight: freight, shipment, shipping, carrier, cargo, forwarder, transport operations, logistic, consignment, container, transportation, multi-modal, unload, load$, loading, distribution activities, transport, removal, moving, postal, mail delivery, parcel
customs: customs, import$, export, embargo, international trade, international commercial, dual-use, imports
warehousing: warehouse, stock, inventory, storage, store goods, pack goods, packaging, shelves, pallet, labelling, merchandise delivery, organise storage, package, order picking, receive goods, deliveries on receipt, packing, weighing, stock level, incoming supplies, order supplies
supplyChain: supply chain, supplier, procurement, purchas, buying, tender, sourcing, vendor, e-procurement, contract manage, buyers, sellers, manage supplies
building: construction, build scaffold, scaffold, building material, site infrastructure, brick, mortar, concrete, plaster, wall$, tile, floor, pave, roof, insul, window$, demolit, drywall, ceiling, stair, screed, grout, chalk line, restoration costs, safety at heights, heights, asphalt, excavat, door$, stone$, masonry, buildings, construction grout
electricalInstallation: electrical wiring plan, electrical wire, install electric, electrical equipment, low voltage, electric switch, install electrical, mobile electrical, electrical power safety, cable, repair wiring, lightning, fuse box, sockets, conduit
plumbing: plumb, pipe, pipeline, pipelines, pvc piping, gas$, heating, sewer, sewage, drain, sanitary, ventilat, air condition, refriger, cooling, water pressure, hvac, radiator, boilers, faucet, pipeline infrastructure
painting: paint, paints, protective layer, varnish, lacquer, wallpaper, spray finish, coating, sandblast, rust, decorating, surface treatment, anti-graffiti, preliminary treatment, sanding, coat$
woodwork: wood, timber, carpent, furnitur, cabinet, upholster, joinery, veneer, sand wood, lumber, saw$ wood, log$, sawmill, paper pulp, cork, wickerwork, basket
glassAndCeramics: glass, ceramic, pottery, clay, kiln, porcelain, enamel, mosaic
jewellery: jewel, gem, precious metal, watch$, watches, goldsmith, engrav, precious, clock, silver
textiles: textile, fabrics, yarn, weav, knit, spinning, fibre, nonwoven, braided, dye, carpet, embroider, staple
sewing: sew, garment, clothing, wearing apparel, tailor, stitch, pattern grading, fashion, apparel, costume, hats$, wardrobe, clothes, patterns for
leatherAndShoes: leather, footwear, shoe, hides, tanning, fur$, footwear construction
printing: print, prepress, paper$, ink$, book bind, bookbind, offset, bind$, binding
plasticsAndRubber: plastic, rubber, resin, composite, fibreglass, vulcan, injection mould, laminat
mining: mine$, mines, mining, quarr, extraction, ore$, underground, blast, explosive, coal$, dust control
oilAndGas: oil$, petrol, wells$, gas flow, natural gas, refin, drilling equipment, crude, offshore
waterTreatment: water treatment, water disinfect, wastewater, water supply, water chemistry, desalin, water distribution, water$
wasteManagement: waste, recycl, scrap, trash, refuse$, garbage, waste collection
crops: crop, plant disease, harvest, agricult, farm, fertilis, agronom, seed, organic farming, irrigat, soil structure, weed, vineyard, pesticide, pest control, fruit, vegetable, grape, mushroom, tree nurs, agroe
gardening: garden, plants$, nurse plants, plant propagat, horticult, watering, lawn, hedge, greenhouse, flower, florist, prun, bouquet, landscaping, turf, floral
forestry: forest, tree, trees, logging, chainsaw, timber harvest, arbor, nurse trees
livestock: livestock, dairy, cattle, poultry, pig$, breed, milk, feed$, animal production, animal nutrition, animal feed, herd, hatch, bee$, honey, sheep, horse, equestr, farrier, egg$, train horse
animalCare: animal, veterinar, pet$, pets, zoo, dog$, dogs, groom, clinical signs in animals, train horse, train animal, animal accommodation
fishing: fish, aquacult, fisher, hatchery, shellfish, mollusc, fishing gear, seafood, fish samples
meat: meat, carcass, slaughter, butcher, halal, organs, knives
cooking: cook, culinary, kitchen, menu, recipe, food preparation, chef, dishes, gastronomy, reheating, food aesthet, sauce, catering, ready-made, sandwiches, food store
baking: bake, dough, pastr, bread, confection, chocolate, cake, farinaceous, flour, cocoa, sugar, bakery, baking
foodHygiene: food hygiene, food safety, haccp, hygienic procedures, food law, food legislation, food standards, hygiene, food allerg
foodProduction: food, manufacturing of food, gmp, beverage, food processing, food materials, food raw, raw food, ingredients, brew, ferment, chill, pasteur, tobacco, juice, malt, distill, bottle$, sensory evaluation, coffee, tea$, starch, fats and oils, foodstuff
nutrition: nutrition, diet, dietetic, nutritional, weight loss, eating
drinks: wine, drinks, cocktail, bar$, sommelier, serve beverages, beer, alcohol, sparkling, vintage
tableService: guest, table$, serve food, dining, restaurant, waiter, hospitality, serve$, banquet, take food and beverage orders, buffet, room service
hotels: hotel, accommodation, reservation, rooms$, check-in, booking, front desk, housekeep, concierge, facilities for guests
tourism: touris, travel, destination, excursion, sightseeing, visitor, tour$, tours, local area, ecotour, holiday
cleaning: clean, laundry, wash, disinfect, launder, iron$ clothes, ironing, housework, dry clean, dust$, cleanliness, chimney, vacuum, clean building
hairAndBeauty: hair, beauty, cosmetic, skin, nail$, nails, make-up, beard, manicur, perfum, tattoo, wig, tanning services, shav, spa$, facial
retail: shop, merchandis, store$, cash register, cash point, till$, display, retail, self-service, shoplift, theft prevention, refund, shelf, product selection, order intake, sell$, products preparation, aftersales, gift, customer product, order pricing, bookstore
marketing: marketing, market research, market analysis, advertis, brand, campaign, target audience, promot$, promotional, consumer buying, customer insight, product comprehension, market$, market segment, trade fairs, content marketing, sponsor, market niche
publicRelations: public relation, press release, press conference, media relation, spokes, public image, communication strateg, communications strateg, community relations, media strategy, internal communication, corporate identity, communication principles, reputation, public presentations, rhetoric
onlineMarketing: social media, digital marketing, online marketing, e-commerce, web analytics, search engine optimisation, influencer, mobile marketing, affiliate, online presence, online competitive, blog
personnel: recruit, human resource, hire, interview, job market, payroll, personnel management, employment agreements, candidates, headhunt, employee retention, job analysis, job offers, hr$, staffing, profile people, assess character, career$, employment law, labour, trade union, employment agree, social dialogue, gender equality, inclusion, employment polic, pension, collective bargain
accounting: accounts, bookkeep, financial statement, financial record, invoice, accounting, ledger, balance sheet, cost accounting, financial transactions, financial reporting, depreciation, debit, payments, petty cash, financial operations, financial report, financial statistic, cashflow, cash flow, fiscal year, statutory, tax$, taxes, taxation, tax legislation, tax return, tax polic, accountan, profit and loss
audit: audit$, internal control, fraud, compliance review, inspection of accounts, examine budgets, financial audit, internal risk, audits, auditing, auditor
financialAnalysis: financial analysis, financial performance, financial risk, financial markets, financial information, financial forecast, financial jurisdiction, financial trend, financial, business valuation, business terminology, financial engineering, corporate finance, macro-economic, risk analysis, financial data, cash management, credit risk policy
investment: invest, portfolio, securities, stock market, stocks, bond, share$, shares$, fund$, funds, trading, venture capital, hedge, derivative, brokerage, asset, modern portfolio, financial instruments, pension funds, foreign valuta, commodit
banking: bank, loan, mortgage, credit, debt, lend, deposit, foreclos, bankrupt, customers' credit, savings, financial products, currency, financial product, pawn, credit history, debt collection
insurance: insur, claim, claims, underwrit, actuarial science, damage assess, loss adjust, reinsur, risk of clients' assets, coverage
realEstate: real estate, property market, properties$ for, property value, lease, rental, rent$, tenant, property law, landlord, housing, facilities manage, building manage, value properties, information on properties, property manage, property owner, property$, premises
courts: court, judge, judic, hearing$, testimon, trial, verdict, evidence, witness, prosecut, criminal law, penal, correctional, probation, offender, civil process, judgement, legal case, jury, prison, witness accounts
politics: politic, elect$, elections, parliament, debate, legislators, campaigning, government minister, legislative act, lobby, constitutional, council$, law proposal, party$, political landscape
diplomacy: diplom, foreign affairs, embassy, consular, international relation, foreign countries, international cooperation, intercultural, international law, foreign policy, treaty, human rights, delegation
security: security threat, surveillance, security, patrol, crowd$, intruder, access control, guard, check bags, alarm, theft, security checks, terrorism, x-ray baggage
policing: police, law enforcement, investigat, crime, criminolog, forens, arrest, suspect, detain, detective, self-defen, offence, interrogat, detention, case evidence, restrain, traffic law enforce, legal use-of-force
rescue: fire$, fires$, fire-fight, firefight, extinguish, rescue, evacuat, emergency procedures, emergency management, fire safety, fire prevention, fire protect, fire extinguishers, emergency plan, disaster, civil protection, emergencies, contingenc, fire fighting
military: militar, weapon, combat, battle, troop, ammunition, defense, defence, camouflage, missile, army, naval oper, reconnaiss, munition
writing: writ, proofread, text$, texts, editorial, grammar, spelling, copywrit, edit$, editor, manuscript, headlines, story, storytell, narrative, script, written content, author$, book$, books, publish, draft
journalism: journalis, news, broadcast, press law, reporter, media law, types of media, type of media, media$, documentar, live broadcast, present during, programme schedule
languages: translat, language, foreign language, interpret$ language, linguist, dictionar, speak different, subtitl, lexic, terminolog, interpret between, language rules, phonet, sign language, bilingual
photography: photograph, camera, lens, picture$, pictures, dark room, negatives, photographs, photographic
film: film, video, cinemat, director of photography, motion picture, script supervis, set design, footage, film director, producer, pre-production, casting process, lighting crew, movie, dailies, rough cut, moving images
sound: sound$, audio$, record music, microphone, mixing console, music record, speakers, sounds, audio editing, audio reproduction
stage: stage$, theatr, rehears, performer, performance art, performing arts, acting, actor, dance, choreograph, perform$ live, audience, artistic director, artistic production, play$ role, artistic performance, circus, puppet$, opera$, performance equipment, characters, props, pyrotechn, stunt, de-rig, lighting plan, light board, performance lighting, performance environment, production's, performance artist, performing art, performance equip, performance space, stage design, costume, scenic, vocal technique, pronunciation, during show, artistic team
music: music, instrument$ play, orchestra, sing$, choir, compose, conductor, concert, melod, harmon, song, musical, rhythm, piano, organ$, composition
artisticWork: art$, arts$, artwork, painting techniques, sculpt, drawings of art, fine art, art history, original paintings, artistic material, artistic techniques, artistic work, reference materials for artwork, art-historical, artistic, artist$, artists, creative demands
collections: museum, librar, archiv, collection, exhibition, catalog, heritage, conservation of, conservator, restor, artefact, curat, digitise, loan of objects, cultural venue, gallery, records management, bibliograph, metadata
religion: relig, bible, church, spiritual, worship, pastoral, prayer, preach, ceremon, faith, sermon, parish, theology, missionar
`;

/** What is asked for in many fields: any field named beside it decides. */
const GENERAL = `
training: train employees, train staff, training, trainer, coach employees, coach, mentor, adult education, personal development, instruct, labour market
research: scientific research, research methodology, scientific, research data, academic, publications, publish academic, conduct research across, conduct research, research proposals, literature research, research interview, qualitative research, quantitative research, scholarly, field research, field work, research activities, research ethics, scientists, open innovation, non-scientific, laboratory simulations, disciplinary expertise, research funding, study topics, applied research, research process, research and professional environments, non-scientific audience, impact of science, academic papers, scientific publications
environment: environmental, pollut, waste water, sustainab, contamin, emission, ecosystem, circular economy, remediat, water quality, carbon$, natural resources, natural protected, corporate social responsibility, soil, pollution legislation
technicalDrawing: technical drawing, cad$, cad software, cadd, blueprint, engineering drawings, assembly drawings, autocad, design drawings, technical plan, drawing, cae software, computer-aided, 2d plan, 3d plan, technical design, specialised design software, cam software, sketches, architectural sketches, cadd software
engineeringDesign: engineering principles, engineering processes, engineering project, engineering design, engineers, engineering, feasibility study, technical expertise, stress resistance
testing: test, measuring equipment, measuring instrument, measurement instrument, measurement, metrolog, calibrat, precision measuring, record test data, performance tests, non-destructive, scanning
qualityControl: quality control, quality standards, quality assurance, inspect quality, quality of products, six sigma, quality management, statistical process control, quality, defect, inadequate workpiece, product testing, corrective actions
production: production process, manufacturing process, production schedule, optimise production, production, manufacturing, industrial engineering, factory, lean manufactur, process optimisation, industrial process, plant production, just-in-time, assembly line, conveyor, production line, supply machine
occupationalSafety: health and safety, protective gear, protective equipment, protection equipment, hazard, safety engineering, work safely, worker safety, risk assessment on site, safe work, workplace audit, safety improvement, safety legislation, safety compliance, safety procedures, workplace health, accident, safety measures, safety
machineMaintenance: machine maintenance, maintenance, maintain mechanical, machinery malfunction, machinery check, equipment malfunction, repairs to equipment, repair, equipment maintenance, disassemble, lubric, oiled, spare parts, defect components, installed equipment, heavy machinery, machinery, power tools, hand tools
sales: sales, sell, selling, prospect new customers, upsell, sales argument, revenue, quotation, quote, sales targets, sales goals, client follow-up, commercial$, sales negotiation, buyers, account management, key account, request for proposal, set up pricing, prices, sales strateg, product comprehension, motivation for sales, pricing strateg
customerService: customer service, customer, customers, complaints, client orientation, customer relationship, service characteristics, characteristics of services, respond to enquiries, greet, follow-up services, clients$
strategy: strateg, business develop, company growth, business model, corporate governance, mergers, strategic planning, strategic thinking, strategic business decisions, organisational structure, business plan, small-to-medium business, business management, business analysis, business acumen, business process, external factors of companies, internal factors of companies, performance indicators, company policies, business objectives, organisational polic, consult with business clients, improvement strategies, consulting, consultation, change management, entrepreneur, management of a business, joint venture, goal progress, company policy
projectManagement: project$, resource planning, agile project, deadlines, milestones, risk management, lean project, pmbok, scrum, kanban, prince2, process-based management, projects
leadership: lead a team, leadership, manage staff, supervise staff, supervise work, evaluate employees, employees work, motivat, delegate, staff, employees, personnel, team$, shifts, teams, manage a team, managers, workforce, manage work, give instructions
budgeting: budget, cost management, cost$, costs, expenses, cost benefit, financial plan, financial resources, financial management, funding, grant, fundrais, financial viability, economic criteria, invest$ decisions, estimate profitability, financial needs, structural and investment funds
law: law$, laws, legal, legislation, jurisd, attorney, contract law, notar, paralegal, legislat, litigation, intellectual property, copyright, patent, contract, licen, agreement, trademark
publicPolicy: government polic, public administration, government, policy, policies, legislation procedure, local authorit, government-funded, social polic, public offering, ministries, authorities, civil registr, public finance, public housing, economic develop, state budget
events: event$, events, conference, exhibitor, venue, festival, trade show, wedding, entertain, recreation, leisure, amusement, attraction
office: office, clerical, typing, mail$, correspond, appointment, meetings, calendar, agenda, filing, file documents, paperwork, fill out forms, administrative, administration, spreadsheet, word process, document manage, minutes, telephone, phone$, receptionist, secretar, dictation, shorthand, stenogra, presentation software, company files, office equipment, data entry, process data, switchboard, spreadsheets software, office software
`;

/** Asked for nearly everywhere, or said of one thing and meant of another: belongs to no group. */
const SILENT = `
professional network, first and last, work ergonomically, colleagues in other fields, time-critical environment, unsafe environment, personal work environment, work atmosphere, inter-professional level, verbal instructions, written instructions, working instructions, work-related, write inspection reports, project management, customer needs analysis, different languages, appropriate protective gear, computer literacy, deadlines, continuous improvement, maintain equipment, different communication, communicate professionally, perform services in a flexible, multiple tasks, intellectual property rights, gender, inclusion, promote inclusion, write technical reports, write records for repairs, multicultural environment$, accountability, environmental influences, interview people, interview techniques, document interviews, interview animal, interview focus, use it tools, use ict systems, use ict resources, assess ict knowledge, code of ethics, intellectual property law, exercise patience, exercise stewardship, intercultural awareness, leading role in an organisation, emotional intelligence, emotional involvement
`;

/** Weight that a field has before the general groups; less than a word more. */
const FIELD_FIRST = 500;

/** The group of an ESCO skill by its English label; `null` where it belongs to none. */
export function skillGroupOf(label: string): SkillGroup | null {
  const text = label.toLowerCase();
  let best: Phrase | null = null;
  for (const phrase of PHRASES) {
    if ((best === null || phrase.weight > best.weight) && phrase.pattern.test(text)) best = phrase;
  }
  return best?.group ?? null;
}

interface Phrase {
  group: SkillGroup | null;
  pattern: RegExp;
  /** More decides; equal ones by their place in the tables. */
  weight: number;
}

const PHRASES: readonly Phrase[] = [
  ...[FIELDS, GENERAL].flatMap((table) =>
    table
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [group = '', phrases = ''] = line.split(': ');
        return phrases
          .split(', ')
          .map((phrase) => phraseOf(group as SkillGroup, phrase, table === FIELDS ? FIELD_FIRST : 0));
      }),
  ),
  ...SILENT.trim()
    .split(', ')
    .map((phrase) => phraseOf(null, phrase, FIELD_FIRST)),
];

function phraseOf(group: SkillGroup | null, phrase: string, first: number): Phrase {
  const word = phrase.replace(/\$$/, '');
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    group,
    pattern: new RegExp(`(?<![a-z0-9])${escaped}${phrase.endsWith('$') ? '(?![a-z0-9])' : ''}`),
    weight: phrase.split(' ').length * 1000 + first + word.length,
  };
}

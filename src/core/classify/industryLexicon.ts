/** Industry labels of profile sites (folded) by NACE division; the most frequent ones, in English and German. */
export const INDUSTRY_LABELS = `
01: farming, agriculture, landwirtschaft
06: oil and gas, oil energy, ol und gas
10: food and beverage manufacturing, food production, lebensmittelproduktion, nahrungsmittelproduktion, food and beverage services
14: apparel fashion, textil und bekleidung, mode
20: chemicals, chemical manufacturing, chemie, chemical industry, chemieindustrie
21: pharmaceuticals, pharmaceutical manufacturing, pharma, pharmazeutische industrie, pharmaindustrie
26: semiconductors, semiconductor manufacturing, consumer electronics, computer hardware manufacturing, halbleiter, medical devices
27: electrical electronic manufacturing, appliances electrical and electronics manufacturing, elektrotechnik
28: machinery, machinery manufacturing, industrial machinery manufacturing, maschinenbau, mechanical or industrial engineering, automation machinery manufacturing
29: automotive, motor vehicle manufacturing, automobilindustrie, automobil und fahrzeugbau, automobil
30: aviation aerospace, aviation and aerospace component manufacturing, luft und raumfahrt
32: medical equipment manufacturing, medizintechnik, medical device
35: utilities, renewables environment, energieversorgung, renewable energy semiconductor manufacturing, energie, electric power generation, erneuerbare energien, energy
38: environmental services, waste collection, abfallwirtschaft
41: construction, bauwesen, bauindustrie, building construction, bau
46: wholesale, import and export, grosshandel
47: retail, einzelhandel, consumer goods, online and mail order retail, internet retail
49: transportation logistics supply chain and storage, logistics and supply chain, logistik, transport, truck transportation, rail transportation, transport und logistik
51: airlines aviation, airlines and aviation, luftfahrt
55: hospitality, hotels and motels, hotellerie, hotels
56: restaurants, gastronomie
58: book and periodical publishing, publishing, verlagswesen, newspapers, newspaper publishing
59: motion pictures and film, media production, entertainment providers
60: broadcast media, broadcast media production and distribution, rundfunk
61: telecommunications, telekommunikation
62: computer software, software development, information technology and services, it services and it consulting, softwareentwicklung, it dienstleistungen und it beratung, it und services, computer and network security, edv, internet und informationstechnologie, it und software
63: internet, technology information and internet, technology information and media, internet publishing
64: banking, banken, financial services, finanzdienstleistungen, investment banking, venture capital and private equity, venture capital and private equity principals, investment management, bankwesen, banken und finanzdienstleistungen
65: insurance, versicherungen, versicherung, versicherungswesen
68: real estate, immobilien, commercial real estate
69: law practice, legal services, accounting, rechtswesen, rechtsberatung, steuerberatung und wirtschaftsprufung, wirtschaftsprufung
70: management consulting, business consulting and services, unternehmensberatung, consulting, beratung und consulting
71: civil engineering, architecture and planning, engineering services, architektur, ingenieurdienstleistungen
72: research, research services, biotechnology, biotechnology research, forschung, biotechnologie
73: marketing and advertising, advertising services, market research, public relations and communications services, werbung, marketing und werbung
74: design, design services, graphic design, translation and localization, photography
78: staffing and recruiting, human resources, human resources services, personaldienstleistungen, personalberatung, executive search services
79: leisure travel tourism, travel arrangements, tourismus, reise und tourismus
80: security and investigations, sicherheit
81: facilities services
84: government administration, public policy, military, defense and space manufacturing, international affairs, offentliche verwaltung, offentlicher dienst, behorden, law enforcement, armed forces, public safety
85: higher education, education management, primary secondary education, primary and secondary education, e learning, e learning providers, hochschulen und universitaten, bildung, bildungswesen, education administration programs, professional training coaching, professional training and coaching, erziehung bildung wissenschaft
86: hospital health care, hospitals and health care, hospitals, medical practice, medical practices, krankenhauser und gesundheitswesen, gesundheitswesen, mental health care, wellness and fitness services, health wellness and fitness, krankenhauser, gesundheit und soziales
88: individual and family services, soziale dienste
90: arts and crafts, performing arts, music, musicians, kunst
91: museums and institutions, libraries, museen
93: sports, spectator sports, sport, fitness
94: nonprofit organization management, non profit organizations, non profit organization management, civic and social organizations, philanthropy, fundraising, think tanks, religious institutions, vereine, gemeinnutzige organisationen, verband
`;

/** Rules on the words of a company's name (folded): a word that is there, or with `-` at either side a part of one. */
export const COMPANY_NAME_RULES = `
10: lebensmittel, molkerei, foods, brauerei-
20: chemie, chemicals
21: pharma-, -pharma, pharmaceuticals, pharmazeutika
28: maschinenbau, -maschinen, maschinenfabrik, machinery, anlagenbau
29: automotive, automobil-, fahrzeugbau
35: stadtwerke, energie, energy, solar, windkraft, netze, energia, energies, power
38: entsorgung, recycling, abfallwirtschaft-
41: bau, hochbau, tiefbau, bauunternehmen, construction, construcciones
46: grosshandel, handels, trading, wholesale
49: logistik, logistics, spedition, transporte, transport, verkehrsbetriebe, bahn
51: airlines, airways
55: hotel, hotels, resort
56: restaurant, gastronomie, catering
58: verlag, publishing, zeitung
60: rundfunk, radio, television
61: telekom, telecom, mobilfunk
62: software, systems, informatik, it, tech, digital, labs, cloud, data
64: bank, sparkasse, volksbank, raiffeisenbank, banque, banco, -bank, capital, ventures, kreissparkasse, stadtsparkasse, asset
65: versicherung, versicherungen, insurance, assekuranz, assurance, assurances, seguros, -versicherung, krankenkasse, ruckversicherung, -kasse
68: immobilien, real estate, wohnungsbau, wohnbau, inmobiliaria, immobilier
69: rechtsanwalte, steuerkanzlei, kanzlei, law, legal, steuerberatung, wirtschaftsprufung, steuerberatungsgesellschaft, notariat, avocats, abogados
70: consulting, unternehmensberatung, consultants, advisory, consultores, conseil
71: ingenieurburo, architekten, architects, engineering, planungsburo
72: forschungszentrum, fraunhofer, institut, research, helmholtz, planck, biotech
73: werbeagentur, agentur, advertising, media
78: personalberatung, recruiting, staffing, zeitarbeit, personaldienstleistungen
79: reisen, reiseburo, travel, tours, touristik
84: ministerium, bundesministerium, landratsamt, stadtverwaltung, bundesamt, landesamt, ministry, finanzamt, bundeswehr, stadt, gemeinde, ministere, ministerio, landkreis, bundesagentur, -ministerium, kommission, polizei, council, behorde
85: universitat, university, hochschule, schule, gymnasium, akademie, college, school, universite, universidad, fachhochschule, volkshochschule, academy, -schule, eth
86: klinikum, klinik, krankenhaus, hospital, universitatsklinikum, clinic, arztpraxis, praxis, -klinik, -klinikum, -krankenhaus, charite, clinique, medical, gesundheit, healthcare, health
87: pflegeheim, seniorenheim, altenheim
88: caritas, diakonie, sozialwerk, lebenshilfe, kindertagesstatte, kita
91: museum, bibliothek, library, musee, museo
93: fitness, sportverein, sports
94: verband, verein, stiftung, foundation, association, gewerkschaft, kammer, ihk, fondation, fundacion, federation, kirche
`;

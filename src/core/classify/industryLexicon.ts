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

/**
 * Rules on the words of a company's name (folded, German, English, French, Spanish): a whole word or phrase, or with
 * `-` at either side a part of a word. The longest phrase wins, then the earliest.
 */
export const COMPANY_NAME_RULES = `
01: seeds, saatgut, agrarhandel, landwirtschaft, agrar, agrar-, farm, farms, agro, gartnerei, weingut, bauernhof, gartenbau, agricole, agricola, obsthof, winzer
02: forst, forstbetrieb, forestry
08: mining, mines, bergbau, kieswerk, steinbruch, rohstoffe
10: dairy, meat, snacks, groceries, lebensmittel, molkerei, foods, backerei, -backerei, grossbackerei, fleischwerke, fleischerei, feinkost, susswaren, kaffee, rosterei, food, alimentos, alimentaire, confiserie, bakery, metzgerei, fleischwaren, teigwaren, milchwerke, konditorei
11: brauerei, -brauerei, brauhaus, getranke, mineralbrunnen, brewery, winery, weinkellerei, brasserie, cerveceria, distillery, bodegas
13: textil, textile, textiles, weberei
14: fashion brand, fashion, bekleidung, moda, apparel, mode
15: schuhe, shoes, lederwaren
16: sagewerk, holzwerk, holzwerke, holzbau
17: paper, papierwerke, paper mill, papier, verpackung, verpackungen, packaging, kartonagen, wellpappe
18: druckerei, druck, printing, imprimerie
20: farben lacke, lacke farben, chemiewerke, chemiewerk, paints, chemie, chemicals, chemical, cosmetics, kosmetik, lacke, farben, coatings, chimie, quimica
21: pharmawerk, pharmawerke, pharma, pharma-, -pharma, pharmaceuticals, pharmazeutika, arzneimittel, biopharma, pharmaceutical, therapeutics, farma
22: kunststoff, kunststoffe, kunststofftechnik, plastics, plastic, gummi, plastique
23: glass, glaswerk, glaswerke, ceramics, glas, keramik, beton, betonwerk, fertigteilwerk, baustoffe, zement, ziegelwerk
24: walzwerk, foundry, stahl, stahlwerke, steel, giesserei, aluminium, metallwerke, edelstahl, huttenwerke
25: metallbau, werkzeugbau, metallverarbeitung, stahlbau, schlosserei, blechtechnik, stanztechnik, metalltechnik, zerspanung, oberflachentechnik
26: elektronik, electronics, semiconductor, semiconductors, halbleiter, sensorik, optik, optics, photonics, messtechnik, sensors, mikroelektronik, electronique, electronica, -sensorik
27: elektrotechnik, batterie, batteries, schaltanlagen, leuchten, hausgerate, lighting, kabelwerk
28: pumps, pumpenfabrik, kranbau, sondermaschinenbau, industrial automation, tools, maschinenbau, -maschinenbau, -maschinen, maschinenfabrik, machinery, anlagenbau, -anlagenbau, maschinen, robotics, robotik, fordertechnik, hydraulik, antriebstechnik, werkzeugmaschinen, automation, automatisierung, automatisierungstechnik, verpackungsmaschinen, pumpen, landtechnik, machines, fahrzeugtechnik-, aufzuge
29: automotive, automobil, automobil-, fahrzeugbau, fahrzeugwerke, nutzfahrzeuge, karosserie, motors
30: aerospace, aviation systems, luftfahrttechnik, raumfahrt, schiffbau, werft, -werft, defence, defense, space, bahntechnik, fahrradwerke
31: mobel, mobelwerke, -mobel, kuchenwerk, furniture, buromobel
32: medizintechnik, medtech, medical devices, dental, orthopadietechnik, spielwaren, schmuck, -medizintechnik, surgical, medical technology, implantate
33: instandhaltung, industrieservice
35: electric utilities, utilities, electric utility, stadtwerke, -stadtwerke, energie, energy, solar, windkraft, netze, energia, energies, energieversorgung, wind, photovoltaik, kraftwerke, strom, renewables, power, fernwarme, biogas, stromnetz, windpark, gemeindewerke, wasserkraft, netzgesellschaft, renewable, elektrizitatswerk, energiegenossenschaft
36: water, wasserverband, water utility, wasserwerke, wasserversorgung, wasserverband, trinkwasser
37: abwasser, abwasserverband
38: entsorgung, recycling, abfallwirtschaft, abfallwirtschaft-, umweltdienste, waste, wertstoff, schrott
41: bauunternehmen, homes builder, bau, hochbau, bauunternehmen, bauunternehmung, construction, construcciones, wohnungsbau, bautrager, baugesellschaft, schlusselfertigbau, bau-, constructora, batiment, builders, -bau
42: infrastructure, roads, highways, tiefbau, strassenbau, infrastruktur, gleisbau, ingenieurbau, rohrleitungsbau, bruckenbau
43: dachdecker, elektroinstallation, heizung, sanitar, malerbetrieb, zimmerei, haustechnik, gebaudetechnik, elektro, fensterbau, innenausbau, trockenbau, fliesen, klimatechnik, bedachungen, tischlerei, schreinerei, geruste, installationen, shk, maler
45: autohaus, autohauser, kfz, kfz werkstatt, car dealer, reifen, autozentrum, garage, concessionnaire, automobile handel
46: grosshandel, handels, trading, wholesale, import export, handelsgesellschaft, vertriebs, distribution, grosshandels, pharmahandel, baustoffhandel, technischer handel, importeur
47: fashion retail, supermarkets, online shop, modehaus, drogeriemarkt, grocery, department store, bookshop, einzelhandel, supermarkt, apotheke, apotheken, buchhandlung, optiker, juwelier, mobelhaus, shop, store, stores, retail, kaufhaus, modehaus, baumarkt, onlineshop, e commerce, pharmacy, pharmacie, farmacia, drogerie, supermarket, markt, handelskette, blumen, sportgeschaft, fahrradladen
49: spedition, transporte, transport, transports, verkehrsbetriebe, bahn, verkehrs, busbetrieb, taxi, trucking, transportes, eisenbahn, verkehrsverbund, verkehrsgesellschaft, nahverkehr, railway, schienenverkehr, bus
50: reederei, shipping, schifffahrt, kreuzfahrten, maritime
51: air lines, airlines, airways, air lines, fluggesellschaft, aviation, airline, flug
52: freight, cargo, warehousing, paketlogistik, logistik, logistics, -logistik, flughafen, hafen, airport, port, lagerhaus, fulfillment, supply chain, logistique, logistica, lagerlogistik, aeropuerto, luftfracht
53: kurier, paketdienst, express, courier, post
55: resorts, hotel group, inn, hotel, hotels, resort, -hotel, hostel, hoteles, hospitality, gasthof, pension, hotelbetriebs, hotellerie, ferienpark, campingplatz
56: restaurant, gastronomie, catering, gasthaus, cafe, bistro, systemgastronomie, restaurante, wirtshaus, bar, eventcatering, pizzeria
58: media, daily, newspaper, verlag, -verlag, publishing, zeitung, verlagsgruppe, zeitungsverlag, games, game studio, media verlag, publishers, magazin, editorial, editions, tageblatt, nachrichten, tagblatt, press, spieleentwicklung, verlagshaus
59: film, filmproduktion, studios, pictures, records, music, productions, filmstudio, filmforderung, entertainment, musikverlag
60: rundfunk, radio, television, tv, fernsehen, sender, broadcasting, -funk
61: telekom, telecom, mobilfunk, telekommunikation, telecommunications, glasfaser, telco, breitband, telecomunicaciones
62: software, -software, informatik, it, tech, digital, cloud, data, it services, informationstechnik, it systemhaus, systemhaus, edv, softwareentwicklung, technologies, ai, cyber, cybersecurity, saas, datenverarbeitung, apps, it solutions, it consulting, computing, systeme, solutions, informatique, informatica, softwarehaus, it security, labs, systems, code, blockchain, softworks, netzwerktechnik, analytics, informationssysteme, it dienstleistungen, -soft, -tech
63: portal, internet, hosting, rechenzentrum, online, plattform, platform, web, data center, suchmaschine, marketplace, nachrichtenagentur
64: investment banking, building society, wealth bank, sparkasse, credit, lending, bank, sparkasse, volksbank, raiffeisenbank, banque, banco, -bank, -sparkasse, capital, ventures, kreissparkasse, stadtsparkasse, bausparkasse, venture capital, private equity, bankhaus, partners capital, beteiligungen, beteiligungsgesellschaft, fintech, caisse, caja, banca, landesbank, leasingbank, credit union, bancaire, equity, kreditbank, investments, bankers, fonds, zentralbank, holding finanz, payments, -capital, kredit
65: risk, re insurance, versicherung, versicherungen, insurance, assekuranz, assurance, assurances, seguros, -versicherung, -versicherungen, krankenkasse, ruckversicherung, betriebskrankenkasse, lebensversicherung, pensionskasse, reinsurance, krankenversicherung, rentenversicherung, mutuelle, versorgungswerk, aseguradora, insurtech, -krankenkasse
66: insurance broker, insurance brokers, versicherungsmakler, makler versicherungen, asset management, vermogensverwaltung, finanzberatung, wealth management, wealth, borse, financial advisors, family office, investment management, finanzdienstleistungen, gestora, fondsgesellschaft, assekuranzmakler
68: immobilien, real estate, wohnbau, inmobiliaria, immobilier, hausverwaltung, wohnungsgenossenschaft, wohnungsbaugesellschaft, wohnen, properties, property, immobiliengruppe, projektentwicklung, baugenossenschaft, wohnungsgesellschaft, immo, grundbesitz, wohnungsunternehmen, realty, -immobilien, liegenschaften
69: rechtsanwalte, rechtsanwalt, steuerkanzlei, kanzlei, -kanzlei, law, legal, steuerberatung, wirtschaftsprufung, wirtschaftsprufungsgesellschaft, steuerberater, steuerberatungsgesellschaft, notariat, notare, avocats, abogados, anwaltskanzlei, anwalte, law firm, attorneys, solicitors, rechtsanwaltsgesellschaft, audit, accounting, expertise comptable, cabinet d avocats, partner rechtsanwalte, fiduciaire, treuhand, buchhaltungsservice, asesoria, patentanwalte, lawyers, rechtsanwaltskanzlei, steuerburo, gestoria, chartered accountants, comptables, juristische
70: consulting, unternehmensberatung, consultants, advisory, consultores, conseil, management consulting, beratung, strategy, business consulting, managementberatung, consultoria, consult, public relations, holding, strategieberatung, -consulting, transformation, advisors, unternehmensgruppe, coaching und beratung, pr agentur, kommunikationsberatung, beratungsgesellschaft
71: ingenieurburo, architekten, architects, engineering, planungsburo, ingenieurgesellschaft, architekturburo, ingenieure, architektur, ingenieros, arquitectos, vermessung, statik, prufinstitut, geotechnik, architectes, ingenieurdienstleistungen, bauplanung, landschaftsarchitekten, ingenieurs, sachverstandige, tuv, zertifizierung, -ingenieure, stadtplanung, ingenierie, ingenieria, inspection
72: trials, biologics, clinical trials, forschungszentrum, fraunhofer, institut, research, helmholtz, planck, biotech, forschung, forschungsinstitut, leibniz, biotechnologie, biosciences, life sciences, bio, genomics, institute, biologics, forschungsgesellschaft, recherche, investigacion, bioscience, science, leibniz institut, -institut, biotechnology
73: werbeagentur, agentur, advertising, marketing, marktforschung, brand, kreativagentur, digitalagentur, werbung, market research, communications, creative, agence, agencia, mediaagentur, publicidad, kommunikationsagentur, branding, onlinemarketing, performance marketing, seo, -werbung, social media agentur
74: design, designstudio, ubersetzungen, fotografie, photography, designburo, translations, umweltberatung, dolmetscher, designagentur, fotostudio, sprachdienst
75: animal clinic, animal hospital, vets, tierarzt, tierarztpraxis, tierklinik, veterinary, kleintierpraxis
77: leasing, vermietung, autovermietung, mietservice, rental, rent, miete, baumaschinenverleih
78: personalberatung, recruiting, staffing, zeitarbeit, personaldienstleistungen, personaldienstleister, personal, executive search, headhunting, personalvermittlung, talent, recruitment, arbeitnehmeruberlassung, hr consulting, recruiters, hr services, personalmanagement, human resources, temporar, interim management
79: reisen, reiseburo, travel, tours, touristik, tourismus, tourism, viajes, voyages, tourismusverband, reiseveranstalter, reisedienst
80: sicherheitsdienst, security, wachdienst, sicherheit, seguridad, securite, objektschutz, wach, sicherheitsdienste, detektei
81: facility services, cleaning services, building services, gebaudereinigung, facility, facility management, reinigung, gebaudeservice, garten und landschaftsbau, cleaning, gebaudemanagement, hausmeisterservice, galabau, landschaftsbau, limpieza, nettoyage, gebaudedienste, reinigungsservice
82: conferences, exhibitions, messe, callcenter, events, event, kongress, veranstaltungen, inkasso, coworking, eventagentur, messegesellschaft, customer service, veranstaltungstechnik, buroservice, office services, congress, service center, fundraising agentur
84: ministry of the, borough council, city council, ministerium, bundesministerium, landratsamt, stadtverwaltung, bundesamt, landesamt, ministry, finanzamt, bundeswehr, stadt, gemeinde, ministere, ministerio, landkreis, bundesagentur, -ministerium, kommission, polizei, council, behorde, gemeindeverwaltung, department of, regierung, regierungsprasidium, bezirksregierung, landeshauptstadt, amtsgericht, landgericht, gericht, staatsanwaltschaft, feuerwehr, landtag, bundestag, senatsverwaltung, jobcenter, arbeitsagentur, zollamt, mairie, ayuntamiento, prefecture, city of, county, government, justiz, botschaft, konsulat, kanton, magistrat, embassy, police, army, navy, kreisverwaltung, bezirksamt, federal, -amt, municipality, parliament, verwaltungsgemeinschaft, gobierno, hansestadt, staatskanzlei, justizvollzugsanstalt, land hessen, freistaat, samtgemeinde, landesregierung, ville de, region, bundesanstalt, ministry of, tribunal, ordnungsamt, jugendamt, senat
85: universitat, university, hochschule, schule, gymnasium, akademie, college, school, universite, universidad, fachhochschule, volkshochschule, academy, -schule, eth, realschule, grundschule, berufsschule, berufskolleg, gesamtschule, ecole, escuela, lycee, instituto, tanzschule, fahrschule, musikschule, bildungszentrum, bildungswerk, education, learning, training, university of, high school, -akademie, schulzentrum, institute of technology, business school, e learning, edtech, bildung, sprachschule, weiterbildung, trainings, -gymnasium, universitaire, campus, kolleg, uni, th, tu, law school, technische universitat, -universitat, lehrstuhl, seminar, coaching
86: diagnostics, medical center, dental practice, rehaklinik, private practice, hospital group, klinikum, klinik, kliniken, krankenhaus, hospital, universitatsklinikum, clinic, arztpraxis, praxis, -klinik, -kliniken, -klinikum, -krankenhaus, -praxis, charite, clinique, medical, gesundheit, healthcare, health, spital, gesundheitszentrum, mvz, physiotherapie, zahnarztpraxis, hopital, therapie, universitatsspital, kantonsspital, medizin, labor, reha, rehazentrum, ergotherapie, clinica, zahnarzte, gemeinschaftspraxis, rettungsdienst, -spital, health care, dentist, hausarztpraxis, medizinisches versorgungszentrum, pflegedienst, ambulanter pflegedienst, psychotherapie, klinikverbund, nhs, chu, krankenhauser, radiologie, uniklinik, unispital, universitatsmedizin, hospitals, digital health, krankenhausgesellschaft, sante, salud, logopadie, medical center, physio, hebammenpraxis
87: seniorenzentrum am, care homes, retirement, pflegeheim, seniorenheim, altenheim, seniorenresidenz, pflegezentrum, seniorenzentrum, wohnstift, alterszentrum, altenzentrum, nursing home, senior living, residencia, hospiz, seniorenstift, wohnheim, ehpad, care home, altenpflege, jugendheim
88: family services, caritas, diakonie, sozialwerk, lebenshilfe, kindertagesstatte, kita, sozialdienst, kindergarten, sozialstation, jugendhilfe, krippe, werkstatt fur behinderte, tagespflege, sozialverband, behindertenhilfe, kinderhilfe, kindertagesstatten, -kita, charity, hilfswerk, familienzentrum, fluchtlingshilfe, werkstatten, wohlfahrtsverband, familienhilfe, beratungsstelle, kinderhaus, sozialunternehmen, nursery
90: theater, oper, orchester, philharmonie, philharmoniker, kunst, kulturburo, ensemble, schauspielhaus, gallery, galerie, opera, staatstheater, -theater, theatre, konzerthaus, atelier, staatsoper, festspiele, stadttheater, teatro
91: city library, museum, bibliothek, library, musee, museo, archiv, zoo, stadtbibliothek, museen, -museum, biblioteca, bibliotheque, stadtarchiv, gedenkstatte, botanischer garten, landesarchiv
92: casino, lotto, wetten, spielbank, gaming casino, lotterie
93: fitness, sportverein, sports, fitnessstudio, sport, fussball, golfclub, freizeitpark, yoga, gym, yogastudio, football club, fc, freizeit, turnverein, schwimmbad, skischule, tennis, esports, sportclub, fitnesscenter, kletterhalle
94: chamber of commerce, dairy association, verband, verein, stiftung, foundation, association, gewerkschaft, kammer, ihk, fondation, fundacion, federation, kirche, kirchengemeinde, bundesverband, landesverband, -verband, -stiftung, -verein, handwerkskammer, arbeitgeberverband, bistum, partei, ngo, institut fur demokratie, rechtsanwaltskammer, union, ong, erzbistum, church, kirchenkreis, netzwerk, gemeinnutzig, arztekammer, chamber of commerce, forderverein, fachverband, syndicat, industrieverband, parti, dachverband, mieterverein, pfarrei, diozese, non profit, wirtschaftsverband, berufsverband, architektenkammer, dom
95: reparatur, repair, schuhmacher, handy reparatur
96: friseur, friseursalon, kosmetikstudio, bestattungen, bestattungsinstitut, wascherei, salon, spa, beauty, barbershop, hairdresser, coiffure, nagelstudio, peluqueria, textilreinigung, bestattung
99: united nations, vereinte nationen, international organisation, internationale organisation
`;

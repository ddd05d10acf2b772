// Generated from data/industry-labels.tsv by `npm run -s cli -- tables`: do not edit.
/** Labels of sites and of everyday speech by NACE division. */
export const INDUSTRY_LABELS = `
01: agrarwirtschaft, agricultura, agriculture, agriculture et elevage, farming, gartenbau und landwirtschaft, landwirtschaft, landwirtschaft und forst
02: forestry, forstwirtschaft, sylviculture
06: energiewirtschaft ol, erdol und erdgas, oil and gas, oil energy, ol und gas, petrole et gaz, petroleo y energia, petroleo y gas
08: rohstoffe
10: agroalimentaire, alimentacion, ernahrungsindustrie, food, food and beverage, food and beverage manufacturing, food production, industria alimentaria, industrie agroalimentaire, lebensmittel, lebensmittel und getranke, lebensmittelproduktion, nahrungs und genussmittel, nahrungsmittel, nahrungsmittelproduktion
11: bebidas, beverages, boissons, getranke, getrankeindustrie
13: textile, textilindustrie, textilwirtschaft
14: apparel fashion, bekleidung, fashion, habillement et mode, luxus und mode, moda, mode, textil und bekleidung
16: holz, holzindustrie, holzwirtschaft
17: papier, papierindustrie, verpackung
18: druckindustrie, imprimerie, printing and media
20: chemical industry, chemical manufacturing, chemicals, chemie, chemie und pharma, chemieindustrie, chemische industrie, chimie, industria quimica, industrie chimique, kosmetik und korperpflege, quimica
21: arzneimittel, industria farmaceutica, industrie pharmaceutique, life sciences, pharma, pharmaceutical manufacturing, pharmaceuticals, pharmaindustrie, pharmazeutische industrie
22: gummi, kunststoffe, kunststoffindustrie, plasturgie
23: baustoffindustrie, glas, keramik
24: eisen und stahl, metall, metalle, metallindustrie, metallurgie, metals, siderurgie, stahl, stahlindustrie
25: metal products, metallbau, metallverarbeitung
26: computer hardware manufacturing, consumer electronics, electronica, electronique, elektronik, feinmechanik, halbleiter, mess und regeltechnik, messtechnik, mikroelektronik, optik, semiconductor manufacturing, semiconductors, unterhaltungselektronik
27: appliances electrical and electronics manufacturing, electrical electronic manufacturing, elektroindustrie, elektrotechnik, elektrotechnik und elektronik, industria electrica, materiel electrique
28: anlagenbau, automation machinery manufacturing, automatisierung, automatisierungstechnik, industrial machinery manufacturing, industrie mecanique, machinery, machinery manufacturing, maquinaria, maschinen und anlagenbau, maschinenbau, mechanical engineering, mechanical or industrial engineering
29: automobil, automobil und fahrzeugbau, automobile, automobilindustrie, automobilzulieferer, automocion, automotive, automotriz, fahrzeugindustrie, industria automotriz, industrie automobile, motor vehicle manufacturing
30: aeronautica, aeronautique, aerospace, aviation aerospace, aviation and aerospace component manufacturing, bahntechnik, defense, luft und raumfahrt, luft und raumfahrttechnik, raumfahrt, rustungsindustrie, schiffbau, verteidigung
31: mobel und einrichtung, mobelindustrie
32: dispositifs medicaux, dispositivos medicos, medical device, medical equipment manufacturing, medical technology, medizinprodukte, medizintechnik, medtech, spielwaren, sportartikelindustrie
35: electric power generation, energia, energias renovables, energie, energie und versorgung, energie wasser und umwelt, energies renouvelables, energieversorgung, energiewirtschaft, energy, erneuerbare energien, renewable energy, renewables, renewables environment, services publics, strom, utilities, versorger
36: wasserversorgung, wasserwirtschaft, water
38: abfallwirtschaft, dechets, entsorgung, entsorgung und recycling, recycling, umwelt und entsorgung, waste collection, waste management
41: architektur und bauwesen, batiment, bau, bau und immobilien, baugewerbe, bauindustrie, bauwesen, bauwirtschaft, btp, building construction, construccion, construction
42: infrastruktur, tiefbau, travaux publics
43: bauhandwerk, gebaudetechnik, handwerk, haustechnik
45: autohandel, autohaus, automotive retail, kfz, kfz handel, kraftfahrzeughandel
46: aussenhandel, comercio al por mayor, commerce de gros, gross und aussenhandel, grosshandel, handel grosshandel, import and export, import export, import und export, wholesale
47: comercio minorista, commerce de detail, e commerce, ecommerce, einzelhandel, fmcg, gebrauchsguter, grande distribution, handel, internet retail, konsumguter und handel, lebensmittelhandel, online and mail order retail, online handel, retail, trade, venta al por menor, versandhandel
49: bahn, offentlicher nahverkehr, offentlicher verkehr, personenverkehr, public transport, rail, rail transportation, strassentransport, transport, transport und verkehr, transportwesen, truck transportation, verkehr
50: maritime wirtschaft, schifffahrt, seefahrt, shipping
51: airline, airlines, airlines and aviation, airlines aviation, aviation, compagnies aeriennes, fluggesellschaften, luftfahrt, luftverkehr
52: lagerlogistik, logistica, logistics, logistics and transport, logistik, logistique, spedition, supply chain, transport und logistik, transporte y logistica
53: kurier und postdienste, kurierdienste, post, postdienste
55: gastgewerbe, hospitality, hosteleria, hotel, hotel und gastgewerbe, hotel und gaststattengewerbe, hotelgewerbe, hotellerie, hotellerie und gastronomie, hotelleries restauration, hotels, hotels and motels
56: catering, gastronomie, gastronomy, gaststatten, restauracion, restaurants, restaurants und gastronomie, restauration
58: book and periodical publishing, computerspiele, edition, games, journalismus, newspaper publishing, newspapers, presse, printmedien, publishing, verlag, verlage, verlagswesen, zeitungen
59: film, film und musik, filmproduktion, media production, motion pictures and film, musik und film, produccion audiovisual
60: broadcast media, broadcast media production and distribution, broadcasting, fernsehen, horfunk und fernsehen, media, medien, medios de comunicacion, radio, radio und fernsehen, rundfunk, tv und radio
61: telecom, telecommunication, telecommunications, telecomunicaciones, telekommunikation, telekommunikation und netzbetreiber
62: computer and network security, computer software, cybersecurity, desarrollo de software, developpement de logiciels, edv, informatik, information technology, information technology and services, informationstechnologie, informatique, internet und informationstechnologie, internet und it, it, it beratung, it dienstleistungen, it dienstleistungen und it beratung, it services, it services and it consulting, it und internet, it und services, it und software, logiciels, saas, servicios y tecnologias de la informacion, software, software development, softwareentwicklung, tech, technologie, technologies et services de l information, tecnologia, tecnologia de la information, tecnologias de la informacion
63: information services, internet publishing, internet und online medien, internetplattformen, online medien, onlinedienste
64: banca, bank, banken, banken und finanzdienstleistungen, banking, bankwesen, banque, banques, beteiligungsgesellschaften, capital investissement, finance, financial services, finanzdienstleister, finanzdienstleistungen, finanzen, finanzwesen, fintech, investment banking, investmentbanking, kreditinstitute, private equity, services financiers, servicios financieros, sparkassen, venture capital, venture capital and private equity, venture capital and private equity principals
65: assurance, assurances, insurance, insurtech, krankenversicherung, ruckversicherung, seguros, versicherung, versicherungen, versicherungswesen, versicherungswirtschaft
66: asset management, finanzvermittlung, fondsgesellschaften, vermogensberatung, vermogensverwaltung, versicherungsmakler, wealth management
68: bienes raices, commercial real estate, immobilien, immobilienverwaltung, immobilienwirtschaft, immobilier, property, real estate, sector inmobiliario, wohnungswirtschaft
69: accounting, anwalte, audit, auditing, buchfuhrung, cabinet d avocats, comptabilite, contabilidad, law, law practice, legal, legal services, recht, rechtsanwalte, rechtsberatung, rechtsdienstleistungen, rechtswesen, services juridiques, servicios legales, steuerberatung, steuerberatung und wirtschaftsprufung, wirtschaftsprufung, wirtschaftsprufung steuern und recht, wirtschaftsprufung und steuern
70: beratung, beratung und consulting, business consulting and services, conseil, conseil aux entreprises, conseil en management, consulting, consultoria, holding, management consulting, offentlichkeitsarbeit, personal und unternehmensberatung, pr und kommunikation, public relations, strategieberatung, unternehmensberatung
71: architecture, architecture and planning, architektur, architektur und bauplanung, engineering, engineering services, geologie und geowissenschaften, ingenieria, ingenierie, ingenieurburos, ingenieurdienstleistungen, ingenieurwesen, prufung und zertifizierung, technische dienstleistungen
72: biotech, biotechnologie, biotechnology, biotechnology research, forschung, forschung und entwicklung, forschung und wissenschaft, grundlagenforschung, investigacion, recherche, research, research services, wissenschaft, wissenschaft und forschung
73: advertising, advertising services, market research, marketing, marketing and advertising, marketing pr und design, marketing und werbung, marketing y publicidad, marktforschung, marktforschung und meinungsforschung, publicidad, publicite, werbung, werbung und pr
74: design, design services, diseno, dolmetschen, fotografie, grafik und design, graphic design, photography, translation and localization, ubersetzung, ubersetzungen, umweltberatung
75: tiermedizin, veterinary
77: autovermietung, leasing, mietservice, vermietung
78: arbeitsvermittlung, executive search services, human resources, human resources services, personalberatung, personaldienstleistungen, personaldienstleistungen und personalberatung, personalvermittlung, personalwesen, recruiting, recruitment, recrutement, recursos humanos, ressources humaines, staffing, staffing and recruiting, zeitarbeit
79: freizeit und tourismus, leisure travel tourism, reise und tourismus, reisen, reiseveranstalter, tourism, tourisme, tourismus, tourismus und gastronomie, touristik, travel, travel arrangements, turismo, voyages et tourisme
80: securite, security, security and investigations, seguridad, sicherheit, sicherheitsdienste, sicherheitsdienstleistungen
81: facilities services, facility management, garten und landschaftsbau, gebaudemanagement, gebaudereinigung, hausverwaltung, reinigung
82: call center, callcenter, dienstleistungen, eventmanagement, events, messen und kongresse, outsourcing, veranstaltungen, veranstaltungsbranche
84: administracion publica, administration publique, armed forces, behorden, bundeswehr, fonction publique, gobierno, government, government administration, international affairs, justiz, law enforcement, militar, military, offentliche verwaltung, offentlicher dienst, politik, polizei, public administration, public policy, public safety, public sector, sozialversicherung, staat, verwaltung
85: academia, ausbildung, bildung, bildung und erziehung, bildungswesen, coaching, e learning, e learning providers, educacion, education, education management, enseignement, enseignement superieur, ensenanza superior, erwachsenenbildung, erziehung, erziehung bildung und wissenschaft, erziehung bildung wissenschaft, fachhochschulen, formation, higher education, hochschule, hochschulen, hochschulen und universitaten, kindergarten und schulen, primary and secondary education, primary secondary education, professional training and coaching, professional training coaching, schule und universitat, schulen, training, training und coaching, universitaten, weiterbildung
86: atencion sanitaria y hospitalaria, gesundheit, gesundheit und soziales, gesundheitswesen, gesundheitswesen und soziales, health, health care, healthcare, hopitaux, hopitaux et services de sante, hospital health care, hospitales, hospitals, hospitals and health care, kliniken, krankenhaus, krankenhauser, krankenhauser und gesundheitswesen, medical practice, medical practices, medizin, medizinische dienste, medizinische versorgung, mental health care, pflege, psychologie, psychotherapie, sanidad, sante, therapie
87: altenpflege, nursing homes, pflegeheime
88: individual and family services, kinder und jugendhilfe, kinderbetreuung, services sociaux, social services, social work, soziale arbeit, soziale dienste, soziales, sozialwesen, sozialwirtschaft, wohlfahrt
90: art, artes, arts and crafts, culture, darstellende kunst, entertainment, kultur, kunst, kunst kultur und unterhaltung, kunst und kultur, music, musicians, musik, performing arts, theater, unterhaltung
91: archive, bibliotheken, libraries, museen, museen und kultureinrichtungen, museum, museums and institutions, zoos
92: gambling, gaming und wetten, glucksspiel, lotterien, wetten
93: deportes, fitness, freizeit, freizeiteinrichtungen, spectator sports, sport, sport und fitness, sports
94: associations, civic and social organizations, gemeinnutzige einrichtungen und vereine, gemeinnutzige organisationen, gewerkschaften, interessenverbande, kirche, kirchen, ngo, nichtregierungsorganisationen, non profit, non profit organization management, non profit organizations, nonprofit, nonprofit organization management, ong, organisation but non lucratif, organizaciones sin animo de lucro, parteien, philanthropy, religion, religious institutions, stiftung, stiftungen, verband, verbande, vereine, vereine und verbande
95: repair, reparatur
96: beauty, bestattungen, friseure, personliche dienstleistungen, wellness, wellness und beauty
99: diplomatie, international organizations, internationale organisationen, organisations internationales
`;

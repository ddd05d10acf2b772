/**
 * What people would say for a minor or unit group of ISCO-08, where the official name is a definition rather than
 * a word: code | English | German, one a line. Own wording; a field of work, so that it names no gender. Groups
 * that are not listed keep their official name (see `iscoGroups.ts`).
 */
export const PLAIN_FUNCTIONS = `
011|Military officers|Offiziere
021|Non-commissioned officers|Unteroffiziere
031|Armed forces|Streitkräfte
111|Politics and public leadership|Politik und Behördenleitung
112|Managing directors and executives|Geschäftsführung und Vorstand
121|Business and administration management|Kaufmännische Leitung
122|Sales, marketing and development management|Leitung Vertrieb, Marketing, Entwicklung
131|Farm, forestry and fisheries management|Leitung Land-, Forst- und Fischwirtschaft
132|Production, construction and logistics management|Leitung Produktion, Bau, Logistik
133|IT management|IT-Leitung
134|Health, education and social management|Leitung Gesundheit, Bildung, Soziales
141|Hotel and restaurant management|Hotel- und Restaurantleitung
142|Retail and wholesale management|Handelsleitung
143|Other service management|Leitung sonstiger Dienste
211|Physics, chemistry and earth sciences|Physik, Chemie, Geowissenschaften
212|Mathematics, statistics and data science|Mathematik, Statistik und Data Science
213|Life sciences|Lebenswissenschaften
214|Engineering|Ingenieurwesen
215|Electrical engineering|Elektrotechnik
216|Architecture, planning and design|Architektur, Planung, Gestaltung
221|Medicine|Medizin
222|Nursing and midwifery|Pflege und Geburtshilfe
223|Complementary medicine|Komplementärmedizin
224|Paramedical practice|Paramedizin
225|Veterinary medicine|Tiermedizin
226|Other health professions|Weitere Gesundheitsberufe
231|University teaching and research|Hochschullehre und Forschung
232|Vocational teaching|Berufsschullehre
233|Secondary school teaching|Lehramt Sekundarstufe
234|Primary school and early education|Grundschule und Frühpädagogik
235|Other teaching|Sonstiger Unterricht
241|Finance|Finanzen
242|Consulting, administration and HR|Beratung, Verwaltung, Personal
243|Sales, marketing and communication|Vertrieb, Marketing, Kommunikation
251|Software and data|Software und Daten
252|Databases and networks|Datenbanken und Netze
261|Law|Recht
262|Libraries, archives and museums|Bibliothek, Archiv, Museum
263|Social sciences, psychology and religion|Sozialwissenschaften, Psychologie, Seelsorge
264|Writing, journalism and languages|Text, Journalismus, Sprachen
265|Arts|Kunst
311|Engineering technology|Technik
312|Production and site supervision|Fertigungs- und Bauaufsicht
313|Process control|Prozesssteuerung
314|Life science technology|Bio- und Agrartechnik
315|Ships and aviation|Schiffs- und Flugverkehr
321|Medical and pharmaceutical technology|Medizin- und Pharmatechnik
322|Nursing and midwifery assistance|Pflege- und Geburtshilfeassistenz
323|Complementary medicine assistance|Heilpraxis
324|Veterinary assistance|Tiermedizinische Assistenz
325|Other health assistance|Weitere Gesundheitsassistenz
331|Finance and accounting assistance|Finanz- und Rechnungswesen (Fachkraft)
332|Sales and purchasing|Vertrieb und Einkauf
333|Business services|Unternehmensdienste
334|Office management and assistance|Büroleitung und Assistenz
335|Public administration|Öffentliche Verwaltung
341|Legal and social assistance|Rechts- und Sozialassistenz
342|Sports and fitness|Sport und Fitness
343|Arts, culture and cuisine|Kunst, Kultur, Küche
351|IT operations and support|IT-Betrieb und Support
352|Telecommunications and broadcasting|Telekommunikation und Rundfunk
411|General office work|Allgemeine Büroarbeit
412|Secretarial work|Sekretariat
413|Data entry|Datenerfassung
421|Counter services|Schalterdienst
422|Customer information|Kundenauskunft
431|Accounting and payroll clerks|Buchhaltung und Lohnabrechnung
432|Stock and transport clerks|Lager und Disposition
441|Other clerical work|Sonstige Sachbearbeitung
511|Travel attendance and guiding|Reisebegleitung
512|Cooking|Küche
513|Waiting and bar service|Service und Bar
514|Hairdressing and beauty|Friseur- und Kosmetikhandwerk
515|Housekeeping|Hauswirtschaft
516|Other personal services|Sonstige persönliche Dienste
521|Market and street sales|Markt- und Straßenverkauf
522|Shop sales|Verkauf
523|Cashiers|Kasse
524|Other sales|Sonstiger Verkauf
531|Child care|Kinderbetreuung
532|Personal care|Betreuung und Pflegehilfe
541|Protective services|Schutz und Sicherheit
0110|Military officers|Offiziere
0210|Non-commissioned officers|Unteroffiziere
0310|Armed forces|Streitkräfte
1111|Parliament and politics|Parlament und Politik
1112|Public administration leadership|Behördenleitung
1114|Association leadership|Verbandsleitung
1120|Managing directors and executives|Geschäftsführung und Vorstand
1211|Finance management|Finanzleitung
1212|HR management|Personalleitung
1213|Strategy and planning management|Strategie und Unternehmensplanung
1219|Business services management|Kaufmännische Leitung
1221|Sales and marketing management|Vertriebs- und Marketingleitung
1222|Advertising and communications management|Leitung Werbung und Kommunikation
1223|Research and product development management|Leitung Forschung und Entwicklung
1311|Farm and forestry management|Leitung Land- und Forstwirtschaft
1312|Fisheries management|Leitung Fischerei
1321|Production management|Produktionsleitung
1322|Mining management|Leitung Bergbau
1323|Construction management|Leitung Bauprojekte
1324|Supply chain and logistics management|Leitung Einkauf und Logistik
1330|IT management|IT-Leitung
1341|Child care management|Kita-Leitung
1342|Hospital and health care management|Klinik- und Gesundheitsmanagement
1343|Elderly care management|Leitung Altenpflege
1344|Social services management|Leitung Sozialdienste
1345|School and university management|Schul- und Hochschulleitung
1346|Bank and insurance branch management|Filialleitung Bank und Versicherung
1349|Professional services management|Leitung Fachdienste
1411|Hotel management|Hotelleitung
1412|Restaurant management|Restaurantleitung
1420|Retail and wholesale management|Handelsleitung
1431|Sports and culture management|Leitung Sport und Kultur
1439|Other service management|Leitung sonstiger Dienste
2111|Physics and astronomy|Physik und Astronomie
2112|Meteorology|Meteorologie
2113|Chemistry|Chemie
2114|Geology and geophysics|Geologie und Geophysik
2120|Mathematics, statistics and data science|Mathematik, Statistik und Data Science
2131|Biology and life sciences|Biologie und Lebenswissenschaften
2132|Farming and forestry advice|Agrar- und Forstberatung
2133|Environmental protection|Umweltschutz
2141|Industrial engineering|Wirtschafts- und Produktionsingenieurwesen
2142|Civil engineering|Bauingenieurwesen
2143|Environmental engineering|Umwelttechnik
2144|Mechanical engineering|Maschinenbau
2145|Chemical engineering|Verfahrens- und Chemietechnik
2146|Mining and metallurgy|Bergbau und Metallurgie
2149|Other engineering|Sonstiges Ingenieurwesen
2151|Electrical engineering|Elektrotechnik
2152|Electronics engineering|Elektronik
2153|Telecommunications engineering|Telekommunikationstechnik
2161|Architecture|Architektur
2162|Landscape architecture|Landschaftsarchitektur
2163|Product and fashion design|Produkt- und Modedesign
2164|Town and traffic planning|Stadt- und Verkehrsplanung
2165|Surveying and cartography|Vermessung und Kartografie
2166|Graphic, web and UX design|Grafik-, Web- und UX-Design
2211|General medicine|Allgemeinmedizin
2212|Specialist medicine|Fachmedizin
2221|Nursing|Pflege
2222|Midwifery|Geburtshilfe
2230|Complementary medicine|Komplementärmedizin
2240|Paramedical practice|Paramedizin
2250|Veterinary medicine|Tiermedizin
2261|Dentistry|Zahnmedizin
2262|Pharmacy|Pharmazie
2263|Occupational health and safety|Arbeits- und Gesundheitsschutz
2264|Physiotherapy|Physiotherapie
2265|Nutrition|Ernährungsberatung
2266|Speech therapy and audiology|Logopädie und Audiologie
2267|Optometry|Optometrie
2269|Other health professions|Sonstige Gesundheitsberufe
2310|University teaching and research|Hochschullehre und Forschung
2320|Vocational teaching|Berufsschullehre
2330|Secondary school teaching|Lehramt Sekundarstufe
2341|Primary school teaching|Lehramt Grundschule
2342|Early childhood education|Frühpädagogik
2351|Education methods|Didaktik und Bildungsentwicklung
2352|Special needs teaching|Sonderpädagogik
2353|Language teaching|Sprachunterricht
2354|Music teaching|Musikunterricht
2355|Arts teaching|Kunstunterricht
2356|IT training|IT-Schulung
2359|Other teaching|Sonstiger Unterricht
2411|Accounting, audit and tax|Rechnungslegung, Prüfung und Steuern
2412|Financial and investment advice|Finanz- und Anlageberatung
2413|Financial analysis|Finanzanalyse
2421|Management consulting|Unternehmensberatung
2422|Policy and programme work|Politik- und Programmreferat
2423|HR and recruiting|Personalwesen und Recruiting
2424|Training and staff development|Personalentwicklung
2431|Marketing and advertising|Marketing und Werbung
2432|Public relations|Öffentlichkeitsarbeit
2433|Technical and medical sales|Technischer und medizinischer Vertrieb
2434|IT sales|IT-Vertrieb
2511|Systems analysis and data engineering|Systemanalyse und Data Engineering
2512|Software development|Softwareentwicklung
2513|Web and multimedia development|Web- und Multimediaentwicklung
2514|Application programming|Anwendungsprogrammierung
2519|Software testing and quality|Softwaretest und -qualität
2521|Database design and administration|Datenbanken
2522|Systems administration|Systemadministration
2523|Computer networks|Computernetze
2529|IT security and other IT specialists|IT-Sicherheit und weitere IT-Fachgebiete
2611|Legal practice|Anwaltschaft
2612|Judiciary|Richteramt
2619|Legal and compliance|Recht und Compliance
2621|Archives and museums|Archiv und Museum
2622|Libraries and information|Bibliothek und Information
2631|Economics|Volkswirtschaft
2632|Social sciences|Sozialwissenschaften
2633|Philosophy, history, political science|Philosophie, Geschichte, Politikwissenschaft
2634|Psychology|Psychologie
2635|Social work and counselling|Sozialarbeit und Beratung
2636|Religious ministry|Seelsorge
2641|Writing|Schriftstellerei und Text
2642|Journalism|Journalismus
2643|Translation and interpreting|Übersetzen und Dolmetschen
2651|Visual arts|Bildende Kunst
2652|Music|Musik
2653|Dance|Tanz
2654|Film and stage direction|Regie und Produktion
2655|Acting|Schauspiel
2656|Broadcasting and presenting|Moderation
2659|Other creative arts|Sonstige darstellende Kunst
3111|Laboratory technology|Labortechnik
3112|Construction technology|Bautechnik
3113|Electrical technology|Elektrotechnik (Fachkraft)
3114|Electronics technology|Elektronik (Fachkraft)
3115|Mechanical technology|Maschinentechnik
3116|Chemical process technology|Chemietechnik
3117|Mining technology|Bergbautechnik
3118|Technical drawing and CAD|Technisches Zeichnen und CAD
3119|Other technical specialists|Sonstige technische Fachkräfte
3121|Mining supervision|Aufsicht im Bergbau
3122|Production supervision|Fertigungsaufsicht
3123|Site supervision|Bauleitung
3131|Power plant operation|Kraftwerksbetrieb
3132|Water and waste treatment operation|Wasser- und Abfallanlagen
3133|Chemical plant control|Chemieanlagensteuerung
3134|Refinery operation|Raffineriebetrieb
3135|Metal process control|Metallprozesssteuerung
3139|Process control and automation|Prozesssteuerung und Automatisierung
3141|Life science technology|Biotechnik
3142|Agricultural technology|Agrartechnik
3143|Forestry technology|Forsttechnik
3151|Ships' engineering|Schiffsmaschinendienst
3152|Navigation and piloting|Schiffsführung
3153|Aviation|Flugbetrieb
3154|Air traffic control|Flugsicherung
3155|Air traffic safety electronics|Flugsicherungstechnik
3211|Medical imaging|Radiologietechnik
3212|Medical laboratory|Medizinisches Labor
3213|Pharmacy assistance|Pharmazeutische Assistenz
3214|Medical and dental technology|Zahn- und Orthopädietechnik
3221|Nursing assistance|Pflegefachkräfte
3222|Midwifery assistance|Geburtshilfe (Assistenz)
3230|Complementary medicine assistance|Heilpraxis
3240|Veterinary assistance|Tiermedizinische Assistenz
3251|Dental assistance|Zahnmedizinische Assistenz
3252|Health records and information|Medizinische Dokumentation
3253|Community health|Öffentliche Gesundheitsfürsorge
3254|Dispensing optics|Augenoptik
3255|Physiotherapy assistance|Physiotherapie (Assistenz)
3256|Medical assistance|Medizinische Assistenz
3257|Health and safety inspection|Gesundheits- und Arbeitsschutzkontrolle
3258|Ambulance service|Rettungsdienst
3259|Other health assistance|Sonstige Gesundheitsassistenz
3311|Securities and brokerage|Wertpapierhandel
3312|Lending|Kreditgeschäft
3313|Bookkeeping and accounting|Buchhaltung
3314|Statistical assistance|Statistik (Sachbearbeitung)
3315|Valuation and claims|Bewertung und Schadensregulierung
3321|Insurance sales|Versicherungsvertrieb
3322|Sales and account management|Vertrieb und Kundenbetreuung
3323|Purchasing|Einkauf
3324|Trade brokerage|Handelsvermittlung
3331|Freight forwarding|Spedition
3332|Event planning|Veranstaltungsplanung
3333|Employment services|Arbeits- und Personalvermittlung
3334|Real estate|Immobilien
3339|Other business services|Sonstige Unternehmensdienste
3341|Office supervision|Büroleitung
3342|Legal secretarial work|Rechtsanwaltsfachangestellte
3343|Executive assistance|Assistenz der Geschäftsleitung
3344|Medical secretarial work|Praxissekretariat
3351|Customs and border control|Zoll und Grenzschutz
3352|Tax administration|Steuerverwaltung
3353|Social benefits administration|Sozialverwaltung
3354|Licensing administration|Genehmigungsverwaltung
3355|Criminal investigation|Kriminalpolizei
3359|Other public administration|Sonstige öffentliche Verwaltung
3411|Legal assistance|Rechtsassistenz
3412|Social care|Sozialbetreuung
3413|Religious assistance|Gemeindedienst
3421|Professional sport|Leistungssport
3422|Sports coaching|Sporttraining
3423|Fitness and recreation|Fitness und Freizeit
3431|Photography|Fotografie
3432|Interior design|Innenarchitektur
3433|Gallery, museum and library technology|Galerie- und Museumstechnik
3434|Chefs|Küchenleitung
3435|Other arts and culture|Sonstige Kunst und Kultur
3511|IT operations|IT-Betrieb
3512|IT support|IT-Support
3513|Network and systems technology|Netz- und Systemtechnik
3514|Web technology|Webtechnik
3521|Broadcasting and audiovisual technology|Rundfunk- und Medientechnik
3522|Telecommunications technology|Telekommunikationstechnik (Fachkraft)
4110|General office work|Allgemeine Büroarbeit
4120|Secretarial work|Sekretariat
4131|Typing and word processing|Schreibdienst
4132|Data entry|Datenerfassung
4211|Bank counter service|Bankschalter
4212|Betting and casino service|Wett- und Spielbetrieb
4213|Pawnbroking and lending|Pfandleihe
4214|Debt collection|Inkasso
4221|Travel agency work|Reiseberatung
4222|Call centre information|Callcenter
4223|Switchboard|Telefonzentrale
4224|Hotel reception|Hotelrezeption
4225|Enquiry desk|Auskunft
4226|Reception|Empfang
4227|Survey interviewing|Marktforschungsinterviews
4229|Customer service|Kundenservice
4311|Accounting clerks|Buchhaltung (Sachbearbeitung)
4312|Finance and insurance clerks|Finanz- und Versicherungssachbearbeitung
4313|Payroll|Lohn- und Gehaltsabrechnung
4321|Stock clerks|Lagerverwaltung
4322|Production planning clerks|Fertigungsplanung
4323|Transport clerks|Disposition
4411|Library clerks|Bibliotheksdienst
4412|Mail sorting and delivery|Postdienst
4413|Proofreading and coding|Korrektorat
4414|Scribes|Schreibhilfe
4415|Filing and copying|Registratur
4416|HR clerks|Personalsachbearbeitung
4419|Other clerical work|Sonstige Sachbearbeitung
5120|Cooking|Küche
5131|Waiting|Service
5132|Bar service|Bar
5169|Other personal services|Sonstige persönliche Dienste
5221|Shop keeping|Ladeninhaber
5222|Shop supervision|Marktleitung
5223|Shop sales|Verkauf
5249|Other sales|Sonstiger Verkauf
5311|Child care|Kinderbetreuung
5321|Health care assistance|Pflegehilfe
5322|Home care|Häusliche Pflege
5329|Other personal care|Sonstige Betreuung
5411|Fire service|Feuerwehr
5412|Police|Polizei
5414|Security|Sicherheitsdienst
5419|Other protective services|Sonstiger Schutzdienst
7119|Other building trades|Sonstiges Bauhandwerk
7319|Other handicraft|Sonstiges Kunsthandwerk
7549|Other crafts|Sonstiges Handwerk
8189|Other plant operation|Sonstige Anlagenbedienung
8219|Assembly|Montage
9329|Manufacturing labour|Hilfsarbeit in der Fertigung
9629|Other elementary work|Sonstige Hilfsarbeit
`;

/**
 * All groups of ISCO-08 in words that people use: code | English | German, one a line. Where the official name is a
 * definition rather than a word, own wording stands here: a field of work, so that it names no gender. The others
 * keep the official name (`iscoGroups.ts`).
 */
export const FUNCTION_NAMES = `
0|Armed forces occupations|Angehörige der regulären Streitkräfte
01|Commissioned armed forces officers|Offiziere in regulären Streitkräften
011|Military officers|Offiziere
0110|Military officers|Offiziere
02|Non-commissioned armed forces officers|Unteroffiziere in regulären Streitkräften
021|Non-commissioned officers|Unteroffiziere
0210|Non-commissioned officers|Unteroffiziere
03|Armed forces occupations, other ranks|Angehörige der regulären Streitkräfte in sonstigen Rängen
031|Armed forces|Streitkräfte
0310|Armed forces|Streitkräfte
1|Managers|Führungskräfte
11|Chief executives, senior officials and legislators|Geschäftsführer, Vorstände, leitende Verwaltungsbedienstete und Angehörige gesetzgebender Körperschaften
111|Politics and public leadership|Politik und Behördenleitung
1111|Parliament and politics|Parlament und Politik
1112|Public administration leadership|Behördenleitung
1113|Traditional chiefs and heads of village|Traditionelle Dorf- und Stammeshäuptlinge
1114|Association leadership|Verbandsleitung
112|Managing directors and executives|Geschäftsführung und Vorstand
1120|Managing directors and executives|Geschäftsführung und Vorstand
12|Administrative and commercial managers|Führungskräfte im kaufmännischen Bereich
121|Finance, HR and administration management|Leitung Finanzen, Personal, Verwaltung
1211|Finance and commercial management|Kaufmännische Leitung und Finanzen
1212|HR management|Personalleitung
1213|Strategy and planning management|Strategie und Unternehmensplanung
1219|Business services management|Leitung zentraler Dienste
122|Sales, marketing and development management|Leitung Vertrieb, Marketing, Entwicklung
1221|Sales management|Vertriebsleitung
1222|Marketing, product and communications management|Leitung Marketing, Produkt und Kommunikation
1223|Research and product development management|Leitung Forschung und Entwicklung
13|Production and specialised services managers|Führungskräfte in der Produktion und bei speziellen Dienstleistungen
131|Farm, forestry and fisheries management|Leitung Land-, Forst- und Fischwirtschaft
1311|Farm and forestry management|Leitung Land- und Forstwirtschaft
1312|Fisheries management|Leitung Fischerei
132|Production, construction and logistics management|Leitung Produktion, Bau, Logistik
1321|Production management|Produktionsleitung
1322|Mining management|Leitung Bergbau
1323|Construction management|Leitung Bauprojekte
1324|Supply chain and logistics management|Leitung Einkauf und Logistik
133|IT management|IT-Leitung
1330|IT management|IT-Leitung
134|Health, education and social management|Leitung Gesundheit, Bildung, Soziales
1341|Child care management|Kita-Leitung
1342|Hospital and health care management|Klinik- und Gesundheitsmanagement
1343|Elderly care management|Leitung Altenpflege
1344|Social services management|Leitung Sozialdienste
1345|School and university management|Schul- und Hochschulleitung
1346|Bank and insurance branch management|Filialleitung Bank und Versicherung
1349|Professional services management|Leitung Fachdienste
14|Hospitality, retail and other services managers|Führungskräfte in Hotels und Restaurants, im Handel und in der Erbringung sonstiger Dienstleistungen
141|Hotel and restaurant management|Hotel- und Restaurantleitung
1411|Hotel management|Hotelleitung
1412|Restaurant management|Restaurantleitung
142|Retail and wholesale management|Handelsleitung
1420|Retail and wholesale management|Handelsleitung
143|Other service management|Leitung sonstiger Dienste
1431|Sports and culture management|Leitung Sport und Kultur
1439|Other service management|Leitung sonstiger Dienste
2|Professionals|Akademische Berufe
21|Science and engineering professionals|Naturwissenschaftler, Mathematiker und Ingenieure
211|Physics, chemistry and earth sciences|Physik, Chemie, Geowissenschaften
2111|Physics and astronomy|Physik und Astronomie
2112|Meteorology|Meteorologie
2113|Chemistry|Chemie
2114|Geology and geophysics|Geologie und Geophysik
212|Mathematics, statistics and data science|Mathematik, Statistik und Data Science
2120|Mathematics, statistics and actuarial science|Mathematik, Statistik und Aktuariat
213|Life sciences|Lebenswissenschaften
2131|Biology and life sciences|Biologie und Lebenswissenschaften
2132|Farming and forestry advice|Agrar- und Forstberatung
2133|Environmental protection|Umweltschutz
214|Engineering|Ingenieurwesen
2141|Industrial engineering|Wirtschafts- und Produktionsingenieurwesen
2142|Civil engineering|Bauingenieurwesen
2143|Environmental engineering|Umwelttechnik
2144|Mechanical engineering|Maschinenbau
2145|Chemical engineering|Verfahrens- und Chemietechnik
2146|Mining and metallurgy|Bergbau und Metallurgie
2149|Other engineering|Sonstiges Ingenieurwesen
215|Electrical engineering|Elektrotechnik
2151|Electrical engineering|Elektrotechnik
2152|Electronics engineering|Elektronik
2153|Telecommunications engineering|Telekommunikationstechnik
216|Architecture, planning and design|Architektur, Planung, Gestaltung
2161|Architecture|Architektur
2162|Landscape architecture|Landschaftsarchitektur
2163|Product and fashion design|Produkt- und Modedesign
2164|Town and traffic planning|Stadt- und Verkehrsplanung
2165|Surveying and cartography|Vermessung und Kartografie
2166|Graphic, web and UX design|Grafik-, Web- und UX-Design
22|Health professionals|Akademische und verwandte Gesundheitsberufe
221|Medicine|Medizin
2211|General medicine|Allgemeinmedizin
2212|Specialist medicine|Fachmedizin
222|Nursing and midwifery|Pflege und Geburtshilfe
2221|Nursing|Pflege
2222|Midwifery|Geburtshilfe
223|Complementary medicine|Komplementärmedizin
2230|Complementary medicine|Komplementärmedizin
224|Paramedical practice|Paramedizin
2240|Paramedical practice|Paramedizin
225|Veterinary medicine|Tiermedizin
2250|Veterinary medicine|Tiermedizin
226|Other health professions|Weitere Gesundheitsberufe
2261|Dentistry|Zahnmedizin
2262|Pharmacy|Pharmazie
2263|Occupational health and safety|Arbeits- und Gesundheitsschutz
2264|Physiotherapy|Physiotherapie
2265|Nutrition|Ernährungsberatung
2266|Speech therapy and audiology|Logopädie und Audiologie
2267|Optometry|Optometrie
2269|Other health professions|Sonstige Gesundheitsberufe
23|Teaching professionals|Lehrkräfte
231|University teaching and research|Hochschullehre und Forschung
2310|University teaching and research|Hochschullehre und Forschung
232|Vocational teaching|Berufsschullehre
2320|Vocational teaching|Berufsschullehre
233|Secondary school teaching|Lehramt Sekundarstufe
2330|Secondary school teaching|Lehramt Sekundarstufe
234|Primary school and early education|Grundschule und Frühpädagogik
2341|Primary school teaching|Lehramt Grundschule
2342|Early childhood education|Frühpädagogik
235|Other teaching|Sonstiger Unterricht
2351|Education methods|Didaktik und Bildungsentwicklung
2352|Special needs teaching|Sonderpädagogik
2353|Language teaching|Sprachunterricht
2354|Music teaching|Musikunterricht
2355|Arts teaching|Kunstunterricht
2356|IT training|IT-Schulung
2359|Other teaching|Sonstiger Unterricht
24|Business and administration professionals|Betriebswirte und vergleichbare akademische Berufe
241|Finance|Finanzen
2411|Accounting, audit and tax|Rechnungslegung, Prüfung und Steuern
2412|Financial and investment advice|Finanz- und Anlageberatung
2413|Financial analysis|Finanzanalyse
242|Projects, consulting and HR|Projekte, Beratung, Personal
2421|Projects, organisation and consulting|Projekte, Organisation und Beratung
2422|Policy and programme work|Politik- und Programmreferat
2423|HR and recruiting|Personalwesen und Recruiting
2424|Training and staff development|Personalentwicklung
243|Sales, marketing and communication|Vertrieb, Marketing, Kommunikation
2431|Marketing and product management|Marketing und Produktmanagement
2432|Public relations|Öffentlichkeitsarbeit
2433|Specialist sales|Fachvertrieb
2434|IT sales|IT-Vertrieb
25|Information and communications technology professionals|Akademische und vergleichbare Fachkräfte in der Informations- und Kommunikationstechnologie
251|Software and data|Software und Daten
2511|Systems analysis, data and IT architecture|Systemanalyse, Daten und IT-Architektur
2512|Software development|Softwareentwicklung
2513|Web and multimedia development|Web- und Multimediaentwicklung
2514|Application programming|Anwendungsprogrammierung
2519|Software testing and quality|Softwaretest und -qualität
252|Databases and networks|Datenbanken und Netze
2521|Database design and administration|Datenbanken
2522|Systems administration|Systemadministration
2523|Computer networks|Computernetze
2529|IT security and other IT specialists|IT-Sicherheit und weitere IT-Fachgebiete
26|Legal, social and cultural professionals|Juristen, Sozialwissenschaftler und Kulturberufe
261|Law|Recht
2611|Legal practice|Anwaltschaft
2612|Judiciary|Richteramt
2619|Legal and compliance|Recht und Compliance
262|Libraries, archives and museums|Bibliothek, Archiv, Museum
2621|Archives and museums|Archiv und Museum
2622|Libraries and information|Bibliothek und Information
263|Social sciences, psychology and religion|Sozialwissenschaften, Psychologie, Seelsorge
2631|Economics|Volkswirtschaft
2632|Social sciences|Sozialwissenschaften
2633|Philosophy, history, political science|Philosophie, Geschichte, Politikwissenschaft
2634|Psychology|Psychologie
2635|Social work and counselling|Sozialarbeit und Beratung
2636|Religious ministry|Seelsorge
264|Writing, journalism and languages|Text, Journalismus, Sprachen
2641|Writing|Schriftstellerei und Text
2642|Journalism|Journalismus
2643|Translation and interpreting|Übersetzen und Dolmetschen
265|Arts|Kunst
2651|Visual arts|Bildende Kunst
2652|Music|Musik
2653|Dance|Tanz
2654|Film and stage direction|Regie und Produktion
2655|Acting|Schauspiel
2656|Broadcasting and presenting|Moderation
2659|Other creative arts|Sonstige darstellende Kunst
3|Technicians and associate professionals|Techniker und gleichrangige nichttechnische Berufe
31|Science and engineering associate professionals|Ingenieurtechnische und vergleichbare Fachkräfte
311|Engineering technology|Technik
3111|Laboratory technology|Labortechnik
3112|Construction technology|Bautechnik
3113|Electrical technology|Elektrotechnik (Fachkraft)
3114|Electronics technology|Elektronik (Fachkraft)
3115|Mechanical technology|Maschinentechnik
3116|Chemical process technology|Chemietechnik
3117|Mining technology|Bergbautechnik
3118|Technical drawing and CAD|Technisches Zeichnen und CAD
3119|Other technical specialists|Sonstige technische Fachkräfte
312|Production and site supervision|Fertigungs- und Bauaufsicht
3121|Mining supervision|Aufsicht im Bergbau
3122|Production supervision|Fertigungsaufsicht
3123|Site supervision|Bauleitung
313|Process control|Prozesssteuerung
3131|Power plant operation|Kraftwerksbetrieb
3132|Water and waste treatment operation|Wasser- und Abfallanlagen
3133|Chemical plant control|Chemieanlagensteuerung
3134|Refinery operation|Raffineriebetrieb
3135|Metal process control|Metallprozesssteuerung
3139|Process control and automation|Prozesssteuerung und Automatisierung
314|Life science technology|Bio- und Agrartechnik
3141|Life science technology|Biotechnik
3142|Agricultural technology|Agrartechnik
3143|Forestry technology|Forsttechnik
315|Ships and aviation|Schiffs- und Flugverkehr
3151|Ships' engineering|Schiffsmaschinendienst
3152|Navigation and piloting|Schiffsführung
3153|Aviation|Flugbetrieb
3154|Air traffic control|Flugsicherung
3155|Air traffic safety electronics|Flugsicherungstechnik
32|Health associate professionals|Assistenzberufe im Gesundheitswesen
321|Medical and pharmaceutical technology|Medizin- und Pharmatechnik
3211|Medical imaging|Radiologietechnik
3212|Medical laboratory|Medizinisches Labor
3213|Pharmacy assistance|Pharmazeutische Assistenz
3214|Medical and dental technology|Zahn- und Orthopädietechnik
322|Nursing and midwifery assistance|Pflege- und Geburtshilfeassistenz
3221|Nursing assistance|Pflegefachkräfte
3222|Midwifery assistance|Geburtshilfe (Assistenz)
323|Complementary medicine assistance|Heilpraxis
3230|Complementary medicine assistance|Heilpraxis
324|Veterinary assistance|Tiermedizinische Assistenz
3240|Veterinary assistance|Tiermedizinische Assistenz
325|Other health assistance|Weitere Gesundheitsassistenz
3251|Dental assistance|Zahnmedizinische Assistenz
3252|Health records and information|Medizinische Dokumentation
3253|Community health|Öffentliche Gesundheitsfürsorge
3254|Dispensing optics|Augenoptik
3255|Physiotherapy assistance|Physiotherapie (Assistenz)
3256|Medical assistance|Medizinische Assistenz
3257|Health and safety inspection|Gesundheits- und Arbeitsschutzkontrolle
3258|Ambulance service|Rettungsdienst
3259|Other health assistance|Sonstige Gesundheitsassistenz
33|Business and administration associate professionals|Nicht akademische betriebswirtschaftliche und kaufmännische Fachkräfte und Verwaltungsfachkräfte
331|Finance and accounting assistance|Finanz- und Rechnungswesen (Fachkraft)
3311|Securities and brokerage|Wertpapierhandel
3312|Lending|Kreditgeschäft
3313|Bookkeeping and accounting|Buchhaltung
3314|Statistical assistance|Statistik (Sachbearbeitung)
3315|Valuation and claims|Bewertung und Schadensregulierung
332|Sales and purchasing|Vertrieb und Einkauf
3321|Insurance sales|Versicherungsvertrieb
3322|Sales and account management|Vertrieb und Kundenbetreuung
3323|Purchasing|Einkauf
3324|Trade brokerage|Handelsvermittlung
333|Business services|Unternehmensdienste
3331|Freight forwarding|Spedition
3332|Event planning|Veranstaltungsplanung
3333|Employment services|Arbeits- und Personalvermittlung
3334|Real estate|Immobilien
3339|Other business services|Sonstige Unternehmensdienste
334|Office management and assistance|Büroleitung und Assistenz
3341|Office supervision|Büroleitung
3342|Legal secretarial work|Rechtsanwaltsfachangestellte
3343|Executive assistance|Assistenz der Geschäftsleitung
3344|Medical secretarial work|Praxissekretariat
335|Public administration|Öffentliche Verwaltung
3351|Customs and border control|Zoll und Grenzschutz
3352|Tax administration|Steuerverwaltung
3353|Social benefits administration|Sozialverwaltung
3354|Licensing administration|Genehmigungsverwaltung
3355|Criminal investigation|Kriminalpolizei
3359|Other public administration|Sonstige öffentliche Verwaltung
34|Legal, social, cultural and related associate professionals|Nicht akademische juristische, sozialpflegerische, kulturelle und verwandte Fachkräfte
341|Legal and social assistance|Rechts- und Sozialassistenz
3411|Legal assistance|Rechtsassistenz
3412|Social care|Sozialbetreuung
3413|Religious assistance|Gemeindedienst
342|Sports and fitness|Sport und Fitness
3421|Professional sport|Leistungssport
3422|Sports coaching|Sporttraining
3423|Fitness and recreation|Fitness und Freizeit
343|Arts, culture and cuisine|Kunst, Kultur, Küche
3431|Photography|Fotografie
3432|Interior design|Innenarchitektur
3433|Gallery, museum and library technology|Galerie- und Museumstechnik
3434|Chefs|Küchenleitung
3435|Other arts and culture|Sonstige Kunst und Kultur
35|Information and communications technicians|Informations- und Kommunikationstechniker
351|IT operations and support|IT-Betrieb und Support
3511|IT operations|IT-Betrieb
3512|IT support|IT-Support
3513|Network and systems technology|Netz- und Systemtechnik
3514|Web technology|Webtechnik
352|Telecommunications and broadcasting|Telekommunikation und Rundfunk
3521|Broadcasting and audiovisual technology|Rundfunk- und Medientechnik
3522|Telecommunications technology|Telekommunikationstechnik (Fachkraft)
4|Clerical support workers|Bürokräfte und verwandte Berufe
41|General and keyboard clerks|Allgemeine Büro- und Sekretariatskräfte
411|General office work|Allgemeine Büroarbeit
4110|General office work|Allgemeine Büroarbeit
412|Secretarial work|Sekretariat
4120|Secretarial work|Sekretariat
413|Data entry|Datenerfassung
4131|Typing and word processing|Schreibdienst
4132|Data entry|Datenerfassung
42|Customer services clerks|Bürokräfte mit Kundenkontakt
421|Counter services|Schalterdienst
4211|Bank counter service|Bankschalter
4212|Betting and casino service|Wett- und Spielbetrieb
4213|Pawnbroking and lending|Pfandleihe
4214|Debt collection|Inkasso
422|Customer information|Kundenauskunft
4221|Travel agency work|Reiseberatung
4222|Call centre information|Callcenter
4223|Switchboard|Telefonzentrale
4224|Hotel reception|Hotelrezeption
4225|Enquiry desk|Auskunft
4226|Reception|Empfang
4227|Survey interviewing|Marktforschungsinterviews
4229|Customer service|Kundenservice
43|Numerical and material recording clerks|Bürokräfte im Finanz- und Rechnungswesen, in der Statistik und in der Materialwirtschaft
431|Accounting and payroll clerks|Buchhaltung und Lohnabrechnung
4311|Accounting clerks|Buchhaltung (Sachbearbeitung)
4312|Finance and insurance clerks|Finanz- und Versicherungssachbearbeitung
4313|Payroll|Lohn- und Gehaltsabrechnung
432|Stock and transport clerks|Lager und Disposition
4321|Stock clerks|Lagerverwaltung
4322|Production planning clerks|Fertigungsplanung
4323|Transport clerks|Disposition
44|Other clerical support workers|Sonstige Bürokräfte und verwandte Berufe
441|Other clerical work|Sonstige Sachbearbeitung
4411|Library clerks|Bibliotheksdienst
4412|Mail sorting and delivery|Postdienst
4413|Proofreading and coding|Korrektorat
4414|Scribes|Schreibhilfe
4415|Filing and copying|Registratur
4416|HR clerks|Personalsachbearbeitung
4419|Other clerical work|Sonstige Sachbearbeitung
5|Service and sales workers|Dienstleistungsberufe und Verkäufer
51|Personal service workers|Berufe im Bereich personenbezogener Dienstleistungen
511|Travel attendance and guiding|Reisebegleitung
5111|Travel attendants and travel stewards|Reisebegleiter und Stewards
5112|Transport conductors|Schaffner
5113|Travel guides|Reiseleiter/Fremdenführer
512|Cooking|Küche
5120|Cooking|Küche
513|Waiting and bar service|Service und Bar
5131|Waiting|Service
5132|Bar service|Bar
514|Hairdressing and beauty|Friseur- und Kosmetikhandwerk
5141|Hairdressers|Friseure
5142|Beauticians and related workers|Kosmetiker und verwandte Berufe
515|Housekeeping|Hauswirtschaft
5151|Cleaning and housekeeping supervisors in offices, hotels and other establishments|Reinigungs- und Hauswirtschaftsleiter in Büros, Hotels und anderen Einrichtungen
5152|Domestic housekeepers|Hauswirtschafter in Privathaushalten
5153|Building caretakers|Hauswarte
516|Other personal services|Sonstige persönliche Dienste
5161|Astrologers, fortune-tellers and related workers|Astrologen, Wahrsager und verwandte Berufe
5162|Companions and valets|Gesellschafter und Zofen/Kammerdiener
5163|Undertakers and embalmers|Bestatter und Einbalsamierer
5164|Pet groomers and animal care workers|Tierpfleger und -betreuer
5165|Driving instructors|Fahrschullehrer
5169|Other personal services|Sonstige persönliche Dienste
52|Sales workers|Verkaufskräfte
521|Market and street sales|Markt- und Straßenverkauf
5211|Stall and market salespersons|Verkaufsstand- und Marktverkäufer
5212|Street food salespersons|Straßenverkäufer von Lebensmitteln
522|Shop sales|Verkauf
5221|Shop keeping|Ladeninhaber
5222|Shop supervision|Marktleitung
5223|Shop sales|Verkauf
523|Cashiers|Kasse
5230|Cashiers and ticket clerks|Kassierer und Kartenverkäufer
524|Other sales|Sonstiger Verkauf
5241|Fashion and other models|Mannequins/Dressmen und sonstige Modelle
5242|Sales demonstrators|Produktvorführer
5243|Door to door salespersons|Haustürverkäufer
5244|Contact centre salespersons|Telefonverkäufer
5245|Service station attendants|Tankwarte
5246|Food service counter attendants|Imbissverkäufer
5249|Other sales|Sonstiger Verkauf
53|Personal care workers|Betreuungsberufe
531|Child care|Kinderbetreuung
5311|Child care|Kinderbetreuung
5312|Teachers’ aides|Lernbetreuer
532|Personal care|Betreuung und Pflegehilfe
5321|Health care assistance|Pflegehilfe
5322|Home care|Häusliche Pflege
5329|Other personal care|Sonstige Betreuung
54|Protective services workers|Schutzkräfte und Sicherheitsbedienstete
541|Protective services|Schutz und Sicherheit
5411|Fire service|Feuerwehr
5412|Police|Polizei
5413|Prison guards|Gefängnisaufseher
5414|Security|Sicherheitsdienst
5419|Other protective services|Sonstiger Schutzdienst
6|Skilled agricultural, forestry and fishery workers|Fachkräfte in Land- und Forstwirtschaft und Fischerei
61|Market-oriented skilled agricultural workers|Fachkräfte in der Landwirtschaft
611|Market gardeners and crop growers|Gärtner und Ackerbauern
6111|Field crop and vegetable growers|Ackerbauern und Gemüseanbauer
6112|Tree and shrub crop growers|Baum- und Strauchfrüchteanbauer
6113|Gardeners, horticultural and nursery growers|Gärtner, Saat- und Pflanzenzüchter
6114|Mixed crop growers|Fachkräfte in der Mischkulturlandwirtschaft
612|Animal producers|Tierhalter
6121|Livestock and dairy producers|Nutztierhalter (ohne Geflügel) und Milchproduzenten
6122|Poultry producers|Geflügelhalter
6123|Apiarists and sericulturists|Imker und Seidenraupenzüchter
6129|Animal producers not elsewhere classified|Tierhalter, anderweitig nicht genannt
613|Mixed crop and animal producers|Landwirte mit Ackerbau und Tierhaltung (ohne ausgeprägten Schwerpunkt)
6130|Mixed crop and animal producers|Landwirte mit Ackerbau und Tierhaltung (ohne ausgeprägten Schwerpunkt)
62|Market-oriented skilled forestry, fishery and hunting workers|Fachkräfte in Forstwirtschaft, Fischerei und Jagd — Marktproduktion
621|Forestry and related workers|Forstarbeitskräfte und verwandte Berufe
6210|Forestry and related workers|Forstarbeitskräfte und verwandte Berufe
622|Fishery workers, hunters and trappers|Fischer, Jäger und Fallensteller
6221|Aquaculture workers|Fachkräfte im Bereich Aquakultur
6222|Inland and coastal waters fishery workers|Binnen- und Küstenfischer
6223|Deep-sea fishery workers|Hochseefischer
6224|Hunters and trappers|Jäger und Fallensteller
63|Subsistence farmers, fishers, hunters and gatherers|Landwirte, Fischer, Jäger und Sammler für den Eigenbedarf
631|Subsistence crop farmers|Ackerbauern für den Eigenbedarf
6310|Subsistence crop farmers|Ackerbauern für den Eigenbedarf
632|Subsistence livestock farmers|Nutztierhalter für den Eigenbedarf
6320|Subsistence livestock farmers|Nutztierhalter für den Eigenbedarf
633|Subsistence mixed crop and livestock farmers|Ackerbauern und Nutztierhalter (ohne ausgeprägten Schwerpunkt) für den Eigenbedarf
6330|Subsistence mixed crop and livestock farmers|Ackerbauern und Nutztierhalter (ohne ausgeprägten Schwerpunkt) für den Eigenbedarf
634|Subsistence fishers, hunters, trappers and gatherers|Fischer, Jäger, Fallensteller und Sammler für den Eigenbedarf
6340|Subsistence fishers, hunters, trappers and gatherers|Fischer, Jäger, Fallensteller und Sammler für den Eigenbedarf
7|Craft and related trades workers|Handwerks- und verwandte Berufe
71|Building and related trades workers, excluding electricians|Bau- und Ausbaufachkräfte sowie verwandte Berufe, ausgenommen Elektriker
711|Building frame and related trades workers|Baukonstruktions- und verwandte Berufe
7111|House builders|Rohbaufacharbeiter im Hochbau
7112|Bricklayers and related workers|Maurer und verwandte Berufe
7113|Stonemasons, stone cutters, splitters and carvers|Steinmetze, Steinspalter, -bearbeiter und Steinbildhauer
7114|Concrete placers, concrete finishers and related workers|Betonierer, Betonoberflächenfertiger und verwandte Berufe
7115|Carpenters and joiners|Zimmerleute und Bautischler
7119|Other building trades|Sonstiges Bauhandwerk
712|Building finishers and related trades workers|Ausbaufachkräfte und verwandte Berufe
7121|Roofers|Dachdecker
7122|Floor layers and tile setters|Boden- und Fliesenleger
7123|Plasterers|Stuckateure
7124|Insulation workers|Isolierer
7125|Glaziers|Glaser
7126|Plumbers and pipe fitters|Bauspengler und Sanitär- und Heizungsinstallateure
7127|Air conditioning and refrigeration mechanics|Klima- und Kälteanlagenbauer
713|Painters, building structure cleaners and related trades workers|Maler, Gebäudereiniger und verwandte Berufe
7131|Painters and related workers|Maler und verwandte Berufe
7132|Spray painters and varnishers|Lackierer und verwandte Berufe
7133|Building structure cleaners|Fassadenreiniger und Schornsteinfeger/Rauchfangkehrer
72|Metal, machinery and related trades workers|Metallarbeiter, Mechaniker und verwandte Berufe
721|Sheet and structural metal workers, moulders and welders, and related workers|Blechkaltverformer, Baumetallverformer, Former (für Metallguss), Schweißer und verwandte Berufe
7211|Metal moulders and coremakers|Former und Kernmacher (für Metallguss)
7212|Welders and flamecutters|Schweißer und Brennschneider
7213|Sheet-metal workers|Blechkaltverformer
7214|Structural-metal preparers and erectors|Baumetallverformer und Metallbauer
7215|Riggers and cable splicers|Verspannungsmonteure und Seilspleißer
722|Blacksmiths, toolmakers and related trades workers|Grobschmiede, Werkzeugmechaniker und verwandte Berufe
7221|Blacksmiths, hammersmiths and forging press workers|Grobschmiede, Hammerschmiede und Schmiedepresser
7222|Toolmakers and related workers|Werkzeugmechaniker und verwandte Berufe
7223|Metal working machine tool setters and operators|Werkzeugmaschineneinrichter und -bediener
7224|Metal polishers, wheel grinders and tool sharpeners|Metallpolierer, Rundschleifer und Werkzeugschärfer
723|Machinery mechanics and repairers|Maschinenmechaniker und -schlosser
7231|Motor vehicle mechanics and repairers|Kraftfahrzeugmechaniker und -schlosser
7232|Aircraft engine mechanics and repairers|Flugmotorenmechaniker und -schlosser
7233|Agricultural and industrial machinery mechanics and repairers|Landmaschinen- und Industriemaschinenmechaniker und -schlosser
7234|Bicycle and related repairers|Fahrradmechaniker und verwandte Berufe
73|Handicraft and printing workers|Präzisionshandwerker, Drucker und kunsthandwerkliche Berufe
731|Handicraft workers|Präzisionshandwerker und kunsthandwerkliche Berufe
7311|Precision-instrument makers and repairers|Präzisionsinstrumentenmacher und -instandsetzer
7312|Musical instrument makers and tuners|Musikinstrumentenbauer und -stimmer
7313|Jewellery and precious-metal workers|Schmuckwarenhersteller und Edelmetallbearbeiter
7314|Potters and related workers|Keramiker und verwandte Berufe
7315|Glass makers, cutters, grinders and finishers|Glasmacher, -schneider, -schleifer und -veredler
7316|Sign writers, decorative painters, engravers and etchers|Schildermaler, Dekormaler, Graveure und Ätzer
7317|Handicraft workers in wood, basketry and related materials|Kunsthandwerkliche Berufe für Holz, Korbwaren und verwandte Materialien
7318|Handicraft workers in textile, leather and related materials|Kunsthandwerkliche Berufe für Textilien, Leder und verwandte Materialien
7319|Other handicraft|Sonstiges Kunsthandwerk
732|Printing trades workers|Druckhandwerker
7321|Pre-press technicians|Techniker in der Druckvorstufe
7322|Printers|Drucker
7323|Print finishing and binding workers|Berufe in der Druckweiterverarbeitung und Buchbinder
74|Electrical and electronic trades workers|Elektriker- und Elektroniker
741|Electrical equipment installers and repairers|Elektroinstallateure und -mechaniker
7411|Building and related electricians|Bauelektriker und verwandte Berufe
7412|Electrical mechanics and fitters|Elektromechaniker und verwandte Berufe
7413|Electrical line installers and repairers|Elektroleitungsinstallateure und Wartungspersonal
742|Electronics and telecommunications installers and repairers|Installateure und Mechaniker für Elektronik und Telekommunikationstechnik
7421|Electronics mechanics and servicers|Elektroniker und Elektronik-Servicetechniker
7422|Information and communications technology installers and servicers|Installateure und Servicetechniker im Bereich Informations- und Kommunikationstechnik
75|Food processing, wood working, garment and other craft and related trades workers|Berufe in der Nahrungsmittelverarbeitung, Holzverarbeitung und Bekleidungsherstellung und verwandte handwerkliche Fachkräfte
751|Food processing and related trades workers|Berufe in der Nahrungsmittelverarbeitung und verwandte handwerkliche Fachkräfte
7511|Butchers, fishmongers and related food preparers|Fleischer, Fischhändler und -verarbeiter und verwandte Berufe
7512|Bakers, pastry-cooks and confectionery makers|Bäcker, Konditoren und Konfektmacher
7513|Dairy-products makers|Molkerei- und Käsereifachkräfte
7514|Fruit, vegetable and related preservers|Obst- und Gemüsekonservierer und verwandte Berufe
7515|Food and beverage tasters and graders|Nahrungsmittel- und Getränkekoster und -klassierer
7516|Tobacco preparers and tobacco products makers|Tabakaufbereiter und Tabakwarenmacher
752|Wood treaters, cabinet-makers and related trades workers|Holzbearbeiter, Möbeltischler und verwandte Berufe
7521|Wood treaters|Holztrockner und -konservierer
7522|Cabinet-makers and related workers|Möbeltischler und verwandte Berufe
7523|Woodworking-machine tool setters and operators|Einrichter und Bediener von Holzbearbeitungsmaschinen
753|Garment and related trades workers|Berufe der Bekleidungsherstellung und verwandte Berufe
7531|Tailors, dressmakers, furriers and hatters|Herren- und Damenschneider, Kürschner und Hutmacher
7532|Garment and related pattern-makers and cutters|Schnittmustermacher und Zuschneider
7533|Sewing, embroidery and related workers|Näher, Sticker und verwandte Berufe
7534|Upholsterers and related workers|Polsterer und verwandte Berufe
7535|Pelt dressers, tanners and fellmongers|Pelzveredler, Gerber und Fellzurichter
7536|Shoemakers and related workers|Schuhmacher und verwandte Berufe
754|Other craft and related workers|Sonstige Handwerks- und verwandte Berufe
7541|Underwater divers|Taucher
7542|Shotfirers and blasters|Sprengmeister und Sprengbeauftragte
7543|Product graders and testers (excluding foods and beverages)|Produkttester und -klassierer (ohne Nahrungsmittel und Getränke)
7544|Fumigators and other pest and weed controllers|Kammerjäger und andere Schädlingsbekämpfungsberufe
7549|Other crafts|Sonstiges Handwerk
8|Plant and machine operators and assemblers|Bediener von Anlagen und Maschinen und Montageberufe
81|Stationary plant and machine operators|Bediener stationärer Anlagen und Maschinen
811|Mining and mineral processing plant operators|Bediener von Anlagen für den Bergbau und die Mineralaufbereitung
8111|Miners and quarriers|Bergleute und Grubenarbeiter
8112|Mineral and stone processing plant operators|Bediener von Mineral- und Gesteinsaufbereitungsanlagen
8113|Well drillers and borers and related workers|Tiefbohrer und verwandte Berufe
8114|Cement, stone and other mineral products machine operators|Bediener von Maschinen zur Herstellung und Verarbeitung von Zement, Steinen und sonstigen Mineralien
812|Metal processing and finishing plant operators|Bediener von Anlagen in der Metallerzeugung, -umformung und -veredlung
8121|Metal processing plant operators|Bediener von Anlagen in der Metallerzeugung und -umformung
8122|Metal finishing, plating and coating machine operators|Bediener von Anlagen zur Metallveredlung, Plattierung und Beschichtung von Metallen
813|Chemical and photographic products plant and machine operators|Bediener von Anlagen und Maschinen für chemische und fotografische Erzeugnisse
8131|Chemical products plant and machine operators|Bediener von Anlagen und Maschinen für chemische Erzeugnisse
8132|Photographic products machine operators|Bediener von Anlagen für fotografische Erzeugnisse
814|Rubber, plastic and paper products machine operators|Bediener von Maschinen zur Herstellung von Gummi-, Kunststoff- und Papierwaren
8141|Rubber products machine operators|Bediener von Maschinen zur Herstellung von Gummiwaren
8142|Plastic products machine operators|Bediener von Maschinen zur Herstellung von Kunststoffwaren
8143|Paper products machine operators|Bediener von Maschinen zur Herstellung von Papierwaren
815|Textile, fur and leather products machine operators|Bediener von Maschinen zur Herstellung von Textil-, Pelz- und Lederwaren
8151|Fibre preparing, spinning and winding machine operators|Bediener von Spinnstoffaufbereitungs-, Spinn- und Spulmaschinen
8152|Weaving and knitting machine operators|Bediener von Web-, Strick- und Wirkmaschinen
8153|Sewing machine operators|Bediener von Nähmaschinen
8154|Bleaching, dyeing and fabric cleaning machine operators|Bediener von Bleich- und Färbemaschinen
8155|Fur and leather preparing machine operators|Bediener von Pelz- und Lederzurichtungs- und -vorbereitungsmaschinen
8156|Shoemaking and related machine operators|Bediener von Maschinen zur Schuhherstellung und verwandte Berufe
8157|Laundry machine operators|Bediener von Wäschereimaschinen
8159|Textile, fur and leather products machine operators not elsewhere classified|Bediener von Maschinen zur Herstellung von Textil-, Pelz- und Lederwaren, anderweitig nicht genannt
816|Food and related products machine operators|Bediener von Maschinen zur Herstellung von Nahrungs- und Genussmitteln
8160|Food and related products machine operators|Bediener von Maschinen zur Herstellung von Nahrungs- und Genussmitteln
817|Wood processing and papermaking plant operators|Bediener von Anlagen zur Holzaufbereitung und Papierherstellung
8171|Pulp and papermaking plant operators|Bediener von Anlagen zur Zellstoff- und Papierherstellung
8172|Wood processing plant operators|Bediener von Anlagen zur Holzaufbereitung
818|Other stationary plant and machine operators|Bediener sonstiger stationärer Anlagen und Maschinen
8181|Glass and ceramics plant operators|Bediener von Anlagen zur Glas- und Keramikherstellung
8182|Steam engine and boiler operators|Bediener von Dampfmaschinen und -kesseln
8183|Packing, bottling and labelling machine operators|Bediener von Verpackungs-, Abfüll- und Etikettiermaschinen
8189|Other plant operation|Sonstige Anlagenbedienung
82|Assemblers|Montageberufe
821|Assemblers|Montageberufe
8211|Mechanical machinery assemblers|Berufe der Montage von mechanischen Bauteilen
8212|Electrical and electronic equipment assemblers|Berufe der Montage von elektrischen und elektronischen Geräten
8219|Assembly|Montage
83|Drivers and mobile plant operators|Fahrzeugführer und Bediener mobiler Anlagen
831|Locomotive engine drivers and related workers|Lokomotivführer und verwandte Berufe
8311|Locomotive engine drivers|Lokomotivführer
8312|Railway brake, signal and switch operators|Bediener von Sicherungs-, Signal- und Leittechnik im Schienennetzbetrieb
832|Car, van and motorcycle drivers|Kraftfahrzeugführer
8321|Motorcycle drivers|Kraftradfahrer
8322|Car, taxi and van drivers|Personenkraftwagen-, Taxi-, Kleintransporter- und Kleinbusfahrer
833|Heavy truck and bus drivers|Fahrer schwerer Lastkraftwagen und Busse
8331|Bus and tram drivers|Busfahrer und Straßenbahnführer
8332|Heavy truck and lorry drivers|Fahrer schwerer Lastkraftwagen
834|Mobile plant operators|Bediener mobiler Anlagen
8341|Mobile farm and forestry plant operators|Führer von mobilen land- und forstwirtschaftlichen Maschinen
8342|Earthmoving and related plant operators|Führer von Erdbewegungs- und verwandten Maschinen
8343|Crane, hoist and related plant operators|Kranführer, Aufzugmaschinisten und Bediener verwandter Hebeeinrichtungen
8344|Lifting truck operators|Gabelstaplerfahrer und verwandte Berufe
835|Ships’ deck crews and related workers|Deckspersonal auf Schiffen und verwandte Berufe
8350|Ships’ deck crews and related workers|Deckspersonal auf Schiffen und verwandte Berufe
9|Elementary occupations|Hilfsarbeitskräfte
91|Cleaners and helpers|Reinigungspersonal und Hilfskräfte
911|Domestic, hotel and office cleaners and helpers|Reinigungspersonal und Hilfskräfte in Privathaushalten, Hotels und Büros
9111|Domestic cleaners and helpers|Reinigungspersonal und Hilfskräfte in Privathaushalten
9112|Cleaners and helpers in offices, hotels and other establishments|Reinigungspersonal und Hilfskräfte in Büros, Hotels und anderen Einrichtungen
912|Vehicle, window, laundry and other hand cleaning workers|Reinigungspersonal für Fahrzeuge, Fenster, Wäsche und sonstige manuelle Reinigungsberufe
9121|Hand launderers and pressers|Handwäscher und Handbügler
9122|Vehicle cleaners|Fahrzeugreiniger
9123|Window cleaners|Fensterputzer
9129|Other cleaning workers|Sonstiges Reinigungspersonal
92|Agricultural, forestry and fishery labourers|Hilfsarbeiter in der Land- und Forstwirtschaft und Fischerei
921|Agricultural, forestry and fishery labourers|Hilfsarbeiter in der Land- und Forstwirtschaft und Fischerei
9211|Crop farm labourers|Hilfsarbeiter im Ackerbau
9212|Livestock farm labourers|Hilfsarbeiter in der Tierhaltung
9213|Mixed crop and livestock farm labourers|Hilfsarbeiter in Ackerbau und Tierhaltung (ohne ausgeprägten Schwerpunkt)
9214|Garden and horticultural labourers|Hilfsarbeiter im Gartenbau
9215|Forestry labourers|Hilfsarbeiter in der Forstwirtschaft
9216|Fishery and aquaculture labourers|Hilfsarbeiter in der Fischerei und Aquakultur
93|Labourers in mining, construction, manufacturing and transport|Hilfsarbeiter im Bergbau, im Bau, bei der Herstellung von Waren und im Transportwesen
931|Mining and construction labourers|Hilfsarbeiter im Bergbau und im Bau
9311|Mining and quarrying labourers|Hilfsarbeiter im Bergbau und in der Gewinnung von Steinen und Erden
9312|Civil engineering labourers|Hilfsarbeiter im Tiefbau
9313|Building construction labourers|Hilfsarbeiter im Hochbau
932|Manufacturing labourers|Hilfsarbeiter bei der Herstellung von Waren
9321|Hand packers|Verpacker
9329|Manufacturing labour|Hilfsarbeit in der Fertigung
933|Transport and storage labourers|Hilfsarbeiter in Transport und Lagerei
9331|Hand and pedal vehicle drivers|Führer von Handwagen und pedalbetriebenen Fahrzeugen
9332|Drivers of animal-drawn vehicles and machinery|Führer von Fahrzeugen und Maschinen mit Zugtierantrieb
9333|Freight handlers|Frachtarbeiter und verwandte Berufe
9334|Shelf fillers|Regalbetreuer und -auffüller
94|Food preparation assistants|Hilfskräfte in der Nahrungsmittelzubereitung
941|Food preparation assistants|Hilfskräfte in der Nahrungsmittelzubereitung
9411|Fast food preparers|Zubereiter von Fast Food und anderen Imbissen
9412|Kitchen helpers|Küchenhilfen
95|Street and related sales and service workers|Straßenhändler und auf der Straße arbeitende Dienstleistungskräfte
951|Street and related service workers|Auf der Straße arbeitende Dienstleistungskräfte und verwandte Berufe
9510|Street and related service workers|Auf der Straße arbeitende Dienstleistungskräfte und verwandte Berufe
952|Street vendors (excluding food)|Straßenverkäufer (ohne Lebensmittel)
9520|Street vendors (excluding food)|Straßenverkäufer (ohne Lebensmittel)
96|Refuse workers and other elementary workers|Abfallentsorgungsarbeiter und sonstige Hilfsarbeitskräfte
961|Refuse workers|Abfallentsorgungsarbeiter
9611|Garbage and recycling collectors|Arbeiter in der Abfall- und Wertstoffsammlung
9612|Refuse sorters|Arbeiter in der Abfallsortierung
9613|Sweepers and related labourers|Straßenkehrer und verwandte Berufe
962|Other elementary workers|Sonstige Hilfsarbeitskräfte
9621|Messengers, package deliverers and luggage porters|Boten, Paketauslieferer und Gepäckträger
9622|Odd job persons|Gelegenheitsarbeiter
9623|Meter readers and vending-machine collectors|Zählerableser, Automatenbefüller und -kassierer
9624|Water and firewood collectors|Wasserträger und Brennholzsammler
9629|Other elementary work|Sonstige Hilfsarbeit
`;

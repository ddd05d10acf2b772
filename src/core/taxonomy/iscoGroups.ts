// Computed from the group tables of ESCO 1.2, not written by hand. Do not edit.
// Source: ESCO 1.2, European Commission; classification ISCO-08, International Labour Organization.
/** One group a line: code | English name | German name. */
export const ISCO_GROUPS = `
0|Armed forces occupations|Angehörige der regulären Streitkräfte
01|Commissioned armed forces officers|Offiziere in regulären Streitkräften
011|Commissioned armed forces officers|Offiziere in regulären Streitkräften
0110|Commissioned armed forces officers|Offiziere in regulären Streitkräften
02|Non-commissioned armed forces officers|Unteroffiziere in regulären Streitkräften
021|Non-commissioned armed forces officers|Unteroffiziere in regulären Streitkräften
0210|Non-commissioned armed forces officers|Unteroffiziere in regulären Streitkräften
03|Armed forces occupations, other ranks|Angehörige der regulären Streitkräfte in sonstigen Rängen
031|Armed forces occupations, other ranks|Angehörige der regulären Streitkräfte in sonstigen Rängen
0310|Armed forces occupations, other ranks|Angehörige der regulären Streitkräfte in sonstigen Rängen.
1|Managers|Führungskräfte
11|Chief executives, senior officials and legislators|Geschäftsführer, Vorstände, leitende Verwaltungsbedienstete und Angehörige gesetzgebender Körperschaften
111|Legislators and senior officials|Angehörige gesetzgebender Körperschaften und leitende Verwaltungsbedienstete
1111|Legislators|Angehörige gesetzgebender Körperschaften
1112|Senior government officials|Leitende Verwaltungsbedienstete
1113|Traditional chiefs and heads of village|Traditionelle Dorf- und Stammeshäuptlinge
1114|Senior officials of special-interest organisations|Leitende Bedienstete von Interessenorganisationen
112|Managing directors and chief executives|Geschäftsführer und Vorstände
1120|Managing directors and chief executives|Geschäftsführer und Vorstände
12|Administrative and commercial managers|Führungskräfte im kaufmännischen Bereich
121|Business services and administration managers|Führungskräfte in der betrieblichen Verwaltung und in unternehmensbezogenen Dienstleistungen
1211|Finance managers|Führungskräfte im Bereich Finanzen
1212|Human resource managers|Führungskräfte im Personalwesen
1213|Policy and planning managers|Führungskräfte in Unternehmenspolitik und -planung
1219|Business services and administration managers not elsewhere classified|Führungskräfte in der betrieblichen Verwaltung und in unternehmensbezogenen Dienstleistungen, anderweitig nicht genannt
122|Sales, marketing and development managers|Führungskräfte in Vertrieb, Marketing und Entwicklung
1221|Sales and marketing managers|Führungskräfte in Vertrieb und Marketing
1222|Advertising and public relations managers|Führungskräfte in Werbung und Öffentlichkeitsarbeit
1223|Research and development managers|Führungskräfte in Forschung und Entwicklung
13|Production and specialised services managers|Führungskräfte in der Produktion und bei speziellen Dienstleistungen
131|Production managers in agriculture, forestry and fisheries|Führungskräfte in der Produktion in Land- und Forstwirtschaft und Fischerei
1311|Agricultural and forestry production managers|Führungskräfte in der Produktion in Land- und Forstwirtschaft
1312|Aquaculture and fisheries production managers|Führungskräfte in der Produktion in Aquakultur und Fischerei
132|Manufacturing, mining, construction, and distribution managers|Führungskräfte in der Produktion bei der Herstellung von Waren, im Bergbau und im Bau sowie in der Logistik
1321|Manufacturing managers|Führungskräfte in der Produktion bei der Herstellung von Waren
1322|Mining managers|Führungskräfte in der Produktion im Bergbau
1323|Construction managers|Führungskräfte in der Produktion im Bau
1324|Supply, distribution and related managers|Führungskräfte in der Beschaffung, Logistik und in verwandten Bereichen
133|Information and communications technology service managers|Führungskräfte in der Erbringung von Dienstleistungen im Bereich Informations- und Kommunikationstechnologie
1330|Information and communications technology service managers|Führungskräfte in der Erbringung von Dienstleistungen im Bereich Informations- und Kommunikationstechnologie
134|Professional services managers|Führungskräfte in der Erbringung von speziellen Dienstleistungen
1341|Child care services managers|Führungskräfte in der Erbringung von Dienstleistungen der Kinderbetreuung
1342|Health services managers|Führungskräfte in der Erbringung von Dienstleistungen im Gesundheitswesen
1343|Aged care services managers|Führungskräfte in der Erbringung von Dienstleistungen der Altenbetreuung
1344|Social welfare managers|Führungskräfte in der Erbringung von Dienstleistungen der Sozialfürsorge
1345|Education managers|Führungskräfte in der Erbringung von Dienstleistungen des Bildungswesens
1346|Financial and insurance services branch managers|Führungskräfte auf Filialebene in der Erbringung von Finanz- und Versicherungsdienstleistungen
1349|Professional services managers not elsewhere classified|Führungskräfte in der Erbringung von speziellen Dienstleistungen, anderweitig nicht genannt
14|Hospitality, retail and other services managers|Führungskräfte in Hotels und Restaurants, im Handel und in der Erbringung sonstiger Dienstleistungen
141|Hotel and restaurant managers|Führungskräfte in Hotels und Restaurants
1411|Hotel managers|Führungskräfte in Hotels
1412|Restaurant managers|Führungskräfte in Restaurants
142|Retail and wholesale trade managers|Führungskräfte in Groß- und Einzelhandel
1420|Retail and wholesale trade managers|Führungskräfte in Groß- und Einzelhandel
143|Other services managers|Führungskräfte in der Erbringung sonstiger Dienstleistungen
1431|Sports, recreation and cultural centre managers|Führungskräfte in der Erbringung von Dienstleistungen im Bereich Sport, Erholung und Kultur
1439|Services managers not elsewhere classified|Führungskräfte in der Erbringung von Dienstleistungen, anderweitig nicht genannt
2|Professionals|Akademische Berufe
21|Science and engineering professionals|Naturwissenschaftler, Mathematiker und Ingenieure
211|Physical and earth science professionals|Physiker, Chemiker, Geologen und verwandte Berufe
2111|Physicists and astronomers|Physiker und Astronomen
2112|Meteorologists|Meteorologen
2113|Chemists|Chemiker
2114|Geologists and geophysicists|Geologen und Geophysiker
212|Mathematicians, actuaries and statisticians|Mathematiker, Versicherungsmathematiker und Statistiker
2120|Mathematicians, actuaries and statisticians|Mathematiker, Versicherungsmathematiker und Statistiker
213|Life science professionals|Biowissenschaftler
2131|Biologists, botanists, zoologists and related professionals|Biologen, Botaniker, Zoologen und verwandte Berufe
2132|Farming, forestry and fisheries advisers|Agrar-, Forst- und Fischereiwissenschaftler und -berater
2133|Environmental protection professionals|Umweltwissenschaftler
214|Engineering professionals (excluding electrotechnology)|Ingenieurwissenschaftler (ohne Elektrotechnik, Elektronik und Telekommunikation)
2141|Industrial and production engineers|Wirtschafts- und Produktionsingenieure
2142|Civil engineers|Bauingenieure
2143|Environmental engineers|Umweltschutzingenieure
2144|Mechanical engineers|Maschinenbauingenieure
2145|Chemical engineers|Chemieingenieure
2146|Mining engineers, metallurgists and related professionals|Bergbauingenieure, Metallurgen und verwandte Berufe
2149|Engineering professionals not elsewhere classified|Ingenieure, anderweitig nicht genannt
215|Electrotechnology engineers|Ingenieure in den Bereichen Elektrotechnik, Elektronik und Telekommunikationstechnik
2151|Electrical engineers|Ingenieure im Bereich Elektrotechnik
2152|Electronics engineers|Ingenieure im Bereich Elektronik
2153|Telecommunications engineers|Ingenieure im Bereich Telekommunikationstechnik
216|Architects, planners, surveyors and designers|Architekten, Raum-, Stadt- und Verkehrsplaner, Vermessungsingenieure und Designer
2161|Building architects|Architekten
2162|Landscape architects|Landschaftsarchitekten
2163|Product and garment designers|Produkt- und Textildesigner
2164|Town and traffic planners|Raum-, Stadt- und Verkehrsplaner
2165|Cartographers and surveyors|Kartografen und Vermessungsingenieure
2166|Graphic and multimedia designers|Grafik- und Multimediadesigner
22|Health professionals|Akademische und verwandte Gesundheitsberufe
221|Medical doctors|Ärzte
2211|Generalist medical practitioners|Allgemeinärzte
2212|Specialist medical practitioners|Fachärzte
222|Nursing and midwifery professionals|Akademische und vergleichbare Krankenpflege- und Geburtshilfefachkräfte
2221|Nursing professionals|Akademische und vergleichbare Krankenpflegefachkräfte
2222|Midwifery professionals|Akademische und vergleichbare Geburtshilfefachkräfte
223|Traditional and complementary medicine professionals|Akademische und vergleichbare Fachkräfte in der traditionellen und komplementären Medizin
2230|Traditional and complementary medicine professionals|Akademische und vergleichbare Fachkräfte in der traditionellen und komplementären Medizin
224|Paramedical practitioners|Feldscher und vergleichbare paramedizinische Praktiker
2240|Paramedical practitioners|Feldscher und vergleichbare paramedizinische Praktiker
225|Veterinarians|Tierärzte
2250|Veterinarians|Tierärzte
226|Other health professionals|Sonstige akademische und verwandte Gesundheitsberufe
2261|Dentists|Zahnärzte
2262|Pharmacists|Apotheker
2263|Environmental and occupational health and hygiene professionals|Akademische und vergleichbare Fachkräfte in den Bereichen Umwelt- und Arbeitsmedizin sowie Hygiene
2264|Physiotherapists|Physiotherapeuten
2265|Dieticians and nutritionists|Diätologen und Ernährungsberater
2266|Audiologists and speech therapists|Audiologen und Sprachtherapeuten
2267|Optometrists and ophthalmic opticians|Optometristen und Orthoptisten
2269|Health professionals not elsewhere classified|Akademische und verwandte Gesundheitsberufe, anderweitig nicht genannt
23|Teaching professionals|Lehrkräfte
231|University and higher education teachers|Universitäts- und Hochschullehrer
2310|University and higher education teachers|Universitäts- und Hochschullehrer
232|Vocational education teachers|Lehrkräfte im Bereich Berufsbildung
2320|Vocational education teachers|Lehrkräfte im Bereich Berufsbildung
233|Secondary education teachers|Lehrkräfte im Sekundarbereich
2330|Secondary education teachers|Lehrkräfte im Sekundarbereich
234|Primary school and early childhood teachers|Lehrkräfte im Primar- und Vorschulbereich
2341|Primary school teachers|Lehrkräfte im Primarbereich
2342|Early childhood educators|Lehrkräfte und Erzieher im Vorschulbereich
235|Other teaching professionals|Sonstige Lehrkräfte
2351|Education methods specialists|Pädagogik- und Didaktikspezialisten
2352|Special needs teachers|Lehrkräfte im Bereich Sonderpädagogik
2353|Other language teachers|Sonstige Sprachlehrer
2354|Other music teachers|Sonstige Musiklehrer
2355|Other arts teachers|Sonstige Kunstlehrer
2356|Information technology trainers|Ausbilder im Bereich Informationstechnologie
2359|Teaching professionals not elsewhere classified|Lehrkräfte, anderweitig nicht genannt
24|Business and administration professionals|Betriebswirte und vergleichbare akademische Berufe
241|Finance professionals|Akademische und vergleichbare Fachkräfte im Bereich Finanzen
2411|Accountants|Wirtschaftsprüfer, Steuerberater und verwandte Berufe
2412|Financial and investment advisers|Finanz- und Anlageberater
2413|Financial analysts|Finanzanalysten
242|Administration professionals|Akademische und vergleichbare Fachkräfte in der betrieblichen Verwaltung
2421|Management and organisation analysts|Akademische und vergleichbare Fachkräfte im Bereich Management- und Organisationsanalyse
2422|Policy administration professionals|Akademische und vergleichbare Fachkräfte in der strategischen Planung in Politik und Wirtschaft
2423|Personnel and careers professionals|Berufsberater und -analytiker und akademische und vergleichbare Personalfachleute
2424|Training and staff development professionals|Fachkräfte in Personalschulung und -entwicklung
243|Sales, marketing and public relations professionals|Akademische und vergleichbare Fachkräfte in Vertrieb, Marketing und Öffentlichkeitsarbeit
2431|Advertising and marketing professionals|Akademische und vergleichbare Fachkräfte in Werbung und Marketing
2432|Public relations professionals|Akademische und vergleichbare Fachkräfte in der Öffentlichkeitsarbeit
2433|Technical and medical sales professionals (excluding ICT)|Akademische und vergleichbare Fachkräfte im Bereich Vertrieb (Technik und Medizin, ohne Informations- und Kommunikationstechnologie)
2434|Information and communications technology sales professionals|Akademische und vergleichbare Fachkräfte im Vertrieb von Informations- und Kommunikationstechnologie
25|Information and communications technology professionals|Akademische und vergleichbare Fachkräfte in der Informations- und Kommunikationstechnologie
251|Software and applications developers and analysts|Entwickler und Analytiker von Software und Anwendungen
2511|Systems analysts|Systemanalytiker
2512|Software developers|Softwareentwickler
2513|Web and multimedia developers|Web- und Multimediaentwickler
2514|Applications programmers|Anwendungsprogrammierer
2519|Software and applications developers and analysts not elsewhere classified|Entwickler und Analytiker von Software und Anwendungen, anderweitig nicht genannt
252|Database and network professionals|Akademische und vergleichbare Fachkräfte für Datenbanken und Netzwerke
2521|Database designers and administrators|Datenbankentwickler und -administratoren
2522|Systems administrators|Systemadministratoren
2523|Computer network professionals|Akademische und vergleichbare Fachkräfte für Computernetzwerke
2529|Database and network professionals not elsewhere classified|Akademische und vergleichbare Fachkräfte für Datenbanken und Netzwerke, anderweitig nicht genannt
26|Legal, social and cultural professionals|Juristen, Sozialwissenschaftler und Kulturberufe
261|Legal professionals|Juristen
2611|Lawyers|Anwälte
2612|Judges|Richter
2619|Legal professionals not elsewhere classified|Juristen, anderweitig nicht genannt
262|Librarians, archivists and curators|Archiv-, Bibliotheks- und Museumswissenschaftler
2621|Archivists and curators|Archiv- und Museumswissenschaftler
2622|Librarians and related information professionals|Bibliothekswissenschaftler und verwandte Informationswissenschaftler
263|Social and religious professionals|Sozialwissenschaftler, Geistliche und Seelsorger
2631|Economists|Volkswirtschaftler
2632|Sociologists, anthropologists and related professionals|Soziologen, Anthropologen und verwandte Wissenschaftler
2633|Philosophers, historians and political scientists|Philosophen, Historiker und Politologen
2634|Psychologists|Psychologen
2635|Social work and counselling professionals|Sozialarbeiter
2636|Religious professionals|Geistliche Seelsorger
264|Authors, journalists and linguists|Autoren, Journalisten und Linguisten
2641|Authors and related writers|Autoren und verwandte schriftstellerische Berufe
2642|Journalists|Journalisten
2643|Translators, interpreters and other linguists|Übersetzer, Dolmetscher und andere Linguisten
265|Creative and performing artists|Bildende und darstellende Künstler
2651|Visual artists|Bildende Künstler
2652|Musicians, singers and composers|Musiker, Sänger und Komponisten
2653|Dancers and choreographers|Tänzer und Choreografen
2654|Film, stage and related directors and producers|Regisseure und Produzenten im Film- und Bühnenbereich sowie in verwandten Bereichen
2655|Actors|Schauspieler
2656|Announcers on radio, television and other media|Sprecher im Rundfunk, Fernsehen und sonstigen Medien
2659|Creative and performing artists not elsewhere classified|Bildende und darstellende Künstler, anderweitig nicht genannt
3|Technicians and associate professionals|Techniker und gleichrangige nichttechnische Berufe
31|Science and engineering associate professionals|Ingenieurtechnische und vergleichbare Fachkräfte
311|Physical and engineering science technicians|Material- und ingenieurtechnische Fachkräfte
3111|Chemical and physical science technicians|Chemo- und Physikotechniker
3112|Civil engineering technicians|Bautechniker
3113|Electrical engineering technicians|Elektrotechniker
3114|Electronics engineering technicians|Techniker im Bereich Elektronik
3115|Mechanical engineering technicians|Maschinenbautechniker
3116|Chemical engineering technicians|Chemiebetriebs- und Verfahrenstechniker
3117|Mining and metallurgical technicians|Bergbau- und Hüttentechniker
3118|Draughtspersons|Technische Zeichner
3119|Physical and engineering science technicians not elsewhere classified|Material- und ingenieurtechnische Fachkräfte, anderweitig nicht genannt
312|Mining, manufacturing and construction supervisors|Produktionsleiter im Bergbau, bei der Herstellung von Waren und im Bau
3121|Mining supervisors|Produktionsleiter im Bergbau
3122|Manufacturing supervisors|Produktionsleiter bei der Herstellung von Waren
3123|Construction supervisors|Bauleiter
313|Process control technicians|Techniker in der Prozesssteuerung
3131|Power production plant operators|Steuerer von Energieerzeugungsanlagen
3132|Incinerator and water treatment plant operators|Steuerer von Verbrennungs- und Wasserbehandlungsanlagen
3133|Chemical processing plant controllers|Steuerer von chemischen Verfahrensanlagen
3134|Petroleum and natural gas refining plant operators|Steuerer von Erdöl- und Erdgasraffinationsanlagen
3135|Metal production process controllers|Steuerer von Verfahren in der Metallerzeugung
3139|Process control technicians not elsewhere classified|Techniker in der Prozesssteuerung, anderweitig nicht genannt
314|Life science technicians and related associate professionals|Biotechniker und verwandte technische Berufe
3141|Life science technicians (excluding medical)|Biotechniker (ohne medizinische Fachberufe)
3142|Agricultural technicians|Agrartechniker
3143|Forestry technicians|Forsttechniker
315|Ship and aircraft controllers and technicians|Schiffsführer, Flugzeugführer und verwandte Berufe
3151|Ships’ engineers|Technische Schiffsoffiziere
3152|Ships' deck officers and pilots|Schiffsführer, nautische Schiffsoffiziere und Schiffslotsen
3153|Aircraft pilots and related associate professionals|Flugzeugführer und verwandte Berufe
3154|Air traffic controllers|Flugverkehrslotsen
3155|Air traffic safety electronics technicians|Flugsicherungstechniker
32|Health associate professionals|Assistenzberufe im Gesundheitswesen
321|Medical and pharmaceutical technicians|Medizinische und pharmazeutische Fachberufe
3211|Medical imaging and therapeutic equipment technicians|Medizintechniker im Bereich bildgebende Verfahren und Therapiegeräte
3212|Medical and pathology laboratory technicians|Medizintechniker im Bereich Labor und Pathologie
3213|Pharmaceutical technicians and assistants|Pharmazeutisch-technische Assistenten
3214|Medical and dental prosthetic technicians|Medizinische und zahnmedizinische Prothetiktechniker
322|Nursing and midwifery associate professionals|Nicht akademische Krankenpflege- und Geburtshilfefachkräfte
3221|Nursing associate professionals|Nicht akademische Krankenpflegefachkräfte
3222|Midwifery associate professionals|Nicht akademische Geburtshilfefachkräfte
323|Traditional and complementary medicine associate professionals|Nicht akademische Fachkräfte in traditioneller und komplementärer Medizin
3230|Traditional and complementary medicine associate professionals|Nicht akademische Fachkräfte in traditioneller und komplementärer Medizin
324|Veterinary technicians and assistants|Veterinärmedizinische Fachkräfte und Assistenten
3240|Veterinary technicians and assistants|Veterinärmedizinische Fachkräfte und Assistenten
325|Other health associate professionals|Sonstige Assistenzberufe im Gesundheitswesen
3251|Dental assistants and therapists|Zahnmedizinische Assistenten und Dentalhygieniker
3252|Medical records and health information technicians|Fachkräfte im Bereich medizinische Dokumentation und Information
3253|Community health workers|Fachkräfte in der öffentlichen Gesundheitsfürsorge
3254|Dispensing opticians|Augenoptiker
3255|Physiotherapy technicians and assistants|Physiotherapeutische Techniker und Assistenten
3256|Medical assistants|Medizinische Assistenten
3257|Environmental and occupational health inspectors and associates|Nicht akademische Kontrolleure und Beauftragte in den Bereichen Umwelt- und Arbeitsmedizin sowie verwandte Berufe
3258|Ambulance workers|Rettungsdienstpersonal
3259|Health associate professionals not elsewhere classified|Assistenzberufe im Gesundheitswesen, anderweitig nicht genannt
33|Business and administration associate professionals|Nicht akademische betriebswirtschaftliche und kaufmännische Fachkräfte und Verwaltungsfachkräfte
331|Financial and mathematical associate professionals|Nicht akademische Fachkräfte im Bereich Finanzen und mathematische Verfahren
3311|Securities and finance dealers and brokers|Wertpapierhändler, -makler und Finanzmakler
3312|Credit and loans officers|Kreditsachbearbeiter
3313|Accounting associate professionals|Nicht akademische Fachkräfte im Rechnungswesen
3314|Statistical, mathematical and related associate professionals|Nicht akademische statistische, mathematische und verwandte Fachkräfte
3315|Valuers and loss assessors|Schätzer und Schadensgutachter
332|Sales and purchasing agents and brokers|Vertriebsagenten, Einkäufer und Handelsmakler
3321|Insurance representatives|Versicherungsvertreter
3322|Commercial sales representatives|Vertriebsagenten
3323|Buyers|Einkäufer
3324|Trade brokers|Handelsmakler
333|Business services agents|Fachkräfte für unternehmensbezogene Dienstleistungen
3331|Clearing and forwarding agents|Fachkräfte für Abrechnungs- und Speditionsdienstleistungen
3332|Conference and event planners|Konferenz- und Veranstaltungsplaner
3333|Employment agents and contractors|Arbeits- und Personalvermittler
3334|Real estate agents and property managers|Immobilienmakler und -verwalter
3339|Business services agents not elsewhere classified|Fachkräfte für unternehmensbezogene Dienstleistungen, anderweitig nicht genannt
334|Administrative and specialised secretaries|Sekretariatsfachkräfte
3341|Office supervisors|Sekretariatsleiter
3342|Legal secretaries|Sekretariatsfachkräfte im juristischen Bereich
3343|Administrative and executive secretaries|Sekretariatsfachkräfte in Verwaltung und Geschäftsleitung
3344|Medical secretaries|Sekretariatsfachkräfte im Gesundheitswesen
335|Regulatory government associate professionals|Fachkräfte in der öffentlichen Verwaltung
3351|Customs and border inspectors|Fachkräfte im Zolldienst und Grenzschutz
3352|Government tax and excise officials|Fachkräfte in der Steuerverwaltung
3353|Government social benefits officials|Fachkräfte in Sozialverwaltung und -versicherung
3354|Government licensing officials|Fachkräfte bei staatlichen Pass-, Lizenz- und Genehmigungsstellen
3355|Police inspectors and detectives|Polizeikommissare und Kriminalbeamte
3359|Regulatory government associate professionals not elsewhere classified|Fachkräfte in der öffentlichen Verwaltung, anderweitig nicht genannt
34|Legal, social, cultural and related associate professionals|Nicht akademische juristische, sozialpflegerische, kulturelle und verwandte Fachkräfte
341|Legal, social and religious associate professionals|Nicht akademische juristische, sozialpflegerische und religiöse Berufe
3411|Legal and related associate professionals|Nicht akademische Fachkräfte für Rechts- und verwandte Angelegenheiten
3412|Social work associate professionals|Nicht akademische sozialpflegerische Fachkräfte
3413|Religious associate professionals|Ordensbrüder/-schwestern und Seelsorgehelfer
342|Sports and fitness workers|Fachkräfte im Bereich Sport und Fitness
3421|Athletes and sports players|Athleten und Berufssportler
3422|Sports coaches, instructors and officials|Sportlehrer, Sporttrainer und Sportfunktionäre
3423|Fitness and recreation instructors and program leaders|Trainer und Betreuer im Bereich Fitness und Erholung
343|Artistic, cultural and culinary associate professionals|Fachkräfte in Gestaltung und Kultur sowie Küchenchefs
3431|Photographers|Fotografen
3432|Interior designers and decorators|Raumgestalter und Dekorateure
3433|Gallery, museum and library technicians|Fachkräfte in Kunstgalerien, Museen und Bibliotheken
3434|Chefs|Küchenchefs
3435|Other artistic and cultural associate professionals|Sonstige Fachkräfte in Gestaltung und Kultur
35|Information and communications technicians|Informations- und Kommunikationstechniker
351|Information and communications technology operations and user support technicians|Techniker für den Betrieb von Informations- und Kommunikationstechnologie und für die Anwenderbetreuung
3511|Information and communications technology operations technicians|Techniker für den Betrieb von Informations- und Kommunikationstechnologie
3512|Information and communications technology user support technicians|Techniker für die Anwenderbetreuung in der Informations- und Kommunikationstechnologie
3513|Computer network and systems technicians|Techniker für Computernetzwerke und -systeme
3514|Web technicians|Webmaster
352|Telecommunications and broadcasting technicians|Telekommunikations- und Rundfunktechniker
3521|Broadcasting and audiovisual technicians|Techniker für Rundfunk und audiovisuelle Medien
3522|Telecommunications engineering technicians|Telekommunikationstechniker
4|Clerical support workers|Bürokräfte und verwandte Berufe
41|General and keyboard clerks|Allgemeine Büro- und Sekretariatskräfte
411|General office clerks|Allgemeine Bürokräfte
4110|General office clerks|Allgemeine Bürokräfte
412|Secretaries (general)|Sekretariatskräfte (allgemein)
4120|Secretaries (general)|Sekretariatskräfte (allgemein)
413|Keyboard operators|Schreibkräfte und Datenerfasser
4131|Typists and word processing operators|Schreibkräfte und Bediener von Textverarbeitungsanlagen
4132|Data entry clerks|Datenerfasser
42|Customer services clerks|Bürokräfte mit Kundenkontakt
421|Tellers, money collectors and related clerks|Schalterbedienstete, Inkassobeauftragte und verwandte Berufe
4211|Bank tellers and related clerks|Bank- und andere Schalterbedienstete
4212|Bookmakers, croupiers and related gaming workers|Buchmacher, Croupiers und verwandte Berufe im Bereich Glücks- und Wettspiele
4213|Pawnbrokers and money-lenders|Pfandleiher und Geldverleiher
4214|Debt-collectors and related workers|Inkassobeauftragte und verwandte Berufe
422|Client information workers|Berufe im Bereich Kundeninformation
4221|Travel consultants and clerks|Reiseverkehrsfachkräfte
4222|Contact centre information clerks|Kundeninformationsfachkräfte in Call Centers
4223|Telephone switchboard operators|Telefonisten
4224|Hotel receptionists|Hotelrezeptionisten
4225|Enquiry clerks|Auskunftspersonal
4226|Receptionists (general)|Empfangskräfte (allgemein)
4227|Survey and market research interviewers|Interviewer im Bereich Umfragen und Marktforschung
4229|Client information workers not elsewhere classified|Berufe im Bereich Kundeninformation, anderweitig nicht genannt
43|Numerical and material recording clerks|Bürokräfte im Finanz- und Rechnungswesen, in der Statistik und in der Materialwirtschaft
431|Numerical clerks|Bürokräfte im Finanz- und Rechnungswesen und in der Statistik
4311|Accounting and bookkeeping clerks|Bürokräfte im Rechnungswesen und in der Buchhaltung
4312|Statistical, finance and insurance clerks|Bürokräfte in der Statistik, im Finanz- und Versicherungswesen
4313|Payroll clerks|Bürokräfte in der Lohnbuchhaltung
432|Material-recording and transport clerks|Bürokräfte im Bereich Materialwirtschaft und Transport und verwandte Berufe
4321|Stock clerks|Fachkräfte in der Lagerwirtschaft
4322|Production clerks|Bürokräfte in der Material- und Fertigungsplanung und verwandte Berufe
4323|Transport clerks|Bürokräfte in der Transportwirtschaft und verwandte Berufe
44|Other clerical support workers|Sonstige Bürokräfte und verwandte Berufe
441|Other clerical support workers|Sonstige Bürokräfte und verwandte Berufe
4411|Library clerks|Bibliotheksassistenten
4412|Mail carriers and sorting clerks|Postverteiler und -sortierer
4413|Coding, proof-reading and related clerks|Kodierer, Korrekturleser und verwandte Bürokräfte
4414|Scribes and related workers|Schreiber und verwandte Arbeitskräfte
4415|Filing and copying clerks|Bürokräfte für Registratur und Dokumentation
4416|Personnel clerks|Bürokräfte im Personalwesen
4419|Clerical support workers not elsewhere classified|Bürokräfte und verwandte Berufe, anderweitig nicht genannt
5|Service and sales workers|Dienstleistungsberufe und Verkäufer
51|Personal service workers|Berufe im Bereich personenbezogener Dienstleistungen
511|Travel attendants, conductors and guides|Reisebegleiter, Schaffner und Reiseleiter
5111|Travel attendants and travel stewards|Reisebegleiter und Stewards
5112|Transport conductors|Schaffner
5113|Travel guides|Reiseleiter/Fremdenführer
512|Cooks|Köche
5120|Cooks|Köche
513|Waiters and bartenders|Kellner und Barkeeper
5131|Waiters|Kellner
5132|Bartenders|Barkeeper
514|Hairdressers, beauticians and related workers|Friseure, Kosmetiker und verwandte Berufe
5141|Hairdressers|Friseure
5142|Beauticians and related workers|Kosmetiker und verwandte Berufe
515|Building and housekeeping supervisors|Hauswarte und Hauswirtschaftsleiter
5151|Cleaning and housekeeping supervisors in offices, hotels and other establishments|Reinigungs- und Hauswirtschaftsleiter in Büros, Hotels und anderen Einrichtungen
5152|Domestic housekeepers|Hauswirtschafter in Privathaushalten
5153|Building caretakers|Hauswarte
516|Other personal services workers|Sonstige Berufe im Bereich personenbezogener Dienstleistungen
5161|Astrologers, fortune-tellers and related workers|Astrologen, Wahrsager und verwandte Berufe
5162|Companions and valets|Gesellschafter und Zofen/Kammerdiener
5163|Undertakers and embalmers|Bestatter und Einbalsamierer
5164|Pet groomers and animal care workers|Tierpfleger und -betreuer
5165|Driving instructors|Fahrschullehrer
5169|Personal services workers not elsewhere classified|Berufe im Bereich personenbezogener Dienstleistungen, anderweitig nicht genannt
52|Sales workers|Verkaufskräfte
521|Street and market salespersons|Straßen- und Marktverkäufer
5211|Stall and market salespersons|Verkaufsstand- und Marktverkäufer
5212|Street food salespersons|Straßenverkäufer von Lebensmitteln
522|Shop salespersons|Verkaufskräfte in Handelsgeschäften
5221|Shop keepers|Leiter eines Einzelhandelsgeschäftes
5222|Shop supervisors|Verkaufsaufsichtskräfte in Handelsgeschäften
5223|Shop sales assistants|Verkäufer und Verkaufshilfskräfte in Handelsgeschäften
523|Cashiers and ticket clerks|Kassierer und Kartenverkäufer
5230|Cashiers and ticket clerks|Kassierer und Kartenverkäufer
524|Other sales workers|Sonstige Verkaufskräfte
5241|Fashion and other models|Mannequins/Dressmen und sonstige Modelle
5242|Sales demonstrators|Produktvorführer
5243|Door to door salespersons|Haustürverkäufer
5244|Contact centre salespersons|Telefonverkäufer
5245|Service station attendants|Tankwarte
5246|Food service counter attendants|Imbissverkäufer
5249|Sales workers not elsewhere classified|Verkaufskräfte, anderweitig nicht genannt
53|Personal care workers|Betreuungsberufe
531|Child care workers and teachers’ aides|Kinder- und Lernbetreuer
5311|Child care workers|Kinderbetreuer
5312|Teachers’ aides|Lernbetreuer
532|Personal care workers in health services|Betreuungsberufe im Gesundheitswesen
5321|Health care assistants|Pflegehelfer
5322|Home-based personal care workers|Haus- und Familienpfleger
5329|Personal care workers in health services not elsewhere classified|Betreuungsberufe im Gesundheitswesen, anderweitig nicht genannt
54|Protective services workers|Schutzkräfte und Sicherheitsbedienstete
541|Protective services workers|Schutzkräfte und Sicherheitsbedienstete
5411|Fire-fighters|Feuerwehrleute
5412|Police officers|Polizisten (ohne Polizeikommissare)
5413|Prison guards|Gefängnisaufseher
5414|Security guards|Sicherheitswachpersonal
5419|Protective services workers not elsewhere classified|Schutzkräfte und Sicherheitsbedienstete, anderweitig nicht genannt
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
7119|Building frame and related trades workers not elsewhere classified|Baukonstruktions- und verwandte Berufe, anderweitig nicht genannt
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
7319|Handicraft workers not elsewhere classified|Kunsthandwerkliche Berufe, anderweitig nicht genannt
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
7549|Craft and related workers not elsewhere classified|Handwerks- und verwandte Berufe, anderweitig nicht genannt
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
8189|Stationary plant and machine operators not elsewhere classified|Bediener stationärer Anlagen und Maschinen, anderweitig nicht genannt
82|Assemblers|Montageberufe
821|Assemblers|Montageberufe
8211|Mechanical machinery assemblers|Berufe der Montage von mechanischen Bauteilen
8212|Electrical and electronic equipment assemblers|Berufe der Montage von elektrischen und elektronischen Geräten
8219|Assemblers not elsewhere classified|Montageberufe, anderweitig nicht genannt
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
9329|Manufacturing labourers not elsewhere classified|Hilfsarbeiter bei der Herstellung von Waren, anderweitig nicht genannt
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
9629|Elementary workers not elsewhere classified|Hilfsarbeitskräfte, anderweitig nicht genannt`;

/**
 * LinkedIn's industries (the current 434 and the 147 older ones) mapped to NACE Rev. 2 divisions by hand, with
 * German labels. One industry a line: `NACE | English | German`; `~` behind the code marks a label so broad that
 * the division is only its most likely reading.
 */
export const LINKEDIN_INDUSTRIES = `
55|Accommodation Services|Beherbergungsdienstleistungen
56|Food and Beverage Services|Gastronomie
56|Bars, Taverns, and Nightclubs|Bars, Kneipen und Nachtclubs
56|Caterers|Catering
56|Mobile Food Services|Mobile Gastronomie
56|Restaurants|Restaurants
55|Hospitality|Gastgewerbe
55|Bed-and-Breakfasts, Hostels, Homestays|Pensionen, Hostels und Privatunterkünfte
55|Hotels and Motels|Hotels und Motels
82|Administrative and Support Services|Verwaltungs- und Unterstützungsdienste
82|Collection Agencies|Inkassobüros
82|Events Services|Veranstaltungsdienste
81|Facilities Services|Gebäudemanagement
81|Janitorial Services|Gebäudereinigung
81|Landscaping Services|Garten- und Landschaftsbau
82|Fundraising|Fundraising
82|Office Administration|Büroverwaltung
80|Security and Investigations|Sicherheits- und Ermittlungsdienste
80|Security Guards and Patrol Services|Wach- und Streifendienste
80|Security Systems Services|Sicherheitssysteme
78|Staffing and Recruiting|Personalvermittlung und -beschaffung
78|Executive Search Services|Executive Search
78|Temporary Help Services|Zeitarbeit
82|Telephone Call Centers|Callcenter
74|Translation and Localization|Übersetzung und Lokalisierung
79|Travel Arrangements|Reiseveranstaltung
90|Writing and Editing|Verfassen und Bearbeiten von Texten
41|Construction|Bauwesen
41|Building Construction|Hochbau
41|Nonresidential Building Construction|Nichtwohnungsbau
41|Residential Building Construction|Wohnungsbau
42|Civil Engineering|Tiefbau
42|Highway, Street, and Bridge Construction|Straßen- und Brückenbau
42|Subdivision of Land|Baulanderschließung
42|Utility System Construction|Leitungsbau
43|Specialty Trade Contractors|Ausbaugewerbe
43|Building Equipment Contractors|Gebäudetechnik
43|Building Finishing Contractors|Innenausbau
43|Building Structure and Exterior Contractors|Rohbau und Fassadenbau
96|Consumer Services|Verbraucherdienste
94|Civic and Social Organizations|Bürger- und Sozialorganisationen
94|Industry Associations|Branchenverbände
94|Political Organizations|Politische Organisationen
94|Professional Organizations|Berufsverbände
97|Household Services|Haushaltsdienste
94|Non-profit Organizations|Gemeinnützige Organisationen
96|Personal and Laundry Services|Persönliche Dienste und Wäschereien
96|Laundry and Drycleaning Services|Wäschereien und Reinigungen
96|Personal Care Services|Körperpflege
96|Pet Services|Dienste für Haustiere
94|Philanthropic Fundraising Services|Philanthropisches Fundraising
94|Religious Institutions|Religiöse Einrichtungen
95|Repair and Maintenance|Reparatur und Wartung
33|Commercial and Industrial Machinery Maintenance|Wartung von Maschinen
95|Electronic and Precision Equipment Maintenance|Wartung elektronischer und feinmechanischer Geräte
95|Footwear and Leather Goods Repair|Schuh- und Lederreparatur
95|Reupholstery and Furniture Repair|Polsterei und Möbelreparatur
45|Vehicle Repair and Maintenance|Fahrzeugreparatur und -wartung
85|Education|Bildungswesen
85|E-Learning Providers|E-Learning-Anbieter
85|Higher Education|Hochschulbildung
85|Primary and Secondary Education|Primar- und Sekundarbildung
85|Professional Training and Coaching|Berufliche Weiterbildung und Coaching
85|Technical and Vocational Training|Technische und berufliche Ausbildung
85|Cosmetology and Barber Schools|Kosmetik- und Friseurschulen
85|Fine Arts Schools|Kunstschulen
85|Flight Training|Flugschulen
85|Language Schools|Sprachschulen
85|Secretarial Schools|Sekretariatsschulen
85|Sports and Recreation Instruction|Sport- und Freizeitunterricht
90|Entertainment Providers|Unterhaltungsanbieter
90|Artists and Writers|Künstler und Schriftsteller
91|Museums, Historical Sites, and Zoos|Museen, historische Stätten und Zoos
91|Historical Sites|Historische Stätten
91|Museums|Museen
91|Zoos and Botanical Gardens|Zoos und botanische Gärten
90|Musicians|Musiker
90|Performing Arts and Spectator Sports|Darstellende Künste und Zuschauersport
90|Circuses and Magic Shows|Zirkusse und Zaubershows
90|Dance Companies|Tanzensembles
90|Performing Arts|Darstellende Künste
93|Spectator Sports|Zuschauersport
93|Racetracks|Rennbahnen
93|Sports Teams and Clubs|Sportmannschaften und -vereine
90|Theater Companies|Theaterensembles
93|Recreational Facilities|Freizeiteinrichtungen
93|Amusement Parks and Arcades|Freizeitparks und Spielhallen
92|Gambling Facilities and Casinos|Glücksspiel und Casinos
93|Golf Courses and Country Clubs|Golfplätze und Country Clubs
93|Skiing Facilities|Skianlagen
93|Wellness and Fitness Services|Wellness und Fitness
01|Farming, Ranching, Forestry|Land- und Forstwirtschaft
01|Farming|Landwirtschaft
01|Horticulture|Gartenbau
02|Forestry and Logging|Forstwirtschaft und Holzeinschlag
01|Ranching and Fisheries|Viehzucht und Fischerei
03|Fisheries|Fischerei
01|Ranching|Viehzucht
64|Financial Services|Finanzdienstleistungen
66|Capital Markets|Kapitalmärkte
66|Investment Advice|Anlageberatung
64|Investment Banking|Investmentbanking
66|Investment Management|Vermögensverwaltung
66|Securities and Commodity Exchanges|Wertpapier- und Warenbörsen
64|Venture Capital and Private Equity Principals|Risikokapital und Private Equity
64|Credit Intermediation|Kreditvermittlung
64|Banking|Bankwesen
46|International Trade and Development|Internationaler Handel und Entwicklung
66|Loan Brokers|Kreditmakler
64|Savings Institutions|Sparkassen
64|Funds and Trusts|Fonds und Treuhandgesellschaften
65|Insurance and Employee Benefit Funds|Versicherungs- und Sozialfonds
65|Pension Funds|Pensionskassen
64|Trusts and Estates|Treuhand und Nachlässe
65|Insurance|Versicherungswesen
66|Claims Adjusting, Actuarial Services|Schadenregulierung und Versicherungsmathematik
66|Insurance Agencies and Brokerages|Versicherungsagenturen und -makler
65|Insurance Carriers|Versicherungsgesellschaften
84|Government Administration|Öffentliche Verwaltung
84|Administration of Justice|Justizverwaltung
84|Correctional Institutions|Justizvollzug
84|Courts of Law|Gerichte
84|Fire Protection|Feuerwehr
84|Law Enforcement|Strafverfolgung
84|Public Safety|Öffentliche Sicherheit
84|Economic Programs|Wirtschaftsprogramme
84|Transportation Programs|Verkehrsprogramme
84|Utilities Administration|Verwaltung der Versorgungsbetriebe
84|Environmental Quality Programs|Umweltprogramme
84|Air, Water, and Waste Program Management|Luft-, Wasser- und Abfallprogramme
84|Conservation Programs|Naturschutzprogramme
84|Health and Human Services|Gesundheits- und Sozialbehörden
84|Education Administration Programs|Bildungsverwaltung
84|Public Assistance Programs|Sozialhilfe
84|Public Health|Öffentliches Gesundheitswesen
84|Housing and Community Development|Wohnungsbau und Gemeindeentwicklung
84|Community Development and Urban Planning|Gemeindeentwicklung und Stadtplanung
84|Housing Programs|Wohnungsbauprogramme
84|Military and International Affairs|Militär und internationale Angelegenheiten
84|Armed Forces|Streitkräfte
84|International Affairs|Internationale Angelegenheiten
84|Public Policy Offices|Öffentliche Politik
84|Executive Offices|Exekutive
84|Legislative Offices|Legislative
72|Space Research and Technology|Weltraumforschung und -technologie
70|Holding Companies|Holdinggesellschaften
86|Hospitals and Health Care|Krankenhäuser und Gesundheitswesen
88|Community Services|Gemeinschaftsdienste
88|Services for the Elderly and Disabled|Dienste für Senioren und Menschen mit Behinderung
86|Hospitals|Krankenhäuser
88|Individual and Family Services|Individual- und Familiendienste
88|Child Day Care Services|Kindertagesbetreuung
88|Emergency and Relief Services|Not- und Hilfsdienste
88|Vocational Rehabilitation Services|Berufliche Rehabilitation
86|Medical Practices|Arztpraxen
86|Alternative Medicine|Alternative Medizin
86|Ambulance Services|Rettungsdienste
86|Chiropractors|Chiropraktiker
86|Dentists|Zahnärzte
86|Family Planning Centers|Familienplanungszentren
88|Home Health Care Services|Häusliche Pflege
86|Medical and Diagnostic Laboratories|Medizinische und diagnostische Labore
86|Mental Health Care|Psychische Gesundheit
86|Optometrists|Optometristen
86|Outpatient Care Centers|Ambulante Versorgungszentren
86|Physical, Occupational and Speech Therapists|Physio-, Ergo- und Sprachtherapeuten
86|Physicians|Ärzte
87|Nursing Homes and Residential Care Facilities|Pflegeheime und Wohneinrichtungen
32~|Manufacturing|Fertigung
14|Apparel Manufacturing|Bekleidungsherstellung
14|Fashion Accessories Manufacturing|Herstellung von Modeaccessoires
27|Appliances, Electrical, and Electronics Manufacturing|Geräte-, Elektro- und Elektronikherstellung
27|Electric Lighting Equipment Manufacturing|Herstellung von Leuchten
27|Electrical Equipment Manufacturing|Herstellung elektrischer Ausrüstungen
27|Fuel Cell Manufacturing|Brennstoffzellenherstellung
27|Household Appliance Manufacturing|Haushaltsgeräteherstellung
20|Chemical Manufacturing|Chemische Industrie
20|Agricultural Chemical Manufacturing|Agrarchemie
20|Artificial Rubber and Synthetic Fiber Manufacturing|Synthesekautschuk und Chemiefasern
20|Chemical Raw Materials Manufacturing|Chemische Grundstoffe
20|Paint, Coating, and Adhesive Manufacturing|Farben, Lacke und Klebstoffe
20|Personal Care Product Manufacturing|Körperpflegemittel
21|Pharmaceutical Manufacturing|Pharmazeutische Produktion
20|Soap and Cleaning Product Manufacturing|Seifen und Reinigungsmittel
28|Climate Technology Product Manufacturing|Herstellung von Klimatechnologie
26|Computers and Electronics Manufacturing|Computer- und Elektronikherstellung
26|Audio and Video Equipment Manufacturing|Audio- und Videogeräte
26|Communications Equipment Manufacturing|Kommunikationstechnik
26|Computer Hardware Manufacturing|Computerhardware
26|Accessible Hardware Manufacturing|Barrierefreie Hardware
26|Magnetic and Optical Media Manufacturing|Magnetische und optische Datenträger
26|Measuring and Control Instrument Manufacturing|Mess- und Regeltechnik
26|Smart Meter Manufacturing|Intelligente Zähler
26|Semiconductor Manufacturing|Halbleiterherstellung
26|Renewable Energy Semiconductor Manufacturing|Halbleiter für erneuerbare Energien
25|Fabricated Metal Products|Metallerzeugnisse
25|Architectural and Structural Metal Manufacturing|Stahl- und Metallbau
25|Boilers, Tanks, and Shipping Container Manufacturing|Kessel, Tanks und Container
25|Construction Hardware Manufacturing|Beschläge
25|Cutlery and Handtool Manufacturing|Besteck und Handwerkzeuge
25|Metal Treatments|Metallbehandlung
28|Metal Valve, Ball, and Roller Manufacturing|Armaturen, Kugeln und Rollen
25|Spring and Wire Product Manufacturing|Federn und Drahtwaren
25|Turned Products and Fastener Manufacturing|Drehteile und Verbindungselemente
10|Food and Beverage Manufacturing|Lebensmittel- und Getränkeherstellung
11|Breweries|Brauereien
11|Distilleries|Brennereien
11|Wineries|Weinkellereien
10|Animal Feed Manufacturing|Futtermittel
10|Baked Goods Manufacturing|Backwaren
11|Beverage Manufacturing|Getränkeherstellung
10|Dairy Product Manufacturing|Molkereiprodukte
10|Fruit and Vegetable Preserves Manufacturing|Obst- und Gemüsekonserven
10|Meat Products Manufacturing|Fleischprodukte
10|Seafood Product Manufacturing|Fischprodukte
10|Sugar and Confectionery Product Manufacturing|Zucker und Süßwaren
31|Furniture and Home Furnishings Manufacturing|Möbel und Einrichtungsgegenstände
31|Household and Institutional Furniture Manufacturing|Haushalts- und Objektmöbel
31|Mattress and Blinds Manufacturing|Matratzen und Jalousien
31|Office Furniture and Fixtures Manufacturing|Büromöbel
23|Glass, Ceramics and Concrete Manufacturing|Glas, Keramik und Beton
23|Abrasives and Nonmetallic Minerals Manufacturing|Schleifmittel und nichtmetallische Mineralien
23|Clay and Refractory Products Manufacturing|Ton- und Feuerfestprodukte
23|Glass Product Manufacturing|Glasprodukte
23|Lime and Gypsum Products Manufacturing|Kalk- und Gipsprodukte
15|Leather Product Manufacturing|Lederwaren
15|Footwear Manufacturing|Schuhherstellung
15|Women's Handbag Manufacturing|Damenhandtaschen
28|Machinery Manufacturing|Maschinenbau
28|Agriculture, Construction, Mining Machinery Manufacturing|Land-, Bau- und Bergbaumaschinen
28|Automation Machinery Manufacturing|Automatisierungstechnik
28|Robot Manufacturing|Roboterherstellung
28|Commercial and Service Industry Machinery Manufacturing|Maschinen für Handel und Dienstleistung
28|Engines and Power Transmission Equipment Manufacturing|Motoren und Antriebstechnik
28|Renewable Energy Equipment Manufacturing|Anlagen für erneuerbare Energien
28|HVAC and Refrigeration Equipment Manufacturing|Heizungs-, Lüftungs-, Klima- und Kältetechnik
28|Industrial Machinery Manufacturing|Industriemaschinen
28|Metalworking Machinery Manufacturing|Metallbearbeitungsmaschinen
32|Medical Equipment Manufacturing|Medizintechnik
19|Oil and Coal Product Manufacturing|Mineralöl- und Kohleprodukte
17|Paper and Forest Product Manufacturing|Papier- und Forstprodukte
22|Plastics and Rubber Product Manufacturing|Kunststoff- und Gummiprodukte
22|Packaging and Containers Manufacturing|Verpackungen und Behälter
22|Plastics Manufacturing|Kunststoffe
22|Rubber Products Manufacturing|Gummiprodukte
24|Primary Metal Manufacturing|Metallerzeugung
18|Printing Services|Druckereien
32|Sporting Goods Manufacturing|Sportartikel
13|Textile Manufacturing|Textilherstellung
12|Tobacco Manufacturing|Tabakherstellung
30~|Transportation Equipment Manufacturing|Fahrzeugbau
30|Aviation and Aerospace Component Manufacturing|Luft- und Raumfahrttechnik
30|Defense and Space Manufacturing|Rüstung und Raumfahrt
29|Motor Vehicle Manufacturing|Kraftfahrzeugherstellung
29|Alternative Fuel Vehicle Manufacturing|Fahrzeuge mit alternativen Antrieben
29|Motor Vehicle Parts Manufacturing|Kraftfahrzeugteile
30|Railroad Equipment Manufacturing|Schienenfahrzeuge
30|Shipbuilding|Schiffbau
16|Wood Product Manufacturing|Holzprodukte
06~|Oil, Gas, and Mining|Öl, Gas und Bergbau
07~|Mining|Bergbau
05|Coal Mining|Kohlenbergbau
07|Metal Ore Mining|Erzbergbau
08|Nonmetallic Mineral Mining|Abbau nichtmetallischer Mineralien
06|Oil and Gas|Öl und Gas
06|Natural Gas Extraction|Erdgasförderung
06|Oil Extraction|Erdölförderung
70~|Professional Services|Professionelle Dienstleistungen
69|Accounting|Buchhaltung und Wirtschaftsprüfung
73|Advertising Services|Werbedienste
70|Government Relations Services|Politikberatung
70|Public Relations and Communications Services|Öffentlichkeitsarbeit und Kommunikation
73|Market Research|Marktforschung
71|Architecture and Planning|Architektur und Planung
71|Accessible Architecture and Design|Barrierefreie Architektur
70|Business Consulting and Services|Unternehmensberatung und -dienste
74|Environmental Services|Umweltdienste
78|Human Resources Services|Personaldienstleistungen
73|Marketing Services|Marketingdienstleistungen
70|Operations Consulting|Betriebsberatung
70|Outsourcing and Offshoring Consulting|Outsourcing und Offshoring
70|Strategic Management Services|Strategisches Management
74|Design Services|Designdienste
74|Graphic Design|Grafikdesign
74|Regenerative Design|Regeneratives Design
74|Interior Design|Innenarchitektur
71|Engineering Services|Ingenieurdienstleistungen
71|Robotics Engineering|Robotik
71|Surveying and Mapping Services|Vermessung und Kartografie
62|IT Services and IT Consulting|IT-Dienstleistungen und IT-Beratung
62|Computer and Network Security|Computer- und Netzwerksicherheit
62|Digital Accessibility Services|Digitale Barrierefreiheit
62|IT System Custom Software Development|Individuelle Softwareentwicklung
63|IT System Data Services|Datendienste
62|IT System Design Services|IT-Systemdesign
62|IT System Installation and Disposal|Installation und Entsorgung von IT-Systemen
62|IT System Operations and Maintenance|Betrieb und Wartung von IT-Systemen
62|IT System Testing and Evaluation|Test und Bewertung von IT-Systemen
62|IT System Training and Support|IT-Schulung und -Support
69|Legal Services|Rechtsdienstleistungen
69|Alternative Dispute Resolution|Außergerichtliche Streitbeilegung
69|Law Practice|Anwaltskanzleien
74|Photography|Fotografie
72|Research Services|Forschungsdienste
72|Biotechnology Research|Biotechnologieforschung
72|Nanotechnology Research|Nanotechnologieforschung
72|Think Tanks|Denkfabriken
71|Services for Renewable Energy|Dienste für erneuerbare Energien
75|Veterinary Services|Tiermedizin
68|Real Estate and Equipment Rental Services|Immobilien und Gerätevermietung
77|Equipment Rental Services|Gerätevermietung
77|Commercial and Industrial Equipment Rental|Vermietung von Gewerbe- und Industriegeräten
77|Consumer Goods Rental|Vermietung von Konsumgütern
68|Real Estate|Immobilien
68|Leasing Non-residential Real Estate|Vermietung von Gewerbeimmobilien
68|Leasing Residential Real Estate|Vermietung von Wohnimmobilien
68|Real Estate Agents and Brokers|Immobilienmakler
47|Retail|Einzelhandel
47|Food and Beverage Retail|Lebensmitteleinzelhandel
47|Retail Groceries|Lebensmittelgeschäfte
47|Online and Mail Order Retail|Online- und Versandhandel
47|Retail Apparel and Fashion|Mode- und Bekleidungseinzelhandel
47|Retail Appliances, Electrical, and Electronic Equipment|Elektronikeinzelhandel
47|Retail Art Dealers|Kunsthandel
47|Retail Art Supplies|Künstlerbedarf
47|Retail Books and Printed News|Buch- und Zeitschriftenhandel
47|Retail Building Materials and Garden Equipment|Bau- und Gartenmärkte
47|Retail Florists|Floristen
47|Retail Furniture and Home Furnishings|Möbeleinzelhandel
47|Retail Gasoline|Tankstellen
47|Retail Health and Personal Care Products|Drogerien
47|Retail Pharmacies|Apotheken
47|Retail Luxury Goods and Jewelry|Luxusgüter und Schmuck
45|Retail Motor Vehicles|Autohäuser
47|Retail Musical Instruments|Musikinstrumente
47|Retail Office Equipment|Büroausstattung
47|Retail Office Supplies and Gifts|Bürobedarf und Geschenke
47|Retail Recyclable Materials & Used Merchandise|Gebrauchtwarenhandel
62~|Technology, Information and Media|Technologie, Information und Medien
60~|Media & Telecommunications|Medien und Telekommunikation
58|Book and Periodical Publishing|Buch- und Zeitschriftenverlage
58|Book Publishing|Buchverlage
58|Newspaper Publishing|Zeitungsverlage
58|Periodical Publishing|Zeitschriftenverlage
60|Broadcast Media Production and Distribution|Rundfunk
60|Cable and Satellite Programming|Kabel- und Satellitenprogramme
60|Radio and Television Broadcasting|Radio und Fernsehen
59|Movies, Videos and Sound|Film, Video und Ton
59|Animation and Post-production|Animation und Postproduktion
59|Media Production|Medienproduktion
59|Movies and Sound Recording|Film und Tonaufnahmen
59|Sound Recording|Tonaufnahmen
59|Sheet Music Publishing|Musikverlage
61|Telecommunications|Telekommunikation
61|Satellite Telecommunications|Satellitentelekommunikation
61|Telecommunications Carriers|Telekommunikationsanbieter
61|Wireless Services|Mobilfunkdienste
62|Technology, Information and Internet|Technologie, Information und Internet
63|Data Infrastructure and Analytics|Dateninfrastruktur und Analytik
62|Blockchain Services|Blockchain-Dienste
62|Business Intelligence Platforms|Business-Intelligence-Plattformen
63|Climate Data and Analytics|Klimadaten und -analytik
63|Information Services|Informationsdienste
63|Internet Publishing|Internetpublizistik
63|Business Content|Wirtschaftsinhalte
63|Online Audio and Video Media|Online-Audio- und -Videomedien
63|Internet News|Internetnachrichten
91|Libraries|Bibliotheken
63|Blogs|Blogs
63|Internet Marketplace Platforms|Internetmarktplätze
63|Social Networking Platforms|Soziale Netzwerke
62|Software Development|Softwareentwicklung
58|Computer Games|Computerspiele
58|Mobile Gaming Apps|Mobile Spiele
26|Computer Networking Products|Computernetzwerkprodukte
62|Data Security Software Products|Datensicherheitssoftware
62|Desktop Computing Software Products|Desktopsoftware
62|Embedded Software Products|Eingebettete Software
62|Mobile Computing Software Products|Mobile Software
52|Transportation, Logistics, Supply Chain and Storage|Transport, Logistik, Lieferkette und Lagerung
51|Airlines and Aviation|Luftfahrt
52|Freight and Package Transportation|Fracht- und Pakettransport
49|Ground Passenger Transportation|Personenbeförderung
49|Interurban and Rural Bus Services|Überland- und Regionalbusse
49|School and Employee Bus Services|Schul- und Werksbusse
49|Shuttles and Special Needs Transportation Services|Shuttles und Fahrdienste
79|Sightseeing Transportation|Ausflugsverkehr
49|Taxi and Limousine Services|Taxi- und Limousinendienste
49|Urban Transit Services|Öffentlicher Nahverkehr
50|Maritime Transportation|Seeverkehr
49|Pipeline Transportation|Rohrleitungstransport
53|Postal Services|Postdienste
49|Rail Transportation|Schienenverkehr
49|Truck Transportation|Lkw-Transport
52|Warehousing and Storage|Lagerung
35|Utilities|Versorgungsunternehmen
35|Electric Power Generation|Stromerzeugung
35|Fossil Fuel Electric Power Generation|Stromerzeugung aus fossilen Brennstoffen
35|Nuclear Electric Power Generation|Kernenergie
35|Renewable Energy Power Generation|Stromerzeugung aus erneuerbaren Energien
35|Biomass Electric Power Generation|Stromerzeugung aus Biomasse
35|Geothermal Electric Power Generation|Geothermie
35|Hydroelectric Power Generation|Wasserkraft
35|Solar Electric Power Generation|Solarstrom
35|Wind Electric Power Generation|Windenergie
35|Electric Power Transmission, Control, and Distribution|Stromübertragung und -verteilung
35|Natural Gas Distribution|Erdgasversorgung
36|Water, Waste, Steam, and Air Conditioning Services|Wasser, Abfall, Dampf und Klimatisierung
35|Steam and Air-Conditioning Supply|Wärme- und Kälteversorgung
38|Waste Collection|Abfallsammlung
38|Waste Treatment and Disposal|Abfallbehandlung und -entsorgung
36|Water Supply and Irrigation Systems|Wasserversorgung und Bewässerung
46|Wholesale|Großhandel
46|Wholesale Alcoholic Beverages|Großhandel mit alkoholischen Getränken
46|Wholesale Apparel and Sewing Supplies|Großhandel mit Bekleidung und Nähbedarf
46|Wholesale Appliances, Electrical, and Electronics|Großhandel mit Elektrogeräten
46|Wholesale Building Materials|Großhandel mit Baustoffen
46|Wholesale Chemical and Allied Products|Großhandel mit Chemikalien
46|Wholesale Computer Equipment|Großhandel mit Computern
46|Wholesale Drugs and Sundries|Pharmagroßhandel
46|Wholesale Food and Beverage|Großhandel mit Lebensmitteln und Getränken
46|Wholesale Footwear|Großhandel mit Schuhen
46|Wholesale Furniture and Home Furnishings|Großhandel mit Möbeln
46|Wholesale Hardware, Plumbing, Heating Equipment|Großhandel mit Eisenwaren, Sanitär und Heizung
46|Wholesale Import and Export|Import und Export
46|Wholesale Luxury Goods and Jewelry|Großhandel mit Luxusgütern und Schmuck
46|Wholesale Machinery|Großhandel mit Maschinen
46|Wholesale Metals and Minerals|Großhandel mit Metallen und Mineralien
45|Wholesale Motor Vehicles and Parts|Großhandel mit Kraftfahrzeugen und Teilen
46|Wholesale Paper Products|Großhandel mit Papierprodukten
46|Wholesale Petroleum and Petroleum Products|Großhandel mit Mineralölprodukten
46|Wholesale Photography Equipment and Supplies|Großhandel mit Fotobedarf
46|Wholesale Raw Farm Products|Großhandel mit Agrarrohstoffen
46|Wholesale Recyclable Materials|Großhandel mit Wertstoffen
30|Defense & Space|Rüstung & Raumfahrt
26|Computer Hardware|Computer-Hardware
62|Computer Software|Computersoftware
26|Computer Networking|Computernetzwerke
62|Internet|Internet
26|Semiconductors|Halbleiter
70|Management Consulting|Unternehmensberatung
72|Biotechnology|Biotechnologie
86|Medical Practice|Arztpraxis
86|Hospital & Health Care|Krankenhaus & Gesundheitswesen
21|Pharmaceuticals|Pharmazie
75|Veterinary|Veterinärwesen
32|Medical Devices|Medizinische Geräte
20|Cosmetics|Kosmetik
14|Apparel & Fashion|Bekleidung & Mode
32|Sporting Goods|Sportartikel
12|Tobacco|Tabak
47|Supermarkets|Supermärkte
10|Food Production|Lebensmittelproduktion
26|Consumer Electronics|Unterhaltungselektronik
46~|Consumer Goods|Konsumgüter
31|Furniture|Möbel
90|Entertainment|Unterhaltung
92|Gambling & Casinos|Glücksspiel & Casinos
79|Leisure, Travel & Tourism|Freizeit, Reisen & Tourismus
93|Sports|Sport
10|Food & Beverages|Lebensmittel & Getränke
59|Motion Pictures and Film|Film
60|Broadcast Media|Rundfunkmedien
91|Museums and Institutions|Museen und Institutionen
90|Fine Art|Bildende Kunst
93|Recreational Facilities and Services|Freizeitanlagen und -dienste
23|Building Materials|Baustoffe
71|Architecture & Planning|Architektur & Planung
30|Aviation & Aerospace|Luft- und Raumfahrt
29|Automotive|Automobil
20|Chemicals|Chemie
28|Machinery|Maschinen
24|Mining & Metals|Bergbau & Metalle
06|Oil & Energy|Öl & Energie
13|Textiles|Textilien
17|Paper & Forest Products|Papier & Forstprodukte
30|Railroad Manufacture|Bahnindustrie
10|Dairy|Milchwirtschaft
03|Fishery|Fischerei
85|Primary/Secondary Education|Grund- und weiterführende Schulen
85|Education Management|Bildungsmanagement
72|Research|Forschung
84|Military|Militär
84|Legislative Office|Gesetzgebung
84|Judiciary|Justiz
84|Executive Office|Exekutivbüro
84|Public Policy|Politik
73|Marketing and Advertising|Marketing und Werbung
58|Newspapers|Zeitungen
58|Publishing|Verlagswesen
18|Printing|Druck
53|Package/Freight Delivery|Paket- und Frachtzustellung
88|Individual & Family Services|Individual- & Familiendienste
94|Civic & Social Organization|Bürgerliche & soziale Organisation
49|Transportation/Trucking/Railroad|Transport/Lkw/Bahn
52|Warehousing|Lagerhaltung
51|Airlines/Aviation|Fluggesellschaften/Luftfahrt
50|Maritime|Schifffahrt
62|Information Technology and Services|Informationstechnologie und -dienste
70|Public Relations and Communications|Public Relations und Kommunikation
74|Design|Design
94|Non-Profit Organization Management|Gemeinnütziges Management
94|Fund-Raising|Spendensammlung
70~|Program Development|Programmentwicklung
85|Professional Training & Coaching|Berufliche Weiterbildung & Coaching
64|Venture Capital & Private Equity|Risikokapital & Private Equity
94|Political Organization|Politische Organisation
90|Arts and Crafts|Kunsthandwerk
27|Electrical/Electronic Manufacturing|Elektro-/Elektronikindustrie
63|Online Media|Onlinemedien
72|Nanotechnology|Nanotechnologie
90|Music|Musik
52|Logistics and Supply Chain|Logistik und Beschaffung
22|Plastics|Kunststoff
62|Computer & Network Security|Computer- & Netzwerksicherheit
61|Wireless|Drahtloskommunikation
82|Outsourcing/Offshoring|Outsourcing/Offshoring
93|Health, Wellness and Fitness|Gesundheit, Wellness und Fitness
59|Animation|Animation
68|Commercial Real Estate|Gewerbeimmobilien
94|Philanthropy|Philanthropie
85|E-Learning|E-Learning
46|Import and Export|Import und Export
28|Mechanical or Industrial Engineering|Maschinenbau und Betriebstechnik
78|Human Resources|Personalwesen
46|Business Supplies and Equipment|Bürobedarf und -ausstattung
11|Wine and Spirits|Wein und Spirituosen
47|Luxury Goods & Jewelry|Luxusgüter & Schmuck
35|Renewables & Environment|Erneuerbare Energien & Umwelt
23|Glass, Ceramics & Concrete|Glas, Keramik & Beton
22|Packaging and Containers|Verpackung und Behälter
28|Industrial Automation|Industrieautomation
70|Government Relations|Regierungsbeziehungen`;

/** Labels of XING, of other sites and of everyday speech: `NACE: label, label, …` in German, English, French, Spanish. */
export const OTHER_INDUSTRY_LABELS = `
01: agriculture, agrarwirtschaft, landwirtschaft und forst, agriculture et elevage, agricultura, gartenbau und landwirtschaft
02: forstwirtschaft, forestry, sylviculture
06: erdol und erdgas, energiewirtschaft ol, petrole et gaz, petroleo y gas, petroleo y energia
08: rohstoffe, bergbau
10: lebensmittel, nahrungsmittel, nahrungs und genussmittel, ernahrungsindustrie, food, industrie agroalimentaire, agroalimentaire, industria alimentaria, alimentacion, lebensmittel und getranke, food and beverage
11: getranke, getrankeindustrie, beverages, boissons, bebidas
13: textilindustrie, textilwirtschaft, textile
14: mode, bekleidung, fashion, moda, habillement et mode, textil und bekleidung, luxus und mode
16: holz, holzwirtschaft, holzindustrie
17: papier, papierindustrie, verpackung
18: druckindustrie, druck und papier, printing and media, imprimerie
20: chemie, chemische industrie, chemieindustrie, industrie chimique, chimie, industria quimica, quimica, kosmetik und korperpflege, chemie und pharma
21: pharma, pharmaindustrie, arzneimittel, pharmazeutische industrie, industrie pharmaceutique, industria farmaceutica, life sciences
22: kunststoffindustrie, gummi, kunststoffe, plasturgie
23: baustoffindustrie, glas, keramik
24: metall, metallindustrie, stahl, stahlindustrie, eisen und stahl, metallurgie, siderurgie, metalle, metals
25: metallverarbeitung, metall und elektroindustrie, metallbau, metal products
26: elektronik, halbleiter, mikroelektronik, optik, mess und regeltechnik, feinmechanik, consumer electronics, unterhaltungselektronik, electronique, electronica, messtechnik
27: elektrotechnik, elektroindustrie, elektrotechnik und elektronik, industria electrica, materiel electrique
28: maschinenbau, anlagenbau, maschinen und anlagenbau, machinery, mechanical engineering, automatisierung, automatisierungstechnik, industrie mecanique, maquinaria, robotik
29: automobil, automobilindustrie, automobil und fahrzeugbau, fahrzeugbau, automobilzulieferer, automotive, industrie automobile, automobile, automotriz, automocion, industria automotriz, fahrzeugindustrie
30: luft und raumfahrt, luft und raumfahrttechnik, schiffbau, bahntechnik, aerospace, aeronautique, aeronautica, rustungsindustrie, defense, verteidigung, raumfahrt
31: mobelindustrie, mobel und einrichtung
32: medizintechnik, medtech, medical technology, medizinprodukte, dispositifs medicaux, dispositivos medicos, sportartikelindustrie, spielwaren
35: energie, energiewirtschaft, energieversorgung, versorger, energy, utilities, erneuerbare energien, renewable energy, renewables, services publics, energia, energias renovables, energies renouvelables, energie wasser und umwelt, energie und versorgung, strom
36: wasserversorgung, wasserwirtschaft, water
38: abfallwirtschaft, entsorgung, recycling, entsorgung und recycling, umwelt und entsorgung, waste management, dechets
41: bau, bauwesen, bauindustrie, bauwirtschaft, baugewerbe, construction, batiment, construccion, btp, architektur und bauwesen, bau und immobilien
42: tiefbau, infrastruktur, travaux publics
43: handwerk, bauhandwerk, gebaudetechnik, haustechnik
45: autohandel, kraftfahrzeughandel, kfz handel, kfz, autohaus, automotive retail
46: grosshandel, aussenhandel, wholesale, handel grosshandel, commerce de gros, comercio al por mayor, import export, import und export, gross und aussenhandel
47: handel, einzelhandel, retail, e commerce, ecommerce, versandhandel, online handel, konsumguter und handel, konsumguter, fmcg, commerce de detail, comercio minorista, lebensmittelhandel, grande distribution, venta al por menor, gebrauchsguter, trade
49: verkehr, transport, bahn, offentlicher verkehr, offentlicher nahverkehr, personenverkehr, transportwesen, strassentransport, rail, public transport, transport und verkehr
50: schifffahrt, seefahrt, shipping, maritime wirtschaft
51: fluggesellschaften, airline, airlines, aviation, luftverkehr, luftfahrt, compagnies aeriennes
52: logistik, lagerlogistik, transport und logistik, logistics, spedition, supply chain, logistique, logistica, verkehr und logistik, logistics and transport, transporte y logistica
53: postdienste, kurierdienste, kurier und postdienste, post
55: hotellerie, hotelgewerbe, gastgewerbe, hospitality, hotels, hotel, hotellerie und gastronomie, hotel und gastgewerbe, hotelleries restauration, hosteleria, hotel und gaststattengewerbe
56: gastronomie, gastronomy, restauration, restaurants und gastronomie, restauracion, gaststatten, catering
58: verlagswesen, verlage, zeitungen, presse, publishing, edition, verlag, journalismus, printmedien, games, computerspiele
59: film, filmproduktion, film und musik, musik und film, produccion audiovisual
60: rundfunk, fernsehen, tv und radio, radio und fernsehen, radio, broadcasting, medios de comunicacion, hörfunk und fernsehen, media, medien
61: telekommunikation, telecommunications, telecom, telecommunication, telecomunicaciones, telekommunikation und netzbetreiber
62: edv, it, informatik, software, it und internet, internet und it, informationstechnologie, information technology, it und software, it dienstleistungen, it services, it beratung, computer software, informatique, logiciels, tecnologia, tecnologia de la information, tecnologias de la informacion, servicios y tecnologias de la informacion, technologies et services de l information, saas, cybersecurity, internet und informationstechnologie, desarrollo de software, developpement de logiciels, tech, technologie
63: internetplattformen, onlinedienste, online medien, information services, internet und online medien
64: banken, bank, bankwesen, banking, finanzen, finance, finanzwesen, finanzdienstleister, finanzdienstleistungen, banques, banque, banca, services financiers, servicios financieros, private equity, venture capital, kreditinstitute, banken und finanzdienstleistungen, fintech, investmentbanking, capital investissement, beteiligungsgesellschaften, sparkassen
65: versicherung, versicherungen, versicherungswesen, insurance, assurance, assurances, seguros, versicherungswirtschaft, krankenversicherung, insurtech, ruckversicherung
66: vermogensberatung, vermogensverwaltung, asset management, wealth management, versicherungsmakler, finanzvermittlung, fondsgesellschaften
68: immobilien, immobilienwirtschaft, real estate, immobilier, bienes raices, sector inmobiliario, immobilienverwaltung, property, wohnungswirtschaft
69: rechtsberatung, rechtswesen, recht, anwalte, rechtsanwalte, steuerberatung, wirtschaftsprufung, wirtschaftsprufung und steuern, wirtschaftsprufung steuern und recht, steuerberatung und wirtschaftsprufung, legal, law, accounting, audit, auditing, services juridiques, servicios legales, comptabilite, contabilidad, buchfuhrung, cabinet d avocats, rechtsdienstleistungen
70: beratung, consulting, unternehmensberatung, management consulting, beratung und consulting, strategieberatung, consultoria, conseil, conseil en management, conseil aux entreprises, pr und kommunikation, public relations, holding, personal und unternehmensberatung, offentlichkeitsarbeit
71: architektur, ingenieurwesen, ingenieurdienstleistungen, ingenieurburos, architektur und bauplanung, architecture, engineering, ingenierie, ingenieria, technische dienstleistungen, geologie und geowissenschaften, prufung und zertifizierung
72: forschung, forschung und entwicklung, forschung und wissenschaft, wissenschaft, wissenschaft und forschung, research, biotechnologie, biotech, biotechnology, recherche, investigacion, grundlagenforschung
73: marketing, werbung, marktforschung, marketing und werbung, advertising, publicite, werbung und pr, marketing pr und design, publicidad, marketing y publicidad, marktforschung und meinungsforschung
74: design, fotografie, ubersetzung, grafik und design, ubersetzungen, dolmetschen, diseno, umweltberatung
75: tiermedizin, veterinary
77: vermietung, leasing, autovermietung, mietservice
78: personalberatung, personaldienstleistungen, personalvermittlung, zeitarbeit, recruiting, personalwesen, human resources, recruitment, staffing, recrutement, recursos humanos, ressources humaines, personaldienstleistungen und personalberatung, arbeitsvermittlung
79: tourismus, reise und tourismus, reisen, touristik, tourism, travel, turismo, tourisme, voyages et tourisme, reiseveranstalter, freizeit und tourismus, tourismus und gastronomie
80: sicherheit, sicherheitsdienste, security, sicherheitsdienstleistungen, seguridad, securite
81: facility management, gebaudereinigung, gebaudemanagement, hausverwaltung, garten und landschaftsbau, reinigung
82: callcenter, call center, eventmanagement, events, veranstaltungen, messen und kongresse, veranstaltungsbranche, outsourcing, dienstleistungen
84: offentliche verwaltung, offentlicher dienst, verwaltung, behorden, staat, public sector, government, public administration, administration publique, administracion publica, militar, bundeswehr, polizei, justiz, politik, verteidigung und sicherheit, sozialversicherung, fonction publique, gobierno
85: bildung, bildungswesen, erziehung, ausbildung, weiterbildung, schulen, hochschulen, universitaten, hochschule, fachhochschulen, schule und universitat, education, enseignement, enseignement superieur, educacion, ensenanza superior, bildung und erziehung, erziehung bildung und wissenschaft, kindergarten und schulen, training, coaching, erwachsenenbildung, training und coaching, formation, e learning, academia
86: gesundheitswesen, gesundheit, gesundheit und soziales, krankenhauser, krankenhaus, kliniken, medizin, medizinische dienste, healthcare, health care, health, hopitaux, sante, hospitales, sanidad, hopitaux et services de sante, atencion sanitaria y hospitalaria, pflege, medizinische versorgung, gesundheitswesen und soziales, psychologie, psychotherapie, therapie
87: altenpflege, pflegeheime, nursing homes
88: soziales, sozialwesen, soziale dienste, soziale arbeit, sozialwirtschaft, social services, social work, kinder und jugendhilfe, kinderbetreuung, wohlfahrt, gesundheit und sozialwesen, services sociaux
90: kunst, theater, musik, kunst und kultur, kultur, darstellende kunst, art, unterhaltung, culture, entertainment, kunst kultur und unterhaltung, artes
91: museen, museum, bibliotheken, archive, museen und kultureinrichtungen, zoos
92: glucksspiel, gaming und wetten, gambling, lotterien, wetten
93: sport, fitness, sport und fitness, freizeit, freizeiteinrichtungen, deportes, sports
94: vereine, verbande, verband, stiftungen, gewerkschaften, kirche, kirchen, religion, gemeinnutzige organisationen, non profit, ngo, nonprofit, gemeinnutzige einrichtungen und vereine, vereine und verbande, parteien, associations, organisation a but non lucratif, organizaciones sin animo de lucro, stiftung, ong, nichtregierungsorganisationen, interessenverbande
95: reparatur, repair
96: friseure, kosmetik, wellness, wellness und beauty, bestattungen, personliche dienstleistungen, beauty
99: internationale organisationen, international organizations, diplomatie, organisations internationales
`;

/**
 * NACE Rev. 2 divisions with short plain names (the official ones are sentences).
 * One division a line: code | section | sector | English | German.
 */
export const NACE_DIVISIONS = `01|A|agriculture|Agriculture|Landwirtschaft
02|A|agriculture|Forestry|Forstwirtschaft
03|A|agriculture|Fishing and aquaculture|Fischerei und Aquakultur
05|B|resources|Coal mining|Kohlenbergbau
06|B|resources|Oil and gas extraction|Erdöl- und Erdgasgewinnung
07|B|resources|Metal ore mining|Erzbergbau
08|B|resources|Quarrying and other mining|Steine und Erden, sonstiger Bergbau
09|B|resources|Mining support services|Dienstleistungen für den Bergbau
10|C|consumerGoods|Food production|Nahrungsmittelherstellung
11|C|consumerGoods|Beverages|Getränkeherstellung
12|C|consumerGoods|Tobacco|Tabakverarbeitung
13|C|consumerGoods|Textiles|Textilindustrie
14|C|consumerGoods|Clothing|Bekleidungsindustrie
15|C|consumerGoods|Leather and shoes|Leder und Schuhe
16|C|materials|Wood products|Holzwaren
17|C|materials|Paper and packaging|Papier und Verpackung
18|C|materials|Printing|Druckindustrie
19|C|materials|Oil refining|Mineralölverarbeitung
20|C|chemistry|Chemicals|Chemische Industrie
21|C|chemistry|Pharmaceuticals|Pharmaindustrie
22|C|materials|Rubber and plastics|Gummi und Kunststoff
23|C|materials|Glass, ceramics, building materials|Glas, Keramik, Baustoffe
24|C|materials|Metal production|Metallerzeugung
25|C|machinery|Metal products|Metallerzeugnisse
26|C|machinery|Electronics and optics|Elektronik und Optik
27|C|machinery|Electrical equipment|Elektrische Ausrüstungen
28|C|machinery|Mechanical engineering|Maschinenbau
29|C|vehicles|Automotive|Automobilindustrie
30|C|vehicles|Aerospace, rail and shipbuilding|Luftfahrt-, Bahn- und Schiffbau
31|C|consumerGoods|Furniture|Möbelindustrie
32|C|machinery|Medical devices and other goods|Medizintechnik und sonstige Waren
33|C|machinery|Repair and installation of machinery|Reparatur und Installation von Maschinen
35|D|energy|Energy supply|Energieversorgung
36|E|energy|Water supply|Wasserversorgung
37|E|energy|Sewerage|Abwasserentsorgung
38|E|energy|Waste management and recycling|Abfallwirtschaft und Recycling
39|E|energy|Remediation|Altlastensanierung
41|F|construction|Building construction|Hochbau
42|F|construction|Civil engineering works|Tiefbau
43|F|construction|Building trades|Bauinstallation und Ausbau
45|G|trade|Motor trade and repair|Kraftfahrzeughandel und -werkstätten
46|G|trade|Wholesale|Großhandel
47|G|trade|Retail|Einzelhandel
49|H|transport|Land transport|Landverkehr
50|H|transport|Shipping|Schifffahrt
51|H|transport|Air transport|Luftfahrt
52|H|transport|Logistics and warehousing|Logistik und Lagerei
53|H|transport|Postal and courier services|Post- und Kurierdienste
55|I|hospitality|Hotels and accommodation|Hotellerie und Beherbergung
56|I|hospitality|Restaurants and catering|Gastronomie
58|J|media|Publishing|Verlagswesen
59|J|media|Film, television production and music|Film, Fernsehproduktion und Musik
60|J|media|Broadcasting|Rundfunk
61|J|information|Telecommunications|Telekommunikation
62|J|information|Software and IT services|Software und IT-Dienstleistungen
63|J|information|Information services and internet platforms|Informationsdienste und Internetplattformen
64|K|finance|Banking and investment|Banken und Finanzdienstleistungen
65|K|finance|Insurance|Versicherungen
66|K|finance|Financial and insurance brokerage|Finanz- und Versicherungsvermittlung
68|L|property|Real estate|Immobilienwirtschaft
69|M|advice|Legal, tax and audit|Recht, Steuern, Wirtschaftsprüfung
70|M|advice|Management consulting and head offices|Unternehmensberatung und Holdings
71|M|advice|Architecture and engineering services|Architektur- und Ingenieurbüros
72|M|research|Research and development|Forschung und Entwicklung
73|M|media|Advertising and market research|Werbung und Marktforschung
74|M|advice|Design, translation and other professional services|Design, Übersetzung und andere freie Berufe
75|M|health|Veterinary services|Veterinärwesen
77|N|services|Rental and leasing|Vermietung und Leasing
78|N|services|Staffing and recruiting|Personalvermittlung und Zeitarbeit
79|N|hospitality|Travel and tourism|Reise und Tourismus
80|N|services|Security services|Sicherheitsdienste
81|N|services|Facility services and landscaping|Gebäudedienste und Landschaftsbau
82|N|services|Business support and events|Unternehmensdienste und Veranstaltungen
84|O|government|Public administration and defence|Öffentliche Verwaltung und Verteidigung
85|P|education|Education|Bildung und Unterricht
86|Q|health|Health care|Gesundheitswesen
87|Q|social|Residential care|Pflegeheime und Wohneinrichtungen
88|Q|social|Social work|Sozialwesen
90|R|culture|Performing and creative arts|Darstellende und bildende Kunst
91|R|culture|Museums, libraries, archives|Museen, Bibliotheken, Archive
92|R|culture|Gambling and betting|Glücksspiel und Wetten
93|R|culture|Sport and recreation|Sport und Freizeit
94|S|associations|Associations, unions, churches|Verbände, Gewerkschaften, Kirchen
95|S|services|Repair of computers and household goods|Reparatur von Geräten und Gebrauchsgütern
96|S|services|Personal services|Persönliche Dienstleistungen
97|T|services|Private households|Private Haushalte
98|T|services|Households' own production|Eigenproduktion privater Haushalte
99|U|government|International organisations|Internationale Organisationen`;

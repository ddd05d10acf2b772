// Generated from data/xing-industries.tsv by `npm run -s cli -- tables`: do not edit.
/** XING's industries; `~` as with LinkedIn's. */
export const XING_INDUSTRIES = `
41~|Architektur und Bauwesen|Architecture and construction
71|Architektur und Bauplanung|Architecture and planning
41|Bauwesen|Construction
81|Facility Management|Facility management
47~|Konsumgüter und Handel|Consumer goods and trade
47|Einzelhandel|Retail
46|Großhandel|Wholesale
46|Import und Export|Import and export
47|Supermärkte|Supermarkets
46~|Konsumgüter|Consumer goods
26|Unterhaltungselektronik|Consumer electronics
20|Kosmetik und Körperpflege|Cosmetics and personal care
10|Lebensmittel|Food
10|Nahrungs- und Genussmittel|Food and beverages
11|Wein und Spirituosen|Wine and spirits
12|Tabakwaren|Tobacco
15~|Luxusgüter und Schmuck|Luxury goods and jewellery
14|Bekleidung und Mode|Apparel and fashion
13|Textilien|Textiles
31|Möbel|Furniture
31|Möbel- und Holzwaren|Furniture and wood products
32|Sportartikel|Sporting goods
90|Kunsthandwerk|Arts and crafts
29|Automobil und Fahrzeugbau|Automotive and vehicle manufacturing
29|Automobil|Automotive
30|Luft- und Raumfahrt|Aerospace
30|Schienenfahrzeugbau|Railway vehicles
30|Schiffbau|Shipbuilding
28~|Industrie und Maschinenbau|Industry and mechanical engineering
28|Maschinenbau und Betriebstechnik|Mechanical and industrial engineering
28|Maschinenbau|Mechanical engineering
28|Industrielle Automation|Industrial automation
24~|Bergbau und Metalle|Mining and metals
24|Metallindustrie und -verarbeitung|Metal industry and processing
20|Chemie|Chemicals
27|Elektrotechnik|Electrical engineering
26|Halbleiter|Semiconductors
26|Mess- und Regeltechnik|Measurement and control technology
23|Glas, Keramik und Beton|Glass, ceramics and concrete
23|Baustoffe|Building materials
22|Kunststoff- und Gummiindustrie|Plastics and rubber
22|Kunststoffe|Plastics
17|Papier und Forstprodukte|Paper and forest products
17|Verpackung|Packaging
18|Druck|Printing
72|Nanotechnologie|Nanotechnology
30|Rüstungsindustrie|Defence industry
35~|Energie, Wasser und Umwelt|Energy, water and environment
35|Energiewirtschaft|Energy
35|Erneuerbare Energien|Renewable energy
35~|Erneuerbare Energien und Umweltschutz|Renewables and environment
36|Wasserversorgung|Water supply
38|Entsorgung und Recycling|Waste disposal and recycling
06|Öl und Energie|Oil and energy
64~|Finanzen|Finance
64|Bankwesen|Banking
64|Banken und Finanzdienstleistungen|Banking and financial services
64|Finanzdienstleistungen|Financial services
64|Investmentbanking|Investment banking
64|Risikokapital und Private Equity|Venture capital and private equity
66|Vermögensverwaltung|Asset management
65|Versicherungen|Insurance
65|Versicherungswesen|Insurance industry
86~|Gesundheit und Soziales|Health and social services
86|Medizinische Dienste|Medical services
86|Krankenhäuser|Hospitals
86|Alternative Medizin|Alternative medicine
86|Psychologie und Psychotherapie|Psychology and psychotherapy
86|Gesundheitswesen und Fitness|Health, wellness and fitness
32|Medizintechnik|Medical technology
21|Pharmazie|Pharmaceuticals
21|Medizin und Pharmazie|Medicine and pharmaceuticals
72|Biotechnologie|Biotechnology
75|Tiermedizin|Veterinary medicine
88|Sozialwesen|Social work
87|Pflege und Betreuung|Nursing and care
68|Immobilien|Real estate
68|Gewerbeimmobilien|Commercial real estate
62~|Internet und Informationstechnologie|Internet and information technology
62|Internet und IT|Internet and IT
26|Computer-Hardware|Computer hardware
62|Computer-Netzwerke|Computer networking
62|Computer-Software|Computer software
62|IT und Softwareentwicklung|IT and software development
62|IT-Dienstleistungen|IT services
58|Computerspiele|Computer games
63|Informationsdienste|Information services
63|Onlinemedien|Online media
61|Telekommunikation|Telecommunications
73~|Marketing, PR und Design|Marketing, PR and design
73|Marketing und Werbung|Marketing and advertising
70|Public Relations|Public relations
70|PR und Öffentlichkeitsarbeit|PR and public relations
73|Marktforschung|Market research
74|Grafik und Design|Graphics and design
74|Fotografie|Photography
82|Eventmanagement|Event management
58~|Medien und Verlage|Media and publishing
58|Verlagswesen|Publishing
58|Zeitungen|Newspapers
58|Journalismus|Journalism
60|Rundfunk und Fernsehen|Radio and television
59|Film und Musik|Film and music
59|Animation|Animation
74|Übersetzung und Lokalisierung|Translation and localization
84~|Öffentlicher Dienst, Verbände und Einrichtungen|Public service, associations and institutions
84|Öffentliche Verwaltung|Public administration
84|Öffentlicher Dienst|Civil service
84|Militär|Military
84|Polizei und Justiz|Police and judiciary
84|Politik|Politics
94|Gemeinnützige Einrichtungen und Vereine|Non-profit institutions and associations
94|Vereine und Verbände|Clubs and associations
94|Kirche und Religion|Church and religion
78|Personaldienstleistungen und -beratung|HR services and consulting
78|Personalwesen|Human resources
78|Personaldienstleistungen|Staffing services
79~|Tourismus und Gastronomie|Tourism and food service
79|Tourismus und Freizeit|Tourism and leisure
55|Hotelgewerbe|Hotels
56|Gastronomie|Gastronomy
52~|Transport und Logistik|Transport and logistics
52~|Transport, Verkehr und Logistik|Transport, traffic and logistics
49|Verkehr|Transport
51|Luftverkehr|Air transport
50|Schifffahrt|Shipping
53|Kurier- und Postdienste|Courier and postal services
69|Wirtschaftsprüfung, Steuern und Recht|Auditing, tax and law
69|Rechtsberatung|Legal services
69|Wirtschaftsprüfung und Steuern|Auditing and taxes
69|Steuerberatung|Tax advice
69|Buchhaltung|Accounting
70|Beratung und Consulting|Consulting
70|Unternehmensberatung|Management consulting
85~|Erziehung, Bildung und Wissenschaft|Education and science
85|Aus- und Weiterbildung|Training and further education
85|Schulen|Schools
85|Hochschulen|Universities
85|Fachhochschulen|Universities of applied sciences
85|Training und Coaching|Training and coaching
85|E-Learning|E-learning
72|Forschung|Research
72|Wissenschaft und Forschung|Science and research
90~|Kunst, Kultur und Sport|Art, culture and sport
90|Kunst und Kultur|Art and culture
90|Bildende Kunst|Fine art
90|Musik|Music
91|Museen und Kultureinrichtungen|Museums and cultural institutions
91|Bibliotheken|Libraries
93|Sport|Sports
90|Unterhaltung|Entertainment
92|Glücksspiel und Casinos|Gambling and casinos
01|Landwirtschaft|Agriculture
01|Land- und Forstwirtschaft|Agriculture and forestry
03|Fischerei|Fishery
81|Garten- und Landschaftsbau|Gardening and landscaping
80|Sicherheitsdienste|Security services
80|Schutz und Sicherheit|Security and protection
82|Outsourcing und Offshoring|Outsourcing and offshoring
77|Vermietung und Leasing|Rental and leasing
43|Handwerk|Skilled trades
`;

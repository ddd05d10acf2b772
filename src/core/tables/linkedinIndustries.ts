// Generated from data/linkedin-industries.tsv by `npm run -s cli -- tables`: do not edit.
/** LinkedIn's industries (the current 434 and the older ones); `~` marks a label so broad that the division is only its most likely reading. */
export const LINKEDIN_INDUSTRIES = `
55|Accommodation Services|Beherbergungsdienstleistungen|Services d'hébergement|Servicios de alojamiento
56|Food and Beverage Services|Gastronomie|Services de restauration|Servicios de alimentos y bebidas
56|Bars, Taverns, and Nightclubs|Bars, Kneipen und Nachtclubs|Bars, tavernes et boîtes de nuit|Bares, tabernas y discotecas
56|Caterers|Catering|Traiteurs|Servicios de catering
56|Mobile Food Services|Mobile Gastronomie|Services de restauration mobile|Servicios de comida móvil
56|Restaurants|Restaurants|Restaurants|Restaurantes
55|Hospitality|Gastgewerbe|Hôtellerie et restauration|Hostelería
55|Bed-and-Breakfasts, Hostels, Homestays|Pensionen, Hostels und Privatunterkünfte|Chambres d'hôtes, auberges et séjours chez l'habitant|Alojamientos con desayuno, hostales y casas particulares
55|Hotels and Motels|Hotels und Motels|Hôtels et motels|Hoteles y moteles
82|Administrative and Support Services|Verwaltungs- und Unterstützungsdienste|Services administratifs et de soutien|Servicios administrativos y de apoyo
82|Collection Agencies|Inkassobüros|Agences de recouvrement|Agencias de cobro
82|Events Services|Veranstaltungsdienste|Services d'événementiel|Servicios de eventos
81|Facilities Services|Gebäudemanagement|Services aux installations|Servicios de instalaciones
81|Janitorial Services|Gebäudereinigung|Services de nettoyage|Servicios de limpieza
81|Landscaping Services|Garten- und Landschaftsbau|Services d'aménagement paysager|Servicios de paisajismo
82|Fundraising|Fundraising|Collecte de fonds|Recaudación de fondos
82|Office Administration|Büroverwaltung|Administration de bureau|Administración de oficinas
80|Security and Investigations|Sicherheits- und Ermittlungsdienste|Sécurité et enquêtes|Seguridad e investigaciones
80|Security Guards and Patrol Services|Wach- und Streifendienste|Gardiennage et services de patrouille|Servicios de vigilancia y patrulla
80|Security Systems Services|Sicherheitssysteme|Services de systèmes de sécurité|Servicios de sistemas de seguridad
78|Staffing and Recruiting|Personalvermittlung und -beschaffung|Recrutement et placement de personnel|Dotación y selección de personal
78|Executive Search Services|Executive Search|Services de recrutement de cadres|Servicios de búsqueda de ejecutivos
78|Temporary Help Services|Zeitarbeit|Services d'intérim|Servicios de trabajo temporal
82|Telephone Call Centers|Callcenter|Centres d'appels téléphoniques|Centros de llamadas telefónicas
74|Translation and Localization|Übersetzung und Lokalisierung|Traduction et localisation|Traducción y localización
79|Travel Arrangements|Reiseveranstaltung|Organisation de voyages|Organización de viajes
90|Writing and Editing|Verfassen und Bearbeiten von Texten|Rédaction et révision|Redacción y edición
41|Construction|Bauwesen|Construction|Construcción
41|Building Construction|Hochbau|Construction de bâtiments|Construcción de edificios
41|Nonresidential Building Construction|Nichtwohnungsbau|Construction de bâtiments non résidentiels|Construcción de edificios no residenciales
41|Residential Building Construction|Wohnungsbau|Construction de bâtiments résidentiels|Construcción de edificios residenciales
42|Civil Engineering|Tiefbau|Génie civil|Ingeniería civil
42|Highway, Street, and Bridge Construction|Straßen- und Brückenbau|Construction d'autoroutes, de routes et de ponts|Construcción de autopistas, calles y puentes
42|Subdivision of Land|Baulanderschließung|Lotissement de terrains|Subdivisión de terrenos
42|Utility System Construction|Leitungsbau|Construction de réseaux de services publics|Construcción de sistemas de servicios públicos
43|Specialty Trade Contractors|Ausbaugewerbe|Entrepreneurs spécialisés|Contratistas de oficios especializados
43|Building Equipment Contractors|Gebäudetechnik|Entrepreneurs en équipement technique du bâtiment|Contratistas de equipamiento de edificios
43|Building Finishing Contractors|Innenausbau|Entrepreneurs en finition de bâtiments|Contratistas de acabados de edificios
43|Building Structure and Exterior Contractors|Rohbau und Fassadenbau|Entrepreneurs en structure et extérieur de bâtiments|Contratistas de estructuras y exteriores de edificios
96|Consumer Services|Verbraucherdienste|Services aux consommateurs|Servicios al consumidor
94|Civic and Social Organizations|Bürger- und Sozialorganisationen|Organisations civiques et sociales|Organizaciones cívicas y sociales
94|Industry Associations|Branchenverbände|Associations professionnelles sectorielles|Asociaciones sectoriales
94|Political Organizations|Politische Organisationen|Organisations politiques|Organizaciones políticas
94|Professional Organizations|Berufsverbände|Organisations professionnelles|Organizaciones profesionales
97|Household Services|Haushaltsdienste|Services ménagers|Servicios domésticos
94|Non-profit Organizations|Gemeinnützige Organisationen|Organisations à but non lucratif|Organizaciones sin ánimo de lucro
96|Personal and Laundry Services|Persönliche Dienste und Wäschereien|Services personnels et de blanchisserie|Servicios personales y de lavandería
96|Laundry and Drycleaning Services|Wäschereien und Reinigungen|Services de blanchisserie et de nettoyage à sec|Servicios de lavandería y tintorería
96|Personal Care Services|Körperpflege|Services de soins personnels|Servicios de cuidado personal
96|Pet Services|Dienste für Haustiere|Services pour animaux de compagnie|Servicios para mascotas
94|Philanthropic Fundraising Services|Philanthropisches Fundraising|Services philanthropiques de collecte de fonds|Servicios filantrópicos de recaudación de fondos
94|Religious Institutions|Religiöse Einrichtungen|Institutions religieuses|Instituciones religiosas
95|Repair and Maintenance|Reparatur und Wartung|Réparation et entretien|Reparación y mantenimiento
33|Commercial and Industrial Machinery Maintenance|Wartung von Maschinen|Entretien de machines commerciales et industrielles|Mantenimiento de maquinaria comercial e industrial
95|Electronic and Precision Equipment Maintenance|Wartung elektronischer und feinmechanischer Geräte|Entretien d'équipements électroniques et de précision|Mantenimiento de equipos electrónicos y de precisión
95|Footwear and Leather Goods Repair|Schuh- und Lederreparatur|Réparation de chaussures et d'articles en cuir|Reparación de calzado y artículos de cuero
95|Reupholstery and Furniture Repair|Polsterei und Möbelreparatur|Rembourrage et réparation de meubles|Tapicería y reparación de muebles
45|Vehicle Repair and Maintenance|Fahrzeugreparatur und -wartung|Réparation et entretien de véhicules|Reparación y mantenimiento de vehículos
85|Education|Bildungswesen|Éducation|Educación
85|E-Learning Providers|E-Learning-Anbieter|Fournisseurs de formation en ligne|Proveedores de formación en línea
85|Higher Education|Hochschulbildung|Enseignement supérieur|Educación superior
85|Primary and Secondary Education|Primar- und Sekundarbildung|Enseignement primaire et secondaire|Educación primaria y secundaria
85|Professional Training and Coaching|Berufliche Weiterbildung und Coaching|Formation professionnelle et coaching|Formación profesional y coaching
85|Technical and Vocational Training|Technische und berufliche Ausbildung|Formation technique et professionnelle|Formación técnica y profesional
85|Cosmetology and Barber Schools|Kosmetik- und Friseurschulen|Écoles de cosmétologie et de coiffure|Escuelas de cosmetología y peluquería
85|Fine Arts Schools|Kunstschulen|Écoles de beaux-arts|Escuelas de bellas artes
85|Flight Training|Flugschulen|Formation au pilotage|Formación de vuelo
85|Language Schools|Sprachschulen|Écoles de langues|Escuelas de idiomas
85|Secretarial Schools|Sekretariatsschulen|Écoles de secrétariat|Escuelas de secretariado
85|Sports and Recreation Instruction|Sport- und Freizeitunterricht|Enseignement des sports et loisirs|Enseñanza de deportes y ocio
90|Entertainment Providers|Unterhaltungsanbieter|Fournisseurs de divertissements|Proveedores de entretenimiento
90|Artists and Writers|Künstler und Schriftsteller|Artistes et écrivains|Artistas y escritores
91|Museums, Historical Sites, and Zoos|Museen, historische Stätten und Zoos|Musées, sites historiques et zoos|Museos, sitios históricos y zoológicos
91|Historical Sites|Historische Stätten|Sites historiques|Sitios históricos
91|Museums|Museen|Musées|Museos
91|Zoos and Botanical Gardens|Zoos und botanische Gärten|Zoos et jardins botaniques|Zoológicos y jardines botánicos
90|Musicians|Musiker|Musiciens|Músicos
90|Performing Arts and Spectator Sports|Darstellende Künste und Zuschauersport|Arts du spectacle et sports-spectacles|Artes escénicas y deportes de espectáculo
90|Circuses and Magic Shows|Zirkusse und Zaubershows|Cirques et spectacles de magie|Circos y espectáculos de magia
90|Dance Companies|Tanzensembles|Compagnies de danse|Compañías de danza
90|Performing Arts|Darstellende Künste|Arts du spectacle|Artes escénicas
93|Spectator Sports|Zuschauersport|Sports-spectacles|Deportes de espectáculo
93|Racetracks|Rennbahnen|Hippodromes et circuits|Hipódromos y circuitos
93|Sports Teams and Clubs|Sportmannschaften und -vereine|Équipes et clubs sportifs|Equipos y clubes deportivos
90|Theater Companies|Theaterensembles|Compagnies de théâtre|Compañías de teatro
93|Recreational Facilities|Freizeiteinrichtungen|Installations de loisirs|Instalaciones recreativas
93|Amusement Parks and Arcades|Freizeitparks und Spielhallen|Parcs d'attractions et salles de jeux|Parques de atracciones y salones recreativos
92|Gambling Facilities and Casinos|Glücksspiel und Casinos|Établissements de jeux et casinos|Establecimientos de juego y casinos
93|Golf Courses and Country Clubs|Golfplätze und Country Clubs|Terrains de golf et country clubs|Campos de golf y clubes de campo
93|Skiing Facilities|Skianlagen|Stations de ski|Estaciones de esquí
93|Wellness and Fitness Services|Wellness und Fitness|Services de bien-être et de remise en forme|Servicios de bienestar y ejercicio físico
01|Farming, Ranching, Forestry|Land- und Forstwirtschaft|Agriculture, élevage et sylviculture|Agricultura, ganadería y silvicultura
01|Farming|Landwirtschaft|Agriculture|Agricultura
01|Horticulture|Gartenbau|Horticulture|Horticultura
02|Forestry and Logging|Forstwirtschaft und Holzeinschlag|Sylviculture et exploitation forestière|Silvicultura y explotación forestal
01|Ranching and Fisheries|Viehzucht und Fischerei|Élevage et pêche|Ganadería y pesca
03|Fisheries|Fischerei|Pêche|Pesca
01|Ranching|Viehzucht|Élevage|Ganadería
64|Financial Services|Finanzdienstleistungen|Services financiers|Servicios financieros
66|Capital Markets|Kapitalmärkte|Marchés des capitaux|Mercados de capital
66|Investment Advice|Anlageberatung|Conseil en investissement|Asesoramiento en inversiones
64|Investment Banking|Investmentbanking|Banques d'investissement|Banca de inversiones
66|Investment Management|Vermögensverwaltung|Gestion des investissements|Gestión de inversiones
66|Securities and Commodity Exchanges|Wertpapier- und Warenbörsen|Bourses de valeurs et de marchandises|Bolsas de valores y materias primas
64|Venture Capital and Private Equity Principals|Risikokapital und Private Equity|Capital-risque et capital-investissement|Capital riesgo y capital privado
64|Credit Intermediation|Kreditvermittlung|Intermédiation de crédit|Intermediación crediticia
64|Banking|Bankwesen|Banques|Banca
46|International Trade and Development|Internationaler Handel und Entwicklung|Commerce et développement international|Comercio y desarrollo internacional
66|Loan Brokers|Kreditmakler|Courtiers en prêts|Agentes de préstamos
64|Savings Institutions|Sparkassen|Institutions d'épargne|Instituciones de ahorro
64|Funds and Trusts|Fonds und Treuhandgesellschaften|Fonds et fiducies|Fondos y fideicomisos
65|Insurance and Employee Benefit Funds|Versicherungs- und Sozialfonds|Fonds d'assurance et d'avantages sociaux|Fondos de seguros y beneficios para empleados
65|Pension Funds|Pensionskassen|Fonds de pension|Fondos de pensiones
64|Trusts and Estates|Treuhand und Nachlässe|Fiducies et successions|Fideicomisos y patrimonios
65|Insurance|Versicherungswesen|Assurances|Seguros
66|Claims Adjusting, Actuarial Services|Schadenregulierung und Versicherungsmathematik|Expertise de sinistres et services actuariels|Peritaje de siniestros y servicios actuariales
66|Insurance Agencies and Brokerages|Versicherungsagenturen und -makler|Agences et courtiers d'assurance|Agencias y corredurías de seguros
65|Insurance Carriers|Versicherungsgesellschaften|Compagnies d'assurance|Compañías de seguros
84|Government Administration|Öffentliche Verwaltung|Administration publique|Administración gubernamental
84|Administration of Justice|Justizverwaltung|Administration de la justice|Administración de justicia
84|Correctional Institutions|Justizvollzug|Établissements pénitentiaires|Instituciones penitenciarias
84|Courts of Law|Gerichte|Tribunaux|Tribunales de justicia
84|Fire Protection|Feuerwehr|Protection contre les incendies|Protección contra incendios
84|Law Enforcement|Strafverfolgung|Maintien de l'ordre|Cumplimiento de la ley
84|Public Safety|Öffentliche Sicherheit|Sécurité publique|Seguridad pública
84|Economic Programs|Wirtschaftsprogramme|Programmes économiques|Programas económicos
84|Transportation Programs|Verkehrsprogramme|Programmes de transport|Programas de transporte
84|Utilities Administration|Verwaltung der Versorgungsbetriebe|Administration des services publics|Administración de servicios públicos
84|Environmental Quality Programs|Umweltprogramme|Programmes de qualité de l'environnement|Programas de calidad medioambiental
84|Air, Water, and Waste Program Management|Luft-, Wasser- und Abfallprogramme|Gestion des programmes de l'air, de l'eau et des déchets|Gestión de programas de aire, agua y residuos
84|Conservation Programs|Naturschutzprogramme|Programmes de conservation|Programas de conservación
84|Health and Human Services|Gesundheits- und Sozialbehörden|Santé et services sociaux|Salud y servicios sociales
84|Education Administration Programs|Bildungsverwaltung|Programmes d'administration de l'éducation|Programas de administración educativa
84|Public Assistance Programs|Sozialhilfe|Programmes d'assistance publique|Programas de asistencia pública
84|Public Health|Öffentliches Gesundheitswesen|Santé publique|Salud pública
84|Housing and Community Development|Wohnungsbau und Gemeindeentwicklung|Logement et développement communautaire|Vivienda y desarrollo comunitario
84|Community Development and Urban Planning|Gemeindeentwicklung und Stadtplanung|Développement communautaire et urbanisme|Desarrollo comunitario y urbanismo
84|Housing Programs|Wohnungsbauprogramme|Programmes de logement|Programas de vivienda
84|Military and International Affairs|Militär und internationale Angelegenheiten|Affaires militaires et internationales|Asuntos militares e internacionales
84|Armed Forces|Streitkräfte|Forces armées|Fuerzas armadas
84|International Affairs|Internationale Angelegenheiten|Affaires internationales|Asuntos internacionales
84|Public Policy Offices|Öffentliche Politik|Bureaux de politique publique|Oficinas de políticas públicas
84|Executive Offices|Exekutive|Bureaux exécutifs|Oficinas ejecutivas
84|Legislative Offices|Legislative|Bureaux législatifs|Oficinas legislativas
72|Space Research and Technology|Weltraumforschung und -technologie|Recherche et technologie spatiales|Investigación y tecnología espacial
70|Holding Companies|Holdinggesellschaften|Sociétés holding|Sociedades de cartera
86|Hospitals and Health Care|Krankenhäuser und Gesundheitswesen|Hôpitaux et services de santé|Hospitales y atención sanitaria
88|Community Services|Gemeinschaftsdienste|Services communautaires|Servicios comunitarios
88|Services for the Elderly and Disabled|Dienste für Senioren und Menschen mit Behinderung|Services aux personnes âgées et handicapées|Servicios para personas mayores y con discapacidad
86|Hospitals|Krankenhäuser|Hôpitaux|Hospitales
88|Individual and Family Services|Individual- und Familiendienste|Services à la personne et à la famille|Servicios individuales y familiares
88|Child Day Care Services|Kindertagesbetreuung|Services de garde d'enfants|Servicios de guardería infantil
88|Emergency and Relief Services|Not- und Hilfsdienste|Services d'urgence et de secours|Servicios de emergencia y socorro
88|Vocational Rehabilitation Services|Berufliche Rehabilitation|Services de réadaptation professionnelle|Servicios de rehabilitación profesional
86|Medical Practices|Arztpraxen|Cabinets médicaux|Consultorios médicos
86|Alternative Medicine|Alternative Medizin|Médecine alternative|Medicina alternativa
86|Ambulance Services|Rettungsdienste|Services d'ambulance|Servicios de ambulancia
86|Chiropractors|Chiropraktiker|Chiropraticiens|Quiroprácticos
86|Dentists|Zahnärzte|Dentistes|Dentistas
86|Family Planning Centers|Familienplanungszentren|Centres de planning familial|Centros de planificación familiar
88|Home Health Care Services|Häusliche Pflege|Services de soins à domicile|Servicios de atención médica a domicilio
86|Medical and Diagnostic Laboratories|Medizinische und diagnostische Labore|Laboratoires médicaux et de diagnostic|Laboratorios médicos y de diagnóstico
86|Mental Health Care|Psychische Gesundheit|Santé mentale|Atención a la salud mental
86|Optometrists|Optometristen|Optométristes|Optometristas
86|Outpatient Care Centers|Ambulante Versorgungszentren|Centres de soins ambulatoires|Centros de atención ambulatoria
86|Physical, Occupational and Speech Therapists|Physio-, Ergo- und Sprachtherapeuten|Kinésithérapeutes, ergothérapeutes et orthophonistes|Fisioterapeutas, terapeutas ocupacionales y logopedas
86|Physicians|Ärzte|Médecins|Médicos
87|Nursing Homes and Residential Care Facilities|Pflegeheime und Wohneinrichtungen|Maisons de retraite et établissements de soins|Residencias de ancianos y centros residenciales
32~|Manufacturing|Fertigung|Industrie manufacturière|Fabricación
14|Apparel Manufacturing|Bekleidungsherstellung|Fabrication de vêtements|Fabricación de prendas de vestir
14|Fashion Accessories Manufacturing|Herstellung von Modeaccessoires|Fabrication d'accessoires de mode|Fabricación de accesorios de moda
27|Appliances, Electrical, and Electronics Manufacturing|Geräte-, Elektro- und Elektronikherstellung|Fabrication d'appareils électriques et électroniques|Fabricación de electrodomésticos y productos eléctricos y electrónicos
27|Electric Lighting Equipment Manufacturing|Herstellung von Leuchten|Fabrication d'équipements d'éclairage électrique|Fabricación de equipos de iluminación eléctrica
27|Electrical Equipment Manufacturing|Herstellung elektrischer Ausrüstungen|Fabrication de matériel électrique|Fabricación de equipos eléctricos
27|Fuel Cell Manufacturing|Brennstoffzellenherstellung|Fabrication de piles à combustible|Fabricación de pilas de combustible
27|Household Appliance Manufacturing|Haushaltsgeräteherstellung|Fabrication d'appareils électroménagers|Fabricación de electrodomésticos
20|Chemical Manufacturing|Chemische Industrie|Fabrication de produits chimiques|Fabricación de productos químicos
20|Agricultural Chemical Manufacturing|Agrarchemie|Fabrication de produits chimiques agricoles|Fabricación de productos químicos agrícolas
20|Artificial Rubber and Synthetic Fiber Manufacturing|Synthesekautschuk und Chemiefasern|Fabrication de caoutchouc artificiel et de fibres synthétiques|Fabricación de caucho artificial y fibras sintéticas
20|Chemical Raw Materials Manufacturing|Chemische Grundstoffe|Fabrication de matières premières chimiques|Fabricación de materias primas químicas
20|Paint, Coating, and Adhesive Manufacturing|Farben, Lacke und Klebstoffe|Fabrication de peintures, revêtements et adhésifs|Fabricación de pinturas, revestimientos y adhesivos
20|Personal Care Product Manufacturing|Körperpflegemittel|Fabrication de produits de soins personnels|Fabricación de productos de cuidado personal
21|Pharmaceutical Manufacturing|Pharmazeutische Produktion|Fabrication de produits pharmaceutiques|Fabricación de productos farmacéuticos
20|Soap and Cleaning Product Manufacturing|Seifen und Reinigungsmittel|Fabrication de savons et de produits d'entretien|Fabricación de jabones y productos de limpieza
28|Climate Technology Product Manufacturing|Herstellung von Klimatechnologie|Fabrication de produits de technologie climatique|Fabricación de productos de tecnología climática
26|Computers and Electronics Manufacturing|Computer- und Elektronikherstellung|Fabrication d'ordinateurs et de produits électroniques|Fabricación de ordenadores y productos electrónicos
26|Audio and Video Equipment Manufacturing|Audio- und Videogeräte|Fabrication de matériel audio et vidéo|Fabricación de equipos de audio y vídeo
26|Communications Equipment Manufacturing|Kommunikationstechnik|Fabrication de matériel de communication|Fabricación de equipos de comunicaciones
26|Computer Hardware Manufacturing|Computerhardware|Fabrication de matériel informatique|Fabricación de hardware informático
26|Accessible Hardware Manufacturing|Barrierefreie Hardware|Fabrication de matériel accessible|Fabricación de hardware accesible
26|Magnetic and Optical Media Manufacturing|Magnetische und optische Datenträger|Fabrication de supports magnétiques et optiques|Fabricación de soportes magnéticos y ópticos
26|Measuring and Control Instrument Manufacturing|Mess- und Regeltechnik|Fabrication d'instruments de mesure et de contrôle|Fabricación de instrumentos de medición y control
26|Smart Meter Manufacturing|Intelligente Zähler|Fabrication de compteurs intelligents|Fabricación de contadores inteligentes
26|Semiconductor Manufacturing|Halbleiterherstellung|Fabrication de semi-conducteurs|Fabricación de semiconductores
26|Renewable Energy Semiconductor Manufacturing|Halbleiter für erneuerbare Energien|Fabrication de semi-conducteurs pour énergies renouvelables|Fabricación de semiconductores para energías renovables
25|Fabricated Metal Products|Metallerzeugnisse|Produits métalliques|Productos metálicos
25|Architectural and Structural Metal Manufacturing|Stahl- und Metallbau|Fabrication de charpentes et structures métalliques|Fabricación de estructuras metálicas y arquitectónicas
25|Boilers, Tanks, and Shipping Container Manufacturing|Kessel, Tanks und Container|Fabrication de chaudières, réservoirs et conteneurs|Fabricación de calderas, tanques y contenedores
25|Construction Hardware Manufacturing|Beschläge|Fabrication de quincaillerie de bâtiment|Fabricación de herrajes para la construcción
25|Cutlery and Handtool Manufacturing|Besteck und Handwerkzeuge|Fabrication de coutellerie et d'outils à main|Fabricación de cuchillería y herramientas manuales
25|Metal Treatments|Metallbehandlung|Traitement des métaux|Tratamientos de metales
28|Metal Valve, Ball, and Roller Manufacturing|Armaturen, Kugeln und Rollen|Fabrication de vannes, billes et rouleaux métalliques|Fabricación de válvulas, bolas y rodillos metálicos
25|Spring and Wire Product Manufacturing|Federn und Drahtwaren|Fabrication de ressorts et de produits en fil métallique|Fabricación de muelles y productos de alambre
25|Turned Products and Fastener Manufacturing|Drehteile und Verbindungselemente|Fabrication de pièces décolletées et de fixations|Fabricación de piezas torneadas y elementos de fijación
10|Food and Beverage Manufacturing|Lebensmittel- und Getränkeherstellung|Fabrication d'aliments et de boissons|Fabricación de alimentos y bebidas
11|Breweries|Brauereien|Brasseries industrielles|Fábricas de cerveza
11|Distilleries|Brennereien|Distilleries|Destilerías
11|Wineries|Weinkellereien|Domaines viticoles|Bodegas
10|Animal Feed Manufacturing|Futtermittel|Fabrication d'aliments pour animaux|Fabricación de alimentos para animales
10|Baked Goods Manufacturing|Backwaren|Fabrication de produits de boulangerie|Fabricación de productos de panadería
11|Beverage Manufacturing|Getränkeherstellung|Fabrication de boissons|Fabricación de bebidas
10|Dairy Product Manufacturing|Molkereiprodukte|Fabrication de produits laitiers|Fabricación de productos lácteos
10|Fruit and Vegetable Preserves Manufacturing|Obst- und Gemüsekonserven|Fabrication de conserves de fruits et légumes|Fabricación de conservas de frutas y verduras
10|Meat Products Manufacturing|Fleischprodukte|Fabrication de produits carnés|Fabricación de productos cárnicos
10|Seafood Product Manufacturing|Fischprodukte|Fabrication de produits de la mer|Fabricación de productos del mar
10|Sugar and Confectionery Product Manufacturing|Zucker und Süßwaren|Fabrication de sucre et de confiseries|Fabricación de azúcar y productos de confitería
31|Furniture and Home Furnishings Manufacturing|Möbel und Einrichtungsgegenstände|Fabrication de meubles et d'articles d'ameublement|Fabricación de muebles y artículos para el hogar
31|Household and Institutional Furniture Manufacturing|Haushalts- und Objektmöbel|Fabrication de meubles domestiques et institutionnels|Fabricación de muebles domésticos e institucionales
31|Mattress and Blinds Manufacturing|Matratzen und Jalousien|Fabrication de matelas et de stores|Fabricación de colchones y persianas
31|Office Furniture and Fixtures Manufacturing|Büromöbel|Fabrication de mobilier et d'agencements de bureau|Fabricación de mobiliario y accesorios de oficina
23|Glass, Ceramics and Concrete Manufacturing|Glas, Keramik und Beton|Fabrication de verre, céramique et béton|Fabricación de vidrio, cerámica y hormigón
23|Abrasives and Nonmetallic Minerals Manufacturing|Schleifmittel und nichtmetallische Mineralien|Fabrication d'abrasifs et de minéraux non métalliques|Fabricación de abrasivos y minerales no metálicos
23|Clay and Refractory Products Manufacturing|Ton- und Feuerfestprodukte|Fabrication de produits en argile et réfractaires|Fabricación de productos de arcilla y refractarios
23|Glass Product Manufacturing|Glasprodukte|Fabrication de produits en verre|Fabricación de productos de vidrio
23|Lime and Gypsum Products Manufacturing|Kalk- und Gipsprodukte|Fabrication de produits en chaux et en plâtre|Fabricación de productos de cal y yeso
15|Leather Product Manufacturing|Lederwaren|Fabrication d'articles en cuir|Fabricación de productos de cuero
15|Footwear Manufacturing|Schuhherstellung|Fabrication de chaussures|Fabricación de calzado
15|Women's Handbag Manufacturing|Damenhandtaschen|Fabrication de sacs à main pour femmes|Fabricación de bolsos de mujer
28|Machinery Manufacturing|Maschinenbau|Fabrication de machines|Fabricación de maquinaria
28|Agriculture, Construction, Mining Machinery Manufacturing|Land-, Bau- und Bergbaumaschinen|Fabrication de machines agricoles, de construction et minières|Fabricación de maquinaria agrícola, de construcción y minería
28|Automation Machinery Manufacturing|Automatisierungstechnik|Fabrication de machines d'automatisation|Fabricación de maquinaria de automatización
28|Robot Manufacturing|Roboterherstellung|Fabrication de robots|Fabricación de robots
28|Commercial and Service Industry Machinery Manufacturing|Maschinen für Handel und Dienstleistung|Fabrication de machines pour le commerce et les services|Fabricación de maquinaria para el comercio y los servicios
28|Engines and Power Transmission Equipment Manufacturing|Motoren und Antriebstechnik|Fabrication de moteurs et d'équipements de transmission|Fabricación de motores y equipos de transmisión de potencia
28|Renewable Energy Equipment Manufacturing|Anlagen für erneuerbare Energien|Fabrication d'équipements d'énergie renouvelable|Fabricación de equipos de energía renovable
28|HVAC and Refrigeration Equipment Manufacturing|Heizungs-, Lüftungs-, Klima- und Kältetechnik|Fabrication d'équipements de chauffage, ventilation, climatisation et réfrigération|Fabricación de equipos de climatización y refrigeración
28|Industrial Machinery Manufacturing|Industriemaschinen|Fabrication de machines industrielles|Fabricación de maquinaria industrial
28|Metalworking Machinery Manufacturing|Metallbearbeitungsmaschinen|Fabrication de machines pour le travail des métaux|Fabricación de maquinaria para trabajar metales
32|Medical Equipment Manufacturing|Medizintechnik|Fabrication d'équipements médicaux|Fabricación de equipos médicos
19|Oil and Coal Product Manufacturing|Mineralöl- und Kohleprodukte|Fabrication de produits pétroliers et houillers|Fabricación de productos de petróleo y carbón
17|Paper and Forest Product Manufacturing|Papier- und Forstprodukte|Fabrication de papier et de produits forestiers|Fabricación de papel y productos forestales
22|Plastics and Rubber Product Manufacturing|Kunststoff- und Gummiprodukte|Fabrication de produits en plastique et en caoutchouc|Fabricación de productos de plástico y caucho
22|Packaging and Containers Manufacturing|Verpackungen und Behälter|Fabrication d'emballages et de conteneurs|Fabricación de envases y contenedores
22|Plastics Manufacturing|Kunststoffe|Fabrication de plastiques|Fabricación de plásticos
22|Rubber Products Manufacturing|Gummiprodukte|Fabrication de produits en caoutchouc|Fabricación de productos de caucho
24|Primary Metal Manufacturing|Metallerzeugung|Première transformation des métaux|Fabricación de metales primarios
18|Printing Services|Druckereien|Services d'imprimerie|Servicios de impresión
32|Sporting Goods Manufacturing|Sportartikel|Fabrication d'articles de sport|Fabricación de artículos deportivos
13|Textile Manufacturing|Textilherstellung|Fabrication de textiles|Fabricación de productos textiles
12|Tobacco Manufacturing|Tabakherstellung|Fabrication de tabac|Fabricación de tabaco
30~|Transportation Equipment Manufacturing|Fahrzeugbau|Fabrication de matériel de transport|Fabricación de equipos de transporte
30|Aviation and Aerospace Component Manufacturing|Luft- und Raumfahrttechnik|Fabrication de composants pour l'aviation et l'aérospatiale|Fabricación de componentes para aviación y la industria aeroespacial
30|Defense and Space Manufacturing|Rüstung und Raumfahrt|Fabrication de matériel de défense et spatial|Fabricación para la defensa y el espacio
29|Motor Vehicle Manufacturing|Kraftfahrzeugherstellung|Fabrication de véhicules automobiles|Fabricación de vehículos de motor
29|Alternative Fuel Vehicle Manufacturing|Fahrzeuge mit alternativen Antrieben|Fabrication de véhicules à carburant alternatif|Fabricación de vehículos de combustible alternativo
29|Motor Vehicle Parts Manufacturing|Kraftfahrzeugteile|Fabrication de pièces pour véhicules automobiles|Fabricación de piezas para vehículos de motor
30|Railroad Equipment Manufacturing|Schienenfahrzeuge|Fabrication de matériel ferroviaire|Fabricación de equipos ferroviarios
30|Shipbuilding|Schiffbau|Construction navale|Construcción naval
16|Wood Product Manufacturing|Holzprodukte|Fabrication de produits en bois|Fabricación de productos de madera
06~|Oil, Gas, and Mining|Öl, Gas und Bergbau|Pétrole, gaz et exploitation minière|Petróleo, gas y minería
07~|Mining|Bergbau|Exploitation minière|Minería
05|Coal Mining|Kohlenbergbau|Extraction de charbon|Minería del carbón
07|Metal Ore Mining|Erzbergbau|Extraction de minerais métalliques|Minería de minerales metálicos
08|Nonmetallic Mineral Mining|Abbau nichtmetallischer Mineralien|Extraction de minéraux non métalliques|Minería de minerales no metálicos
06|Oil and Gas|Öl und Gas|Pétrole et gaz|Petróleo y gas
06|Natural Gas Extraction|Erdgasförderung|Extraction de gaz naturel|Extracción de gas natural
06|Oil Extraction|Erdölförderung|Extraction de pétrole|Extracción de petróleo
70~|Professional Services|Professionelle Dienstleistungen|Services professionnels|Servicios profesionales
69|Accounting|Buchhaltung und Wirtschaftsprüfung|Comptabilité|Contabilidad
73|Advertising Services|Werbedienste|Services de publicité|Servicios de publicidad
70|Government Relations Services|Politikberatung|Services de relations gouvernementales|Servicios de relaciones gubernamentales
70|Public Relations and Communications Services|Öffentlichkeitsarbeit und Kommunikation|Services de relations publiques et de communication|Servicios de relaciones públicas y comunicaciones
73|Market Research|Marktforschung|Études de marché|Estudios de mercado
71|Architecture and Planning|Architektur und Planung|Architecture et urbanisme|Arquitectura y planificación
71|Accessible Architecture and Design|Barrierefreie Architektur|Architecture et design accessibles|Arquitectura y diseño accesibles
70|Business Consulting and Services|Unternehmensberatung und -dienste|Services et conseil aux entreprises|Servicios y consultoría a empresas
74|Environmental Services|Umweltdienste|Services environnementaux|Servicios medioambientales
78|Human Resources Services|Personaldienstleistungen|Services de ressources humaines|Servicios de recursos humanos
73|Marketing Services|Marketingdienstleistungen|Services de marketing|Servicios de marketing
70|Operations Consulting|Betriebsberatung|Conseil en opérations|Consultoría de operaciones
70|Outsourcing and Offshoring Consulting|Beratung zu Outsourcing und Offshoring|Conseil en externalisation et délocalisation|Consultoría de externalización y deslocalización
70|Strategic Management Services|Strategisches Management|Services de gestion stratégique|Servicios de gestión estratégica
74|Design Services|Designdienste|Services de design|Servicios de diseño
74|Graphic Design|Grafikdesign|Design graphique|Diseño gráfico
74|Regenerative Design|Regeneratives Design|Design régénératif|Diseño regenerativo
74|Interior Design|Innenarchitektur|Architecture d'intérieur|Diseño de interiores
71|Engineering Services|Ingenieurdienstleistungen|Services d'ingénierie|Servicios de ingeniería
71|Robotics Engineering|Robotik|Ingénierie robotique|Ingeniería robótica
71|Surveying and Mapping Services|Vermessung und Kartografie|Services d'arpentage et de cartographie|Servicios de topografía y cartografía
62|IT Services and IT Consulting|IT-Dienstleistungen und IT-Beratung|Services et conseil en informatique|Servicios y consultoría de TI
62|Computer and Network Security|Computer- und Netzwerksicherheit|Sécurité informatique et réseau|Seguridad de ordenadores y redes
62|Digital Accessibility Services|Digitale Barrierefreiheit|Services d'accessibilité numérique|Servicios de accesibilidad digital
62|IT System Custom Software Development|Individuelle Softwareentwicklung|Développement de logiciels informatiques sur mesure|Desarrollo de software personalizado de sistemas de TI
63|IT System Data Services|Datendienste|Services de données pour systèmes informatiques|Servicios de datos de sistemas de TI
62|IT System Design Services|IT-Systemdesign|Services de conception de systèmes informatiques|Servicios de diseño de sistemas de TI
62|IT System Installation and Disposal|Installation und Entsorgung von IT-Systemen|Installation et mise au rebut de systèmes informatiques|Instalación y eliminación de sistemas de TI
62|IT System Operations and Maintenance|Betrieb und Wartung von IT-Systemen|Exploitation et maintenance de systèmes informatiques|Operación y mantenimiento de sistemas de TI
62|IT System Testing and Evaluation|Test und Bewertung von IT-Systemen|Tests et évaluation de systèmes informatiques|Pruebas y evaluación de sistemas de TI
62|IT System Training and Support|IT-Schulung und -Support|Formation et assistance pour systèmes informatiques|Formación y soporte de sistemas de TI
69|Legal Services|Rechtsdienstleistungen|Services juridiques|Servicios jurídicos
69|Alternative Dispute Resolution|Außergerichtliche Streitbeilegung|Règlement extrajudiciaire des litiges|Resolución alternativa de conflictos
69|Law Practice|Anwaltskanzleien|Cabinets d'avocats|Despachos de abogados
74|Photography|Fotografie|Photographie|Fotografía
72|Research Services|Forschungsdienste|Services de recherche|Servicios de investigación
72|Biotechnology Research|Biotechnologieforschung|Recherche en biotechnologie|Investigación en biotecnología
72|Nanotechnology Research|Nanotechnologieforschung|Recherche en nanotechnologie|Investigación en nanotecnología
72|Think Tanks|Denkfabriken|Groupes de réflexion|Grupos de expertos
71|Services for Renewable Energy|Dienste für erneuerbare Energien|Services pour les énergies renouvelables|Servicios para energías renovables
75|Veterinary Services|Tiermedizin|Services vétérinaires|Servicios veterinarios
68|Real Estate and Equipment Rental Services|Immobilien und Gerätevermietung|Services immobiliers et de location de matériel|Servicios inmobiliarios y de alquiler de equipos
77|Equipment Rental Services|Gerätevermietung|Services de location de matériel|Servicios de alquiler de equipos
77|Commercial and Industrial Equipment Rental|Vermietung von Gewerbe- und Industriegeräten|Location de matériel commercial et industriel|Alquiler de equipos comerciales e industriales
77|Consumer Goods Rental|Vermietung von Konsumgütern|Location de biens de consommation|Alquiler de bienes de consumo
68|Real Estate|Immobilien|Immobilier|Sector inmobiliario
68|Leasing Non-residential Real Estate|Vermietung von Gewerbeimmobilien|Location de biens immobiliers non résidentiels|Arrendamiento de inmuebles no residenciales
68|Leasing Residential Real Estate|Vermietung von Wohnimmobilien|Location de biens immobiliers résidentiels|Arrendamiento de inmuebles residenciales
68|Real Estate Agents and Brokers|Immobilienmakler|Agents et courtiers immobiliers|Agentes y corredores inmobiliarios
47|Retail|Einzelhandel|Commerce de détail|Venta al por menor
47|Food and Beverage Retail|Lebensmitteleinzelhandel|Commerce de détail d'aliments et de boissons|Venta al por menor de alimentos y bebidas
47|Retail Groceries|Lebensmittelgeschäfte|Commerce de détail alimentaire|Venta al por menor de comestibles
47|Online and Mail Order Retail|Online- und Versandhandel|Vente en ligne et par correspondance|Venta al por menor en línea y por correo
47|Retail Apparel and Fashion|Mode- und Bekleidungseinzelhandel|Commerce de détail de vêtements et de mode|Venta al por menor de ropa y moda
47|Retail Appliances, Electrical, and Electronic Equipment|Elektronikeinzelhandel|Commerce de détail d'appareils électroménagers et électroniques|Venta al por menor de electrodomésticos y equipos electrónicos
47|Retail Art Dealers|Kunsthandel|Marchands d'art|Venta al por menor de arte
47|Retail Art Supplies|Künstlerbedarf|Commerce de détail de fournitures artistiques|Venta al por menor de material artístico
47|Retail Books and Printed News|Buch- und Zeitschriftenhandel|Commerce de détail de livres et de presse|Venta al por menor de libros y prensa
47|Retail Building Materials and Garden Equipment|Bau- und Gartenmärkte|Commerce de détail de matériaux de construction et de jardinage|Venta al por menor de materiales de construcción y jardinería
47|Retail Florists|Floristen|Fleuristes|Floristerías
47|Retail Furniture and Home Furnishings|Möbeleinzelhandel|Commerce de détail de meubles et d'articles d'ameublement|Venta al por menor de muebles y artículos para el hogar
47|Retail Gasoline|Tankstellen|Stations-service|Gasolineras
47|Retail Health and Personal Care Products|Drogerien|Commerce de détail de produits de santé et de soins personnels|Venta al por menor de productos de salud y cuidado personal
47|Retail Pharmacies|Apotheken|Pharmacies|Farmacias
47|Retail Luxury Goods and Jewelry|Luxusgüter und Schmuck|Commerce de détail de produits de luxe et de bijoux|Venta al por menor de artículos de lujo y joyas
45|Retail Motor Vehicles|Autohäuser|Commerce de détail de véhicules automobiles|Venta al por menor de vehículos de motor
47|Retail Musical Instruments|Musikinstrumente|Commerce de détail d'instruments de musique|Venta al por menor de instrumentos musicales
47|Retail Office Equipment|Büroausstattung|Commerce de détail de matériel de bureau|Venta al por menor de equipos de oficina
47|Retail Office Supplies and Gifts|Bürobedarf und Geschenke|Commerce de détail de fournitures de bureau et de cadeaux|Venta al por menor de material de oficina y regalos
47|Retail Recyclable Materials & Used Merchandise|Gebrauchtwarenhandel|Commerce de détail de matériaux recyclables et d'articles d'occasion|Venta al por menor de materiales reciclables y artículos usados
62~|Technology, Information and Media|Technologie, Information und Medien|Technologies, information et médias|Tecnología, información y medios
60~|Media & Telecommunications|Medien und Telekommunikation|Médias et télécommunications|Medios y telecomunicaciones
58|Book and Periodical Publishing|Buch- und Zeitschriftenverlage|Édition de livres et de périodiques|Publicación de libros y publicaciones periódicas
58|Book Publishing|Buchverlage|Édition de livres|Publicación de libros
58|Newspaper Publishing|Zeitungsverlage|Édition de journaux|Publicación de periódicos
58|Periodical Publishing|Zeitschriftenverlage|Édition de périodiques|Publicaciones periódicas
60|Broadcast Media Production and Distribution|Rundfunk|Production et distribution de médias audiovisuels|Producción y distribución de medios de difusión
60|Cable and Satellite Programming|Kabel- und Satellitenprogramme|Programmation câblée et par satellite|Programación por cable y satélite
60|Radio and Television Broadcasting|Radio und Fernsehen|Radiodiffusion et télédiffusion|Emisiones de radio y televisión
59|Movies, Videos and Sound|Film, Video und Ton|Films, vidéos et son|Películas, vídeos y sonido
59|Animation and Post-production|Animation und Postproduktion|Animation et postproduction|Animación y posproducción
59|Media Production|Medienproduktion|Production multimédia|Producción multimedia
59|Movies and Sound Recording|Film und Tonaufnahmen|Films et enregistrement sonore|Cine y grabación de sonido
59|Sound Recording|Tonaufnahmen|Enregistrement sonore|Grabación de sonido
59|Sheet Music Publishing|Musikverlage|Édition de partitions musicales|Publicación de partituras
61|Telecommunications|Telekommunikation|Télécommunications|Telecomunicaciones
61|Satellite Telecommunications|Satellitentelekommunikation|Télécommunications par satellite|Telecomunicaciones por satélite
61|Telecommunications Carriers|Telekommunikationsanbieter|Opérateurs de télécommunications|Operadores de telecomunicaciones
61|Wireless Services|Mobilfunkdienste|Services sans fil|Servicios inalámbricos
62|Technology, Information and Internet|Technologie, Information und Internet|Technologies, information et Internet|Tecnología, información e internet
63|Data Infrastructure and Analytics|Dateninfrastruktur und Analytik|Infrastructure et analyse de données|Infraestructura y análisis de datos
62|Blockchain Services|Blockchain-Dienste|Services de blockchain|Servicios de cadena de bloques
62|Business Intelligence Platforms|Business-Intelligence-Plattformen|Plateformes de veille stratégique|Plataformas de inteligencia empresarial
63|Climate Data and Analytics|Klimadaten und -analytik|Données et analyses climatiques|Datos y análisis climáticos
63|Information Services|Informationsdienste|Services d'information|Servicios de información
63|Internet Publishing|Internetpublizistik|Publication sur Internet|Publicaciones en internet
63|Business Content|Wirtschaftsinhalte|Contenu professionnel|Contenido empresarial
63|Online Audio and Video Media|Online-Audio- und -Videomedien|Médias audio et vidéo en ligne|Medios de audio y vídeo en línea
63|Internet News|Internetnachrichten|Actualités sur Internet|Noticias en internet
91|Libraries|Bibliotheken|Bibliothèques|Bibliotecas
63|Blogs|Blogs|Blogs|Blogs
63|Internet Marketplace Platforms|Internetmarktplätze|Plateformes de place de marché sur Internet|Plataformas de mercado en internet
63|Social Networking Platforms|Soziale Netzwerke|Plateformes de réseaux sociaux|Plataformas de redes sociales
62|Software Development|Softwareentwicklung|Développement de logiciels|Desarrollo de software
58|Computer Games|Computerspiele|Jeux vidéo|Videojuegos
58|Mobile Gaming Apps|Mobile Spiele|Applications de jeux mobiles|Aplicaciones de juegos para móviles
26|Computer Networking Products|Computernetzwerkprodukte|Produits de réseaux informatiques|Productos de redes informáticas
62|Data Security Software Products|Datensicherheitssoftware|Logiciels de sécurité des données|Productos de software de seguridad de datos
62|Desktop Computing Software Products|Desktopsoftware|Logiciels de bureau|Productos de software de escritorio
62|Embedded Software Products|Eingebettete Software|Logiciels embarqués|Productos de software integrado
62|Mobile Computing Software Products|Mobile Software|Logiciels mobiles|Productos de software para móviles
52|Transportation, Logistics, Supply Chain and Storage|Transport, Logistik, Lieferkette und Lagerung|Transports, logistique, chaîne d'approvisionnement et stockage|Transporte, logística, cadena de suministro y almacenamiento
51|Airlines and Aviation|Luftfahrt|Compagnies aériennes et aviation|Aerolíneas y aviación
52|Freight and Package Transportation|Fracht- und Pakettransport|Transport de fret et de colis|Transporte de mercancías y paquetes
49|Ground Passenger Transportation|Personenbeförderung|Transport terrestre de passagers|Transporte terrestre de pasajeros
49|Interurban and Rural Bus Services|Überland- und Regionalbusse|Services d'autocars interurbains et ruraux|Servicios de autobuses interurbanos y rurales
49|School and Employee Bus Services|Schul- und Werksbusse|Services d'autobus scolaires et du personnel|Servicios de autobuses escolares y de empleados
49|Shuttles and Special Needs Transportation Services|Shuttles und Fahrdienste|Navettes et transport adapté|Servicios de lanzadera y transporte especial
79|Sightseeing Transportation|Ausflugsverkehr|Transport touristique|Transporte turístico
49|Taxi and Limousine Services|Taxi- und Limousinendienste|Services de taxi et de limousine|Servicios de taxi y limusina
49|Urban Transit Services|Öffentlicher Nahverkehr|Transports urbains|Servicios de transporte urbano
50|Maritime Transportation|Seeverkehr|Transport maritime|Transporte marítimo
49|Pipeline Transportation|Rohrleitungstransport|Transport par pipeline|Transporte por tuberías
53|Postal Services|Postdienste|Services postaux|Servicios postales
49|Rail Transportation|Schienenverkehr|Transport ferroviaire|Transporte ferroviario
49|Truck Transportation|Lkw-Transport|Transport routier|Transporte por camión
52|Warehousing and Storage|Lagerung|Entreposage et stockage|Depósito y almacenamiento
35|Utilities|Versorgungsunternehmen|Services publics|Servicios públicos
35|Electric Power Generation|Stromerzeugung|Production d'électricité|Generación de energía eléctrica
35|Fossil Fuel Electric Power Generation|Stromerzeugung aus fossilen Brennstoffen|Production d'électricité à partir de combustibles fossiles|Generación de energía eléctrica con combustibles fósiles
35|Nuclear Electric Power Generation|Kernenergie|Production d'électricité nucléaire|Generación de energía nuclear
35|Renewable Energy Power Generation|Stromerzeugung aus erneuerbaren Energien|Production d'énergie renouvelable|Generación de energía renovable
35|Biomass Electric Power Generation|Stromerzeugung aus Biomasse|Production d'électricité à partir de biomasse|Generación de energía eléctrica con biomasa
35|Geothermal Electric Power Generation|Geothermie|Production d'électricité géothermique|Generación de energía geotérmica
35|Hydroelectric Power Generation|Wasserkraft|Production hydroélectrique|Generación de energía hidroeléctrica
35|Solar Electric Power Generation|Solarstrom|Production d'électricité solaire|Generación de energía solar
35|Wind Electric Power Generation|Windenergie|Production d'électricité éolienne|Generación de energía eólica
35|Electric Power Transmission, Control, and Distribution|Stromübertragung und -verteilung|Transport, contrôle et distribution d'électricité|Transmisión, control y distribución de energía eléctrica
35|Natural Gas Distribution|Erdgasversorgung|Distribution de gaz naturel|Distribución de gas natural
36|Water, Waste, Steam, and Air Conditioning Services|Wasser, Abfall, Dampf und Klimatisierung|Services d'eau, de déchets, de vapeur et de climatisation|Servicios de agua, residuos, vapor y aire acondicionado
35|Steam and Air-Conditioning Supply|Wärme- und Kälteversorgung|Fourniture de vapeur et de climatisation|Suministro de vapor y aire acondicionado
38|Waste Collection|Abfallsammlung|Collecte des déchets|Recogida de residuos
38|Waste Treatment and Disposal|Abfallbehandlung und -entsorgung|Traitement et élimination des déchets|Tratamiento y eliminación de residuos
36|Water Supply and Irrigation Systems|Wasserversorgung und Bewässerung|Systèmes d'approvisionnement en eau et d'irrigation|Sistemas de suministro de agua y riego
46|Wholesale|Großhandel|Commerce de gros|Venta al por mayor
46|Wholesale Alcoholic Beverages|Großhandel mit alkoholischen Getränken|Commerce de gros de boissons alcoolisées|Venta al por mayor de bebidas alcohólicas
46|Wholesale Apparel and Sewing Supplies|Großhandel mit Bekleidung und Nähbedarf|Commerce de gros de vêtements et d'articles de couture|Venta al por mayor de ropa y artículos de costura
46|Wholesale Appliances, Electrical, and Electronics|Großhandel mit Elektrogeräten|Commerce de gros d'appareils électriques et électroniques|Venta al por mayor de electrodomésticos y productos electrónicos
46|Wholesale Building Materials|Großhandel mit Baustoffen|Commerce de gros de matériaux de construction|Venta al por mayor de materiales de construcción
46|Wholesale Chemical and Allied Products|Großhandel mit Chemikalien|Commerce de gros de produits chimiques|Venta al por mayor de productos químicos
46|Wholesale Computer Equipment|Großhandel mit Computern|Commerce de gros de matériel informatique|Venta al por mayor de equipos informáticos
46|Wholesale Drugs and Sundries|Pharmagroßhandel|Commerce de gros de médicaments et d'articles divers|Venta al por mayor de medicamentos y artículos varios
46|Wholesale Food and Beverage|Großhandel mit Lebensmitteln und Getränken|Commerce de gros d'aliments et de boissons|Venta al por mayor de alimentos y bebidas
46|Wholesale Footwear|Großhandel mit Schuhen|Commerce de gros de chaussures|Venta al por mayor de calzado
46|Wholesale Furniture and Home Furnishings|Großhandel mit Möbeln|Commerce de gros de meubles et d'articles d'ameublement|Venta al por mayor de muebles y artículos para el hogar
46|Wholesale Hardware, Plumbing, Heating Equipment|Großhandel mit Eisenwaren, Sanitär und Heizung|Commerce de gros de quincaillerie, plomberie et chauffage|Venta al por mayor de ferretería, fontanería y calefacción
46|Wholesale Import and Export|Import und Export|Import et export en gros|Importación y exportación al por mayor
46|Wholesale Luxury Goods and Jewelry|Großhandel mit Luxusgütern und Schmuck|Commerce de gros de produits de luxe et de bijoux|Venta al por mayor de artículos de lujo y joyas
46|Wholesale Machinery|Großhandel mit Maschinen|Commerce de gros de machines|Venta al por mayor de maquinaria
46|Wholesale Metals and Minerals|Großhandel mit Metallen und Mineralien|Commerce de gros de métaux et de minéraux|Venta al por mayor de metales y minerales
45|Wholesale Motor Vehicles and Parts|Großhandel mit Kraftfahrzeugen und Teilen|Commerce de gros de véhicules automobiles et de pièces|Venta al por mayor de vehículos de motor y piezas
46|Wholesale Paper Products|Großhandel mit Papierprodukten|Commerce de gros de produits en papier|Venta al por mayor de productos de papel
46|Wholesale Petroleum and Petroleum Products|Großhandel mit Mineralölprodukten|Commerce de gros de pétrole et de produits pétroliers|Venta al por mayor de petróleo y derivados
46|Wholesale Photography Equipment and Supplies|Großhandel mit Fotobedarf|Commerce de gros de matériel photographique|Venta al por mayor de equipos y suministros fotográficos
46|Wholesale Raw Farm Products|Großhandel mit Agrarrohstoffen|Commerce de gros de produits agricoles bruts|Venta al por mayor de productos agrícolas
46|Wholesale Recyclable Materials|Großhandel mit Wertstoffen|Commerce de gros de matériaux recyclables|Venta al por mayor de materiales reciclables
30|Defense & Space|Rüstung & Raumfahrt|Défense et espace|Defensa y espacio
26|Computer Hardware|Computer-Hardware|Matériel informatique|Hardware informático
62|Computer Software|Computersoftware|Logiciels informatiques|Software
26|Computer Networking|Computernetzwerke|Réseaux informatiques|Interconexión en red
62|Internet|Internet|Internet|Internet
26|Semiconductors|Halbleiter|Semi-conducteurs|Semiconductores
70|Management Consulting|Unternehmensberatung|Conseil en management|Consultoría de estrategia y operaciones
72|Biotechnology|Biotechnologie|Biotechnologie|Biotecnología
86|Medical Practice|Arztpraxis|Exercice de la médecine|Profesiones médicas
86|Hospital & Health Care|Krankenhaus & Gesundheitswesen|Hôpitaux et centres de soins|Atención sanitaria y hospitalaria
21|Pharmaceuticals|Pharmazie|Industrie pharmaceutique|Industria farmacéutica
75|Veterinary|Veterinärwesen|Médecine vétérinaire|Veterinaria
32|Medical Devices|Medizinische Geräte|Équipements médicaux|Dispositivos médicos
20|Cosmetics|Kosmetik|Cosmétiques|Productos cosméticos
14|Apparel & Fashion|Bekleidung & Mode|Habillement et mode|Industria textil y moda
32|Sporting Goods|Sportartikel|Articles de sport|Artículos deportivos
12|Tobacco|Tabak|Tabac|Tabaco
47|Supermarkets|Supermärkte|Supermarchés|Supermercados
10|Food Production|Lebensmittelproduktion|Production alimentaire|Producción alimentaria
26|Consumer Electronics|Unterhaltungselektronik|Électronique grand public|Electrónica de consumo
46~|Consumer Goods|Konsumgüter|Biens de consommation|Artículos de consumo
31|Furniture|Möbel|Mobilier|Mobiliario
90|Entertainment|Unterhaltung|Divertissement|Entretenimiento
92|Gambling & Casinos|Glücksspiel & Casinos|Jeux d'argent et casinos|Apuestas y casinos
79|Leisure, Travel & Tourism|Freizeit, Reisen & Tourismus|Tourisme, loisirs et voyages|Ocio, viajes y turismo
93|Sports|Sport|Sports|Deportes
10|Food & Beverages|Lebensmittel & Getränke|Alimentation et boissons|Alimentación y bebidas
59|Motion Pictures and Film|Film|Cinéma|Películas y cine
60|Broadcast Media|Rundfunkmedien|Médias de diffusion|Medios de difusión
91|Museums and Institutions|Museen und Institutionen|Musées et institutions culturelles|Museos e instituciones
90|Fine Art|Bildende Kunst|Beaux-arts|Bellas artes
93|Recreational Facilities and Services|Freizeitanlagen und -dienste|Équipements et services de loisirs|Instalaciones y servicios recreativos
23|Building Materials|Baustoffe|Matériaux de construction|Materiales de construcción
71|Architecture & Planning|Architektur & Planung|Architecture et planification|Arquitectura y urbanismo
30|Aviation & Aerospace|Luft- und Raumfahrt|Aéronautique et aérospatiale|Aviación y aeroespacial
29|Automotive|Automobil|Automobile|Sector automovilístico
20|Chemicals|Chemie|Produits chimiques|Productos químicos
28|Machinery|Maschinen|Machines et équipements|Maquinaria
24|Mining & Metals|Bergbau & Metalle|Mines et métaux|Minería y metalurgia
06|Oil & Energy|Öl & Energie|Pétrole et énergie|Petróleo y energía
13|Textiles|Textilien|Textile|Sector textil
17|Paper & Forest Products|Papier & Forstprodukte|Papier et produits forestiers|Productos de papel y forestales
30|Railroad Manufacture|Bahnindustrie|Industrie ferroviaire|Fabricación ferroviaria
10|Dairy|Milchwirtschaft|Produits laitiers|Lácteos
03|Fishery|Fischerei|Secteur de la pêche|Sector pesquero
85|Primary/Secondary Education|Grund- und weiterführende Schulen|Éducation primaire et secondaire|Enseñanza primaria y secundaria
85|Education Management|Bildungsmanagement|Gestion de l'enseignement|Gestión educativa
72|Research|Forschung|Recherche|Investigación
84|Military|Militär|Armée|Ejército
84|Legislative Office|Gesetzgebung|Pouvoir législatif|Oficina legislativa
84|Judiciary|Justiz|Système judiciaire|Sistema judicial
84|Executive Office|Exekutivbüro|Pouvoir exécutif|Oficina ejecutiva
84|Public Policy|Politik|Politiques publiques|Políticas públicas
73|Marketing and Advertising|Marketing und Werbung|Marketing et publicité|Marketing y publicidad
58|Newspapers|Zeitungen|Presse écrite|Prensa
58|Publishing|Verlagswesen|Secteur de l'édition|Publicaciones
18|Printing|Druck|Imprimerie|Imprenta
53|Package/Freight Delivery|Paket- und Frachtzustellung|Livraison de colis et de fret|Entrega de paquetes y mensajería
88|Individual & Family Services|Individual- & Familiendienste|Services à la famille et à la personne|Servicios para el individuo y la familia
94|Civic & Social Organization|Bürgerliche & soziale Organisation|Organisation civique et sociale|Organización cívica y social
49|Transportation/Trucking/Railroad|Transport/Lkw/Bahn|Transport routier et ferroviaire|Transporte por carretera o ferrocarril
52|Warehousing|Lagerhaltung|Entreposage|Almacenamiento
51|Airlines/Aviation|Fluggesellschaften/Luftfahrt|Compagnies aériennes|Líneas aéreas y aviación
50|Maritime|Schifffahrt|Secteur maritime|Naval
62|Information Technology and Services|Informationstechnologie und -dienste|Technologies et services de l'information|Servicios y tecnologías de la información
70|Public Relations and Communications|Public Relations und Kommunikation|Relations publiques et communications|Relaciones públicas y comunicaciones
74|Design|Design|Design|Diseño
94|Non-Profit Organization Management|Gemeinnütziges Management|Gestion d'organismes à but non lucratif|Gestión de organizaciones sin ánimo de lucro
94|Fund-Raising|Spendensammlung|Levée de fonds|Captación de fondos
70~|Program Development|Programmentwicklung|Développement de programmes|Desarrollo de programas
85|Professional Training & Coaching|Berufliche Weiterbildung & Coaching|Coaching et formation professionnelle|Formación profesional y capacitación
64|Venture Capital & Private Equity|Risikokapital & Private Equity|Capital-risque et fonds LBO|Capital de riesgo y capital privado
94|Political Organization|Politische Organisation|Organisation politique|Organización política
90|Arts and Crafts|Kunsthandwerk|Artisanat d'art|Artesanía
27|Electrical/Electronic Manufacturing|Elektro-/Elektronikindustrie|Industrie électrique et électronique|Manufactura eléctrica y electrónica
63|Online Media|Onlinemedien|Médias en ligne|Medios de comunicación en línea
72|Nanotechnology|Nanotechnologie|Nanotechnologies|Nanotecnología
90|Music|Musik|Musique|Música
52|Logistics and Supply Chain|Logistik und Beschaffung|Logistique et chaîne d'approvisionnement|Logística y cadena de suministro
22|Plastics|Kunststoff|Plastiques|Plásticos
62|Computer & Network Security|Computer- & Netzwerksicherheit|Sécurité informatique et des réseaux|Seguridad del ordenador y de las redes
61|Wireless|Drahtloskommunikation|Technologies sans fil|Tecnología inalámbrica
82|Outsourcing/Offshoring|Outsourcing/Offshoring|Externalisation et délocalisation|Subcontrataciones y offshoring
93|Health, Wellness and Fitness|Gesundheit, Wellness und Fitness|Santé, bien-être et fitness|Salud, bienestar y ejercicio
59|Animation|Animation|Animation|Animación
68|Commercial Real Estate|Gewerbeimmobilien|Immobilier commercial|Bienes inmobiliarios comerciales
94|Philanthropy|Philanthropie|Philanthropie|Filantropía
85|E-Learning|E-Learning|Formation à distance|Aprendizaje electrónico
46|Import and Export|Import und Export|Import et export|Importación y exportación
28|Mechanical or Industrial Engineering|Maschinenbau und Betriebstechnik|Ingénierie mécanique ou industrielle|Ingeniería industrial o mecánica
78|Human Resources|Personalwesen|Ressources humaines|Recursos humanos
46|Business Supplies and Equipment|Bürobedarf und -ausstattung|Équipements et fournitures de bureau|Material y equipo de negocios
11|Wine and Spirits|Wein und Spirituosen|Vins et spiritueux|Vinos y licores
47|Luxury Goods & Jewelry|Luxusgüter & Schmuck|Articles de luxe et bijouterie|Artículos de lujo y joyas
35|Renewables & Environment|Erneuerbare Energien & Umwelt|Énergies renouvelables et environnement|Energía renovable y medio ambiente
23|Glass, Ceramics & Concrete|Glas, Keramik & Beton|Verre, céramique et ciment|Vidrio, cerámica y cemento
22|Packaging and Containers|Verpackung und Behälter|Emballages et conteneurs|Envases y contenedores
28|Industrial Automation|Industrieautomation|Automatismes industriels|Automatización industrial
70|Government Relations|Regierungsbeziehungen|Relations gouvernementales|Relaciones gubernamentales
`;

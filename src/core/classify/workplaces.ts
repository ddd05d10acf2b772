/** Words of headlines and texts that name an industry, more careful than the rules on companies' names (folded). */
export const TEXT_RULES = `
01: landwirtschaft, agriculture, agtech, weinbau
10: lebensmittelindustrie, food industry, lebensmittel, food tech, foodtech, fmcg food
14: fashion, mode, apparel
20: chemical industry, chemie, chemieindustrie, specialty chemicals
21: pharma, pharmaindustrie, pharmaceuticals, pharmaceutical industry, clinical trials, drug development, pharmazie
26: semiconductor, semiconductors, halbleiter, mikroelektronik, chip industry
28: maschinenbau, anlagenbau, mechanical engineering, machinery, robotics, robotik, sondermaschinenbau, industrial automation
29: automotive, automobilindustrie, automotive industry, e mobility, elektromobilitat, automobil
30: aerospace, luft und raumfahrt, raumfahrt, space industry, defence, defense, luftfahrtindustrie
32: orthopaedic implants, implants, medtech, medizintechnik, medical devices, medical technology
35: wind turbines, onshore wind, energie, erneuerbare energien, renewable energy, renewables, energiewirtschaft, solar, photovoltaik, windenergie, wind energy, energiewende, power grid, cleantech, utilities
38: recycling, abfallwirtschaft, circular economy, kreislaufwirtschaft
41: hochbau, bauunternehmen, construction, bauwesen, baubranche, bauwirtschaft
42: tiefbau, infrastrukturbau, civil engineering
46: grosshandel, wholesale
47: retail, d2c, d2c brands, retailers, einzelhandel, e commerce, ecommerce, onlinehandel, lebensmitteleinzelhandel
49: public transport, offentlicher nahverkehr, opnv, bahn, railway
51: airline, airlines
52: logistics, logistik, spedition, supply chain logistics
55: hotellerie, hospitality, hotel, hotels
56: gastronomie, restaurant, restaurants
58: publishing, verlag, verlagswesen, zeitung, gaming, games, games industry
59: film, filmproduktion, musikindustrie, film and tv
60: rundfunk, radio, tv, fernsehen, broadcast
61: telco, telekommunikation, telecommunications, telecom
62: saas, software, it dienstleistungen, b2b saas, it services, startup tech, softwarebranche, cyber security, cybersecurity, it security, cloud security, cloud computing, b2b software
64: banking, bank, banks, bankenbranche, sparkasse, private banking, investment banking, venture capital, private equity, fintech, corporate finance bank, kreditwesen, vc
65: underwriting, underwriter, insurance, versicherung, versicherungen, insurtech, krankenkasse, ruckversicherung, versicherungsbranche
66: asset management, wealth management, vermogensverwaltung, versicherungsmakler
68: real estate, immobilien, proptech, immobilienwirtschaft, immobilienbranche
69: law firm, kanzlei, wirtschaftsprufung, steuerberatung, tax advisory, audit firm, anwaltskanzlei, steuerkanzlei
70: unternehmensberatung, management consulting, strategy consulting, strategieberatung, consulting, beratung
71: ingenieurburo, architekturburo, architecture firm, engineering services
72: biotech, forschungsinstitut, research institute, biotechnology, forschung
73: werbeagentur, agentur, advertising agency, marketing agency, digital agency, marktforschung, market research, digitalagentur, agency
78: personalberatung, executive search, recruitment agency, zeitarbeit, staffing, personaldienstleistung
79: tourismus, tourism, travel industry, touristik, reisebranche
80: sicherheitsdienst
81: facility management, gebaudereinigung
82: events, eventagentur, messe
84: public sector, offentliche verwaltung, offentlicher dienst, verwaltung, government, bundeswehr, behorde, ministerium, kommunalverwaltung, politik, justiz, polizei, stadtverwaltung
85: hochschule, universitat, university, schule, higher education, bildung, edtech, gymnasium, education, grundschule, berufsschule, erwachsenenbildung, fachhochschule
86: krankenhaus, klinik, healthcare, health care, gesundheitswesen, hospital, arztpraxis, praxis, klinikum, gesundheitsbranche, digital health, e health, healthtech, universitatsklinikum, pflege, rettungsdienst
87: altenpflege, pflegeheim, seniorenheim
88: soziale arbeit, kita, kinder und jugendhilfe, jugendhilfe, social work, wohlfahrt, kindergarten
90: theater, kunst, oper, performing arts, orchester
91: museum, bibliothek, archiv, museums
93: sport, fitness, fussball, football, profisport
94: ngo, verband, stiftung, non profit, nonprofit, gewerkschaft, kirche, foundation, verein, partei
`;

/** Functions that mostly work in one industry: ISCO-08 prefixes by NACE division, the longest prefix decides. */
const DIVISION_BY_FUNCTION: Readonly<Record<string, string>> = {
  '01': '6111 6112 6113 612 613 1311',
  '02': '621',
  '03': '622 1312',
  '41': '7111 7112',
  '43': '712 7115 713 7411',
  '45': '7231',
  '47': '5223 5221 5222 1420 2262',
  '49': '831 832 833',
  '51': '5111 3153',
  '52': '3154',
  '53': '9621',
  '55': '1411 4224',
  '56': '1412 512 513 941 3434',
  '58': '2642 2641',
  '64': '3312 4211 1346',
  '66': '2412 3321',
  '68': '3334',
  '69': '2611 3411 3342',
  '74': '3431 2643',
  '80': '5414',
  '71': '2161 2142',
  '75': '225 324',
  '84': '0 111 3351 3352 3353 3354 3355 3359 2612 5411 5412 5413',
  '85': '23 1345',
  '86': '221 222 224 226 321 322 325 1342 2634 3256 5321',
  '87': '1343 5322',
  '88': '2635 3412 5311 1341',
  '90': '2651 2652 2653 2655',
  '91': '262',
  '93': '342',
  '94': '2636 1114',
  '96': '514 5163',
};
const divisionByPrefix = new Map(
  Object.entries(DIVISION_BY_FUNCTION).flatMap(([division, prefixes]) =>
    prefixes.split(' ').map((prefix): [string, string] => [prefix, division]),
  ),
);

/** The industry in which a function mostly works, or `null` where it works everywhere. */
export function industryOfFunction(isco4: string): string | null {
  for (let length = isco4.length; length > 0; length--) {
    const division = divisionByPrefix.get(isco4.slice(0, length));
    if (division !== undefined) return division;
  }
  return null;
}

import { join } from 'node:path';
import { companyHash } from '../../core/classify/companyHash.ts';
import { companyKey } from '../../core/text/companies.ts';
import { tableOf } from '../../core/text/table.ts';
import { readTable, readTabs } from './delimited.ts';
import type { CompanyEntry } from './pack.ts';

/** Listed companies with their NACE division, as hashes of their keys. A name with two divisions is left out. */
export function readCompanies(dataFolder: string): CompanyEntry[] {
  const divisions = new Map<string, string | null>();
  const add = (name: string, nace2: string | undefined, sure: boolean) => {
    const key = companyKey(name);
    if (nace2 === undefined || key.length < 3 || /^\d+$/.test(key)) return;
    const known = divisions.get(key);
    if (sure || known === undefined) divisions.set(key, nace2);
    else if (known !== nace2) divisions.set(key, null);
  };
  const [, ...rows] = readTabs(join(dataFolder, 'companies/financedatabase_companies.tsv'));
  for (const [name = '', , , , , industry = '', , size = ''] of rows) {
    // The smallest are shells and renamed companies more often than employers.
    if (size === 'Nano Cap' || NOT_A_COMPANY.test(name)) continue;
    add(name, NACE_BY_INDUSTRY.get(industry), false);
  }
  for (const row of readTable(join(dataFolder, 'companies/sp500_constituents.csv'))) {
    const industry = row['GICS Sub-Industry'] ?? '';
    add(row.Security ?? '', NACE_BY_SUB_INDUSTRY.find(([pattern]) => pattern.test(industry))?.[1], true);
  }
  return [...divisions].flatMap(([key, nace2]) =>
    nace2 === null ? [] : [{ hash: companyHash(key), nace2 }],
  );
}

/** Funds, notes, warrants and blank cheques of the list. */
const NOT_A_COMPANY =
  /\b(?:fund|etf|trust|notes?|warrants?|units?|acquisition|spac|bond|index|class [a-z])\b|\d{2}/i;

/** GICS industries by the NACE division that most of their companies belong to; broad ones are left out. */
const NACE_BY_INDUSTRY = tableOf({
  'Metals & Mining': '24',
  Software: '62',
  'IT Services': '62',
  'Capital Markets': '66',
  Biotechnology: '72',
  'Electronic Equipment, Instruments & Components': '26',
  Machinery: '28',
  Chemicals: '20',
  'Hotels, Restaurants & Leisure': '55',
  'Construction & Engineering': '42',
  'Textiles, Apparel & Luxury Goods': '14',
  Pharmaceuticals: '21',
  'Diversified Telecommunication Services': '61',
  'Wireless Telecommunication Services': '61',
  'Oil, Gas & Consumable Fuels': '06',
  'Real Estate Management & Development': '68',
  'Equity Real Estate Investment Trusts (REITs)': '68',
  Banks: '64',
  'Auto Components': '29',
  Automobiles: '29',
  'Diversified Financial Services': '64',
  'Consumer Finance': '64',
  'Thrifts & Mortgage Finance': '64',
  'Building Products': '23',
  'Construction Materials': '23',
  'Specialty Retail': '47',
  'Internet & Direct Marketing Retail': '47',
  'Multiline Retail': '47',
  'Electrical Equipment': '27',
  'Semiconductors & Semiconductor Equipment': '26',
  'Communications Equipment': '26',
  'Technology Hardware, Storage & Peripherals': '26',
  'Health Care Equipment & Supplies': '32',
  'Health Care Providers & Services': '86',
  Insurance: '65',
  'Independent Power and Renewable Electricity Producers': '35',
  'Electric Utilities': '35',
  'Gas Utilities': '35',
  'Multi-Utilities': '35',
  'Water Utilities': '36',
  'Transportation Infrastructure': '52',
  'Air Freight & Logistics': '52',
  Distributors: '46',
  'Trading Companies & Distributors': '46',
  Beverages: '11',
  'Food Products': '10',
  Tobacco: '12',
  Entertainment: '59',
  Media: '58',
  'Interactive Media & Services': '63',
  'Paper & Forest Products': '17',
  Marine: '50',
  'Aerospace & Defense': '30',
  'Energy Equipment & Services': '09',
  'Road & Rail': '49',
  Airlines: '51',
});

/** Sub-industries of GICS by NACE division; the first pattern that fits. */
const NACE_BY_SUB_INDUSTRY: readonly (readonly [RegExp, string])[] = [
  [/bank|financial services|consumer finance|asset manag|diversified fin|mortgage/i, '64'],
  [/insurance brok|exchanges|investment banking|transaction/i, '66'],
  [/insurance|reinsurance/i, '65'],
  [/reit|real estate/i, '68'],
  [/software|it consulting|internet services|systems/i, '62'],
  [/semiconductor|technology hardware|communications equip|electronic/i, '26'],
  [/interactive media/i, '63'],
  [/interactive home/i, '58'],
  [/movies|entertainment/i, '59'],
  [/broadcast/i, '60'],
  [/publish/i, '58'],
  [/cable|telecom/i, '61'],
  [/advertising/i, '73'],
  [/pharma/i, '21'],
  [/biotech|life sciences/i, '72'],
  [/health care (?:equip|supplies)/i, '32'],
  [/managed health/i, '65'],
  [/health care (?:facil|serv)/i, '86'],
  [/health care dist|distribut|trading/i, '46'],
  [/retail|supermarket|hypermarket/i, '47'],
  [/restaurant/i, '56'],
  [/hotel|cruise|casino/i, '55'],
  [/automo|auto parts|tires/i, '29'],
  [/apparel|footwear|luxury/i, '14'],
  [/homebuild/i, '41'],
  [/construction & eng/i, '42'],
  [/building prod|construction mat/i, '23'],
  [/aerospace|defense/i, '30'],
  [/machinery|industrial conglom|heavy trucks/i, '28'],
  [/electrical (?:comp|equip)|heavy electrical/i, '27'],
  [/packag|paper/i, '17'],
  [/chemical|fertiliz|gases|household prod|personal care/i, '20'],
  [/steel|aluminum|copper|gold/i, '24'],
  [/oil & gas (?:equip|drill)/i, '09'],
  [/oil & gas (?:refin)/i, '19'],
  [/oil|gas explor|storage & trans/i, '06'],
  [/electric util|gas util|multi-util|power|renewable/i, '35'],
  [/water util/i, '36'],
  [/environmental/i, '38'],
  [/soft drinks|brewers|distillers/i, '11'],
  [/tobacco/i, '12'],
  [/packaged foods|agricultural prod|food/i, '10'],
  [/passenger air/i, '51'],
  [/air freight/i, '53'],
  [/rail|cargo|ground/i, '49'],
  [/human resource/i, '78'],
  [/research & consult/i, '70'],
  [/security & alarm/i, '80'],
  [/data processing/i, '63'],
];

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { companyKey, isPlainlyCompany } from '../../../src/core/text/companies.ts';

/* All companies are invented, but for those whose names are the trap. */

it.each([
  // Germany, Austria, Switzerland
  [
    'Kachelwerk',
    'Kachelwerk GmbH',
    'Kachelwerk GmbH & Co. KG',
    'Kachelwerk AG & Co. KGaA',
    'KACHELWERK gGmbH',
  ],
  [
    'Kachelwerk',
    'Kachelwerk Ges.m.b.H.',
    'Kachelwerk UG (haftungsbeschränkt)',
    'Kachelwerk mbH',
    'Kachelwerk SE',
  ],
  [
    'Moosbach',
    'Moosbach e.V.',
    'Moosbach eG',
    'Moosbach AöR',
    'Moosbach e. K.',
    'Moosbach OHG',
    'Moosbach GbR',
  ],
  ['Moosbach', 'Moosbach AG', 'Moosbach A.G.', 'Moosbach Sàrl', 'Moosbach S.à r.l.', 'Moosbach AG & Co'],
  // Western and southern Europe
  [
    'Brume',
    'Brume SARL',
    'SARL Brume',
    'Brume S.A.R.L.',
    'Brume SAS',
    'Brume SASU',
    'Brume SCOP',
    'Brume S.A.',
  ],
  [
    'Polder',
    'Polder B.V.',
    'Polder BV',
    'B.V. Polder',
    'Polder N.V.',
    'N.V. Polder',
    'Polder NV/SA',
    'Polder BVBA',
  ],
  [
    'Nebbia',
    'Nebbia S.p.A.',
    'Nebbia SpA',
    'Nebbia S. p. A.',
    'Nebbia S.r.l.',
    'Nebbia Srl',
    'Nebbia S.n.c.',
  ],
  ['Nubes', 'Nubes S.L.', 'Nubes S.L.U.', 'Nubes, S.A.', 'Nubes S.A.U.', 'Nubes, S. L.', 'Nubes, Lda.'],
  [
    'Nubes',
    'Nubes Unipessoal Lda',
    'Nubes Ltda.',
    'Nubes S/A',
    'Nubes EIRELI',
    'Nubes SGPS, S.A.',
    'Nubes Ltda ME',
  ],
  ['Heather', 'Heather Ltd', 'Heather Limited', 'Heather LLP', 'Heather PLC', 'Heather p.l.c.'],
  // The north and the Baltics
  [
    'Nordsø',
    'Nordsø A/S',
    'Nordsø AS',
    'A/S Nordsø',
    'Nordsø ApS',
    'Nordsø K/S',
    'Nordsø I/S',
    'Nordsø A.S.',
  ],
  [
    'Fjordvik',
    'Fjordvik AB',
    'Fjordvik AB (publ)',
    'Fjordvik Oy',
    'Oy Fjordvik Ab',
    'Fjordvik Oyj',
    'Fjordvik ASA',
  ],
  [
    'Lumi',
    'Lumi OÜ',
    'OÜ Lumi',
    'SIA "Lumi"',
    'SIA „Lumi“',
    'UAB "Lumi"',
    'UAB Lumi',
    'Lumi UAB',
    'AS "Lumi"',
    'Lumi hf.',
  ],
  // The east
  [
    'Fabryka',
    'Fabryka Sp. z o.o.',
    'Fabryka Sp. z o. o.',
    'Fabryka sp.z o.o.',
    'Fabryka Sp. z o.o. Sp.k.',
    'Fabryka S.A.',
  ],
  ['Továrna', 'Továrna s.r.o.', 'Továrna, spol. s r.o.', 'Továrna a.s.', 'TOVÁRNA, a. s.', 'Továrna v.o.s.'],
  ['Gyár', 'Gyár Kft.', 'Gyár Zrt.', 'Gyár Nyrt'],
  [
    'Rijeka Brod',
    'Rijeka Brod d.o.o.',
    'Rijeka Brod d. o. o.',
    'Rijeka Brod DOO',
    'Rijeka Brod j.d.o.o.',
    'Rijeka Brod d.d.',
  ],
  ['Munte', 'SC Munte SRL', 'S.C. Munte S.R.L.', 'Munte S.R.L.', 'Munte EOOD', 'Munte OOD', 'Munte AD'],
  [
    'Север',
    'ООО Север',
    'ООО «Север»',
    'Север ООО',
    'ОАО "Север"',
    'ПАО Север',
    'Север, ЗАО',
    'О.О.О. Север',
  ],
  ['Sever', 'OOO Sever', 'OOO "Sever"', 'Sever OOO', 'PJSC Sever', 'JSC "Sever"', 'Sever JSC', 'Sever PAO'],
  ['Deniz', 'Deniz A.Ş.', 'Deniz Ltd. Şti.', 'Deniz Limited Şirketi', 'Deniz Anonim Şirketi'],
  // The Americas
  ['Nubes Azules', 'Nubes Azules S.A. de C.V.', 'Nubes Azules SA de CV', 'Nubes Azules, S. A. de C. V.'],
  [
    'Nubes Azules',
    'Nubes Azules S. de R.L. de C.V.',
    'Nubes Azules S. de R.L.',
    'Nubes Azules S.A.P.I. de C.V.',
  ],
  [
    'Prairie',
    'Prairie Inc.',
    'Prairie, Incorporated',
    'Prairie LLC',
    'Prairie L.L.C.',
    'Prairie Corp.',
    'Prairie & Co., Inc.',
  ],
  [
    'Prairie',
    'Prairie Ltée',
    'Prairie N.A.',
    'Prairie, P.C.',
    'Prairie PLLC',
    'Prairie S.A.C.',
    'Prairie C.A.',
  ],
  // Asia, Africa, Australia
  ['Umi', 'K.K. Umi', 'Umi K.K.', 'Umi KK', 'К.К. Umi', 'Kabushiki Kaisha Umi', 'Umi Co., Ltd.', 'Umi G.K.'],
  [
    '海山',
    '株式会社海山',
    '海山株式会社',
    '株式会社 海山',
    '(株)海山',
    '海山㈱',
    '有限会社海山',
    '海山合同会社',
  ],
  ['海山', '海山有限公司', '海山股份有限公司'],
  ['바다', '주식회사 바다', '바다 주식회사', '(주)바다', '㈜바다', '바다(주)'],
  [
    'Saagar',
    'Saagar Pvt. Ltd.',
    'Saagar (Pvt) Ltd',
    'Saagar Private Limited',
    'Saagar LLP',
    'Saagar Pvt Ltd.',
  ],
  ['Laut', 'Laut Sdn. Bhd.', 'Laut Pte. Ltd.', 'PT Laut', 'PT. Laut Tbk', 'Laut Berhad'],
  [
    'Reef',
    'Reef Pty Ltd',
    'Reef (Pty) Ltd',
    'Reef Pty. Limited',
    'Reef W.L.L.',
    'Reef PJSC',
    'Reef FZ-LLC',
    'Reef FZE',
  ],
  ['Siegel Österreich', 'Siegel AG Österreich', 'Siegel GmbH Österreich'],
])('%s is one employer, whatever its legal form', (name, ...others) => {
  const key = companyKey(name);
  for (const other of others) expect([other, companyKey(other)]).toEqual([other, key]);
});

it.each([
  ['AS Roma', 'as roma'],
  ['A.S. Roma', 'as roma'],
  ['S.S. Lazio', 'ss lazio'],
  ['SE', 'se'],
  ['GmbH', 'gmbh'],
  ['A/S', 'a s'],
  ['AB Volvo', 'ab volvo'],
  ['Co-op', 'co op'],
  ['Midland Co-op', 'midland co op'],
  ['The Company', 'the company'],
  ['The Limited', 'the limited'],
  ['Golden Door Spa', 'golden door spa'],
  ['SAS Institute', 'sas institute'],
  ['NV Energy', 'nv energy'],
  ['Sia Partners', 'sia partners'],
  ['SIA Partners', 'sia partners'],
  ['UAB Medicine', 'uab medicine'],
  ['PT Solutions', 'pt solutions'],
  ['Ag Leader', 'ag leader'],
  ['Nutrien Ag Solutions', 'nutrien ag solutions'],
  ['Grad Novi Sad', 'grad novi sad'],
  ['Groupe PSA', 'groupe psa'],
  ['Ab Initio', 'ab initio'],
  ['Limited Brands', 'limited brands'],
  ['Smith, A&S', 'smith a s'],
  ['D&D', 'd d'],
  ['Amigos da Sé', 'amigos da se'],
  ['Advogados Lukas Sá', 'advogados lukas sa'],
  ['J.P. Muster', 'jp muster'],
  ['Müller & Söhne', 'muller sohne'],
  ['Mensch und Maschine', 'mensch maschine'],
  ['', ''],
  ['&', ''],
])('%j keeps its words', (name, key) => expect(companyKey(name)).toBe(key));

it('never leaves nothing of a name that has letters, and never takes long', () => {
  const word = fc.constantFrom(
    ...'GmbH & Co. KG S.A. de C.V. A/S s r o 株式会社 ООО "Север" PT + und AG Sp. z o.o. ( ) Ltd Moos'.split(
      ' ',
    ),
  );
  const name = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  fc.assert(
    fc.property(name, (text) => {
      const key = companyKey(text);
      expect(key === '').toBe(!/[\p{L}\p{N}]/u.test(text.normalize('NFKD').replace(/\p{M}|[™℠]/gu, '')));
    }),
    { seed: 5, numRuns: 1_000 },
  );
});

it('reads plain letters by the quick way as by the way for all scripts', () => {
  const word = fc.constantFrom(
    ...'GmbH ag AG & + und Co. co KG S.A. SpA Spa S.p.A. de C.V. A/S a.s. SE se PT K.K. kk Ltd Sp. z o.o. SRL SC "Moos" Fjord 7 ( ) Inc. The'.split(
      ' ',
    ),
  );
  const name = fc.oneof(
    fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'aAsS.&/ "'), maxLength: 14 }),
  );
  fc.assert(
    fc.property(name, (text) => {
      // A blank of another script behind it changes nothing but the way.
      expect(companyKey(`${text}\u2002`)).toBe(companyKey(text));
    }),
    { seed: 7, numRuns: 3_000 },
  );
});

it.each([
  ['Kachelwerk GmbH', true],
  ['Heather Ltd.', true],
  ['GmbH', false],
  ['Runa Feld', false],
  ['Lukas Sá', false],
])('%s is plainly a company: %s', (name, answer) => expect(isPlainlyCompany(name)).toBe(answer));

import { describe, expect, it } from 'vitest';
import { hingeOf } from '../../../src/core/strategy/hinges.ts';

describe('who stands between groups by trade, and which field they serve', () => {
  it.each([
    ['Personalberater Gesundheitswesen | Führungspositionen in Kliniken', 'recruiter', '86', true],
    ['Recruiter Life Sciences – Biotech, Pharma', 'recruiter', '21', true],
    ['Technical recruiter | We hire Java & Cloud talents', 'recruiter', '86', false],
    ['Technical recruiter | We hire Java & Cloud talents', 'recruiter', '62', true],
    ['Angel investor | Restaurants', 'investor', '56', true],
    ['Berater Hofnachfolge, Landwirtschaftskammer', 'adviser', '01', true],
    ['Vorsitzender Landesfeuerwehrverband', 'association', '84', true],
    ['Vorsitzende Pflegeverband Nord e.V.', 'association', '86', true],
    ['President, Publishers Association', 'association', '58', true],
    ['Obermeister der Bäckerinnung', 'association', '10', true],
  ])('%s: %s of %s %s', (headline, hinge, nace, serves) => {
    const found = hingeOf(headline, []);
    expect(found.hinge).toBe(hinge);
    expect(found.nace.includes(nace)).toBe(serves);
  });

  it.each([
    'Krankenpflegerin',
    'Pressesprecherin der Handelskammer',
    'Senior HR Business Partner',
    'Netzwerkadministrator',
    'Mitarbeiterin der Handelskammer',
    'Teacher at Village School',
  ])('%s does not', (headline) => {
    expect(hingeOf(headline, []).hinge).toBeUndefined();
  });

  it.each([
    ['IT recruiter', ['62'], ['25']],
    ['Recruiter (IT)', ['62'], ['25']],
    ['Recruiter | We make it happen', [], []],
    ['Recruiter, ITALIA and AIT', [], []],
    ['IT and cloud recruiter', ['62', '63'], ['25', '1330']],
    ['Sales recruiter, IT', ['62'], ['1221', '2433', '332', '25']],
    ['IT manager', [], []],
  ])('the field that capitals alone name: %s', (headline, nace, isco) => {
    expect(hingeOf(headline, [])).toMatchObject({ nace, isco });
  });

  it('says the word that stands there, as it stands there', () => {
    expect(hingeOf('Obermeisterin | Cloud', []).word).toBe('Obermeisterin');
    expect(hingeOf('', [{ title: 'Geschäftsführer' }, { title: 'Kreislandwirt' }]).word).toBe(
      'Kreislandwirt',
    );
    expect(hingeOf('Recruiter', [])).not.toHaveProperty('word');
  });

  it('reads the posts of today as well as the headline', () => {
    const posts = [{ title: 'Geschäftsführer', company: 'Branchennetzwerk Maschinenbau e.V.' }];
    expect(hingeOf('', posts)).toMatchObject({ hinge: 'association', nace: expect.arrayContaining(['28']) });
  });
});

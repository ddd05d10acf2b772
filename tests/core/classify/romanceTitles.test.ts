import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../src/cli/classifier.ts';

const classifier = openClassifier();

describe('commonest titles of Romance languages and Dutch', () => {
  it.each([
    ['Motorista', '832'],
    ['Caminhoneira', '833'],
    ['Balconista', '522'],
    ['Garçom', '513'],
    ['Corretora de imóveis', '333'],
    ['Técnica de enfermagem', '322'],
    ['Professora de matemática', '233'],
    ['Policial militar', '541'],
    ['Delegada de polícia', '335'],
    ['Assistente de logística', '432'],
    ['Repartidor', '962'],
    ['Peón', '932'],
    ['Jefa de estudios', '134'],
    ['Ingeniera informática', '251'],
    ['Becaria de derecho', '261'],
    ['Estagiário de Direito', '261'],
    ['Conseillère en gestion de patrimoine', '241'],
    ['Consultante RH', '242'],
    ['Imprenditrice', '112'],
    ['Consigliere di amministrazione', '112'],
    ['Notaio', '261'],
    ['Capo cantiere', '132'],
    ['Autista', '832'],
    ['Lid raad van bestuur', '112'],
    ['Zelfstandig ondernemer', '112'],
    ['Beleidsadviseur', '242'],
    ['Communicatieadviseur', '243'],
    ['Hoogleraar bestuurskunde', '231'],
    ['Verkoopleider', '122'],
  ])('%s', (title, isco3) => {
    expect(classifier.classify({ title }).function?.isco3).toBe(isco3);
  });

  it.each([
    'Autônomo',
    'Indépendant',
    'Libero professionista',
    'Contractor',
    'Teamleider',
    'Afdelingshoofd',
    "Demandeur d'emploi",
  ])('%s is a status or a rank, and names no function', (title) => {
    expect(classifier.classify({ title }).function).toBeNull();
  });

  it.each([
    ['Menor aprendiz', 'intern'],
    ['Leerling kok', 'intern'],
    ['Apprendista elettricista', 'intern'],
  ])('%s learns', (title, level) => {
    expect(classifier.classify({ title }).seniority).toBe(level);
  });

  it('says of a civil servant the same in all languages', () => {
    const titles = [
      'Beamtin',
      'Civil servant',
      'Fonctionnaire',
      'Funcionario público',
      'Servidora pública',
      'Ambtenaar',
    ];
    const found = titles.map((title) => classifier.classify({ title }).function?.isco4);
    expect(new Set(found)).toEqual(new Set(['3359']));
  });
});

describe('who speaks for a house', () => {
  it.each(['Pressesprecherin', 'Unternehmenssprecher', 'Spokesperson', 'Porte-parole', 'Woordvoerder'])(
    '%s is of public relations, and leads nobody',
    (title) => {
      const { function: found, seniority } = classifier.classify({ title });
      expect([found?.isco4, seniority]).toEqual(['2432', 'professional']);
    },
  );
});

describe('who heads a branch', () => {
  it.each([
    'Branch Manager',
    'Filialleiterin',
    "Directeur d'agence",
    'Direttrice di filiale',
    'Gerente de agência',
  ])('%s: of a bank, and of a shop', (title) => {
    const at = (company: string) => classifier.classify({ title, company }).function?.isco4;
    expect([at('Bank am Lindenhof'), at('Schuhhaus Lindenhof')]).toEqual(['1346', '1420']);
  });
});

describe('titles that lists of occupations give to supervisors of those who bear them', () => {
  it.each([
    ['Instalador de material aislante', '312'],
    ['Operador de fabricación de tejas y ladrillos', '312'],
  ])('%s supervises nobody', (title, isco3) => {
    expect(classifier.classify({ title }).function?.isco3).not.toBe(isco3);
  });

  it.each([
    'Supervisor de instalación de aislamiento',
    'Polier',
    'Industriemeisterin Metall',
    'Production Supervisor',
  ])('%s does', (title) => {
    expect(classifier.classify({ title }).function?.isco3).toBe('312');
  });
});

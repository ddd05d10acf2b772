import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../src/cli/classifier.ts';

const classifier = openClassifier();

describe('companies in other scripts', () => {
  it.each([
    ['ООО «Северный Ветер Банк»', '64'],
    ['ПАО Лунабанк', '64'],
    ['Приморский государственный университет', '85'],
    ['Городская больница № 77', '86'],
    ['Стоматология Жемчужина', '86'],
    ['АО «Вектор-Строй»', '41'],
    ['Министерство рыбного хозяйства', '84'],
    ['Аптека Ромашка', '47'],
    ['Издательство Чайка', '58'],
    ['月光大学', '85'],
    ['星河银行股份有限公司', '64'],
    ['株式会社あおぞらみなみ銀行', '64'],
    ['桜丘病院', '86'],
    ['株式会社月見製薬', '21'],
    ['北海星建筑有限公司', '41'],
    ['白鹭物流集团', '52'],
    ['明月律师事务所', '69'],
    ['별빛은행', '64'],
    ['푸른바다대학교', '85'],
    ['주식회사 달빛건설', '41'],
    ['Πανεπιστήμιο Νήσου', '85'],
    ['جامعة القمر', '85'],
    ['בנק הגליל', '64'],
  ])('%s', (company, nace2) => {
    expect(classifier.classify({ company }).industry?.nace2).toBe(nace2);
  });

  it.each(['ООО «Ромашка»', '株式会社あさひ', 'ИП Лунин', '月亮有限公司', '주식회사 별'])(
    '%s tells nothing',
    (company) => {
      expect(classifier.classify({ company }).industry).toBeNull();
    },
  );
});

describe('titles in other scripts', () => {
  it.each([
    'Генеральный директор',
    'Врач',
    'Бухгалтер',
    '软件工程师',
    '营业部长',
    '総経理',
    '마케팅 매니저',
    'Διευθυντής',
    'مدير',
  ])('%s is not known', (title) => {
    expect(classifier.classify({ title }).function).toBeNull();
  });
});

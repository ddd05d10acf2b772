import { cleanup, fireEvent, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Combobox } from '../../../src/ui/parts/Combobox.tsx';
import { matchOptions, type Option } from '../../../src/ui/parts/matchOptions.ts';
import { functionOptions, industryOptions } from '../../../src/ui/parts/taxonomyOptions.ts';

beforeAll(() => {
  fakeBrowser.i18n.getUILanguage = () => 'en';
  fakeBrowser.i18n.getMessage = (key: string) => key;
});
afterEach(cleanup);

const best = (options: readonly Option[], typed: string) => matchOptions(options, typed)[0];

describe('what is typed finds', () => {
  it.each([
    ['en', 'software dev', '2512'],
    ['en', 'data engineer', '2511'],
    ['de', 'Softwareentwickler', '2512'],
    ['de', 'krankenschwester', '2221'],
    ['de', 'architekt', '2161'],
    ['en', 'cfo', '1211'],
  ] as const)('in %s, function %s: %s', (language, typed, code) => {
    expect(
      matchOptions(functionOptions(language), typed)
        .slice(0, 5)
        .map(({ option }) => option.value),
    ).toContain(code);
  });
  it.each([
    ['en', 'hosp', ['86', '55']],
    ['de', 'versicherung', ['65']],
    ['de', 'Energie', ['35']],
    ['en', 'Automobil', ['29']],
  ] as const)('in %s, industry %s: %s', (language, typed, codes) => {
    const found = matchOptions(industryOptions(language), typed).map(({ option }) => option.value);
    expect(codes.some((code) => found.slice(0, 5).includes(code))).toBe(true);
  });
  it('has every group and division, each with a name', () => {
    expect(functionOptions('de')).toHaveLength(436);
    expect(industryOptions('en')).toHaveLength(88);
    expect(functionOptions('de').every(({ name }) => /\p{L}/u.test(name))).toBe(true);
  });
  it('the beginning of the name first, accents aside, other names with the name that matched', () => {
    const options = [
      { value: '1', name: 'Personalleitung' },
      { value: '2', name: 'Leitung' },
      { value: '3', name: 'Ärztin', also: ['Leiterin einer Praxis'] },
    ];
    expect(matchOptions(options, 'leit').map(({ option }) => option.value)).toEqual(['2', '3', '1']);
    expect(best(options, 'arzt')?.option.value).toBe('3');
    expect(best(options, 'leiterin')?.by).toBe('Leiterin einer Praxis');
    expect(matchOptions(options, 'it')).toEqual([]);
    expect(matchOptions(options, '(+')).toEqual([]);
  });
});

function Field({ ownText = false }) {
  const [value, setValue] = useState('');
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Combobox label="Fruit" value={value} ownText={ownText} options={FRUIT} onChange={setValue} />
      <output>{value}</output>
    </form>
  );
}
const FRUIT = [
  { value: 'a', name: 'Apple' },
  { value: 'b', name: 'Apricot' },
  { value: 'c', name: 'Cherry' },
];

function open(ownText = false) {
  const { getByRole, queryAllByRole, container } = render(<Field ownText={ownText} />);
  const input = getByRole('combobox') as HTMLInputElement;
  const type = (value: string) => fireEvent.input(input, { target: { value } });
  return {
    input,
    type,
    key: (key: string) => fireEvent.keyDown(input, { key }),
    options: () => queryAllByRole('option').map(({ textContent }) => textContent),
    chosen: () => container.querySelector('output')?.textContent,
  };
}

describe('by keyboard', () => {
  it('narrows, walks round the list, and takes with Enter', () => {
    const { input, type, key, options, chosen } = open();
    type('ap');
    expect(options()).toEqual(['Apple', 'Apricot']);
    expect(input.getAttribute('aria-expanded')).toBe('true');
    key('ArrowDown');
    expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe(
      'Apricot',
    );
    key('ArrowDown');
    key('Enter');
    expect(chosen()).toBe('a');
    expect(input.value).toBe('Apple');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });
  it('closes the list with Escape and leaves what is typed; a second one is not its business', () => {
    const { input, type } = open(true);
    type('ap');
    const press = () => fireEvent.keyDown(input, { key: 'Escape' });
    expect([press(), input.getAttribute('aria-expanded'), input.value]).toEqual([false, 'false', 'ap']);
    expect([press(), input.value]).toEqual([true, 'ap']);
  });
  it('takes what stands in the field when the page goes, unless it is the choice of nobody', () => {
    const own = open(true);
    own.type('Quince');
    fireEvent(window, new Event('pagehide'));
    expect(own.chosen()).toBe('Quince');
    cleanup();
    const { type, chosen } = open();
    type('Quince');
    fireEvent(window, new Event('pagehide'));
    expect(chosen()).toBe('');
    type('Apple');
    fireEvent(window, new Event('pagehide'));
    expect(chosen()).toBe('a');
  });
  it('lets the keyboard go on to the next field, past the cross', () => {
    const { type, key, input } = open();
    type('cherry');
    key('Enter');
    const cross = input.parentElement?.querySelector('button');
    expect([cross?.getAttribute('aria-label'), cross?.tabIndex]).toEqual(['combobox_clear', -1]);
  });
  it('chooses nothing when emptied, and refuses what is no option', () => {
    const { input, type, key, chosen } = open();
    type('cherry');
    key('Enter');
    type('kiwi');
    fireEvent.blur(input);
    expect(chosen()).toBe('c');
    // What is typed stays to be seen, and is said to count for nothing yet.
    expect([input.value, input.getAttribute('aria-invalid')]).toEqual(['kiwi', 'true']);
    expect(input.closest('.field')?.textContent).toContain('combobox_open');
    type('');
    fireEvent.blur(input);
    expect(chosen()).toBe('');
  });
  it('keeps the word beside what it was taken for', () => {
    const { input, type, key } = open();
    type('cherr');
    key('Enter');
    expect(input.value).toBe('Cherry');
    const hint = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('combobox_typed');
    type('apple');
    key('Enter');
    // The very name says it.
    expect(input.getAttribute('aria-describedby')).toBeNull();
  });
  it('closes the list with Escape and keeps the word, also when the field is left', () => {
    const { input, type, key, options } = open();
    type('che');
    key('Escape');
    fireEvent.blur(input);
    expect([input.value, options()]).toEqual(['che', []]);
  });
  it('takes own text where that is allowed', () => {
    const { input, type, chosen } = open(true);
    type('kiwi');
    fireEvent.blur(input);
    expect(chosen()).toBe('kiwi');
  });
});

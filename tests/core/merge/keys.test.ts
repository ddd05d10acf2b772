import { describe, expect, it } from 'vitest';
import { emailKey, keyOfUrl, localIdentity, webUrlOf } from '../../../src/core/merge/keys.ts';

const HOST = 'ulm.example';

describe('an e-mail address as key', () => {
  it.each([
    ['as it is written', 'Ada@Ulm.Example', 'ada@ulm.example'],
    ['with blanks around it', '  ada@ulm.example\t', 'ada@ulm.example'],
    ['as mail programs write it', 'Ada Example <ada@ulm.example>', 'ada@ulm.example'],
    ['with blanks in its brackets', 'Ada < ada@ulm.example >', 'ada@ulm.example'],
    ['in brackets alone', '<ada@ulm.example>', 'ada@ulm.example'],
    ['of somebody with brackets in the name', 'Ada <the first> <ada@ulm.example>', 'ada@ulm.example'],
    ['in quotation marks', '"ada@ulm.example"', 'ada@ulm.example'],
    ['in parentheses', '(ada@ulm.example)', 'ada@ulm.example'],
    ['as a link', 'mailto:ada@ulm.example', 'ada@ulm.example'],
    ['as a link with a subject', 'mailto:ada@ulm.example?subject=Hello', 'ada@ulm.example'],
    ['as directories write it', 'SMTP:ada@ulm.example', 'ada@ulm.example'],
    ['with a question mark of its own', 'what?@ulm.example', 'what?@ulm.example'],
  ])('%s', (_, text, key) => {
    expect(emailKey(text)).toBe(key);
  });

  it.each([
    ['nothing', ''],
    ['a name', 'Ada'],
    ['an address without a host', 'ada@'],
    ['an address without a dot', 'ada@ulm'],
    ['two addresses', 'ada@ulm.example, bea@ulm.example'],
    ['brackets that never close', 'ada <ada@ulm.example'],
    ['brackets the wrong way round', '>ada@ulm.example<'],
    ['two at signs', 'ada@bea@ulm.example'],
    ['a host that begins with a dot', 'ada@.example'],
  ])('%s is none', (_, text) => {
    expect(emailKey(text)).toBeNull();
  });

  it.each([
    [320, true],
    [321, false],
  ])('of %i characters: %s', (length, isKey) => {
    const email = `${'a'.repeat(length - HOST.length - 1)}@${HOST}`;
    expect(emailKey(email)).toBe(isKey ? email : null);
  });

  it.each([
    [1_000, 'ada@ulm.example'],
    [1_001, null],
  ])('is looked for in %i characters: %s', (length, key) => {
    const text = 'ada@ulm.example';
    expect(emailKey(text.padEnd(length))).toBe(key);
  });
});

describe('an address of the web', () => {
  it.each([
    ['with its scheme', 'https://ulm.example/ada', 'https://ulm.example/ada'],
    ['with a scheme in capitals', 'HTTP://ulm.example/', 'http://ulm.example/'],
    ['without', 'ulm.example/ada', 'https://ulm.example/ada'],
    ['with blanks around it', ' ulm.example ', 'https://ulm.example/'],
    ['with scheme and port', 'http://ulm.example:8080/ada', 'http://ulm.example:8080/ada'],
  ])('%s', (_, text, address) => {
    expect(webUrlOf(text)?.href).toBe(address);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['a sentence', 'see ulm.example'],
    ['a word', 'ulm'],
    ['another scheme', 'ftp://ulm.example/'],
    ['what would run', 'javascript:alert(1)'],
    ['a broken address', 'https://[ulm.example'],
  ])('%s is none', (_, text) => {
    expect(webUrlOf(text)).toBeNull();
  });
});

describe('whose page an address is', () => {
  it.each([
    ['https://www.linkedin.com/in/ada-example/', { site: 'linkedin', id: 'ada-example' }],
    ['de.linkedin.com/in/ada-example/details/skills', { site: 'linkedin', id: 'ada-example' }],
    ['HTTPS://WWW.LINKEDIN.COM/IN/ADA-EXAMPLE', { site: 'linkedin', id: 'ada-example' }],
    ['https://linkedin.com/in/J%C3%B6rg', { site: 'linkedin', id: 'jörg' }],
    ['https://linkedin.com/in/100%', { site: 'linkedin', id: '100%' }],
    ['https://www.xing.com/profile/Ada_Example', { site: 'xing', id: 'ada_example' }],
    ['https://www.xing.com/profiles/Ada_Example', { site: 'xing', id: 'ada_example' }],
    ['https://www.xing.com/pages/ada', null],
    ['https://www.linkedin.com/company/ada', null],
    ['https://www.linkedin.com/in/', null],
    ['https://notlinkedin.com/in/ada', null],
    ['https://linkedin.com.ulm.example/in/ada', null],
    ['https://www.linkedin.com/profile/ada', null],
    [`https://www.linkedin.com/in/${'a'.repeat(200)}`, { site: 'linkedin', id: 'a'.repeat(200) }],
    [`https://www.linkedin.com/in/${'a'.repeat(201)}`, null],
    ['no address at all', null],
  ])('%s', (address, key) => {
    expect(keyOfUrl(address)).toEqual(key);
  });
});

describe('somebody without a page', () => {
  it('has an address under which nothing can be asked, and a key of the same words', () => {
    const { key, url } = localIdentity('Ada Example ulm');
    expect(new URL(url).hostname).toBe('local.invalid');
    expect(url).toContain(encodeURIComponent(key.id));
    expect(key.site).toBe('local');
  });
});

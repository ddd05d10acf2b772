import { expect, it } from 'vitest';
import { decodeAs } from '../../src/exchange/decode.ts';
import { decoderOf } from '../../src/exchange/encoding/decoder.ts';
import { SINGLE_BYTE_LETTERS } from '../../src/exchange/encoding/singleBytes.ts';
import { repaired } from '../../src/exchange/encoding/twice.ts';

/** Bytes of names as the programs wrote them, apart from the tables: https://www.unicode.org/Public/MAPPINGS/ */
it.each<[string, number[], string]>([
  ['ibm437', [0x8e, 0x84, 0x94, 0x81, 0x9a, 0xe1, 0x82, 0x87, 0xa4, 0x8f, 0x91], 'ÄäöüÜßéçñÅæ'],
  ['ibm850', [0x8e, 0x9b, 0x9d, 0xb5, 0xc6, 0xe4, 0xd0, 0xe8, 0xec, 0xd4], 'ÄøØÁãõðÞýÈ'],
  ['ibm852', [0x9f, 0xfd, 0xe7, 0xa7, 0xd8, 0x88, 0xa9, 0xbe, 0x8b, 0xfb, 0xee], 'čřšžěłężőűţ'],
  ['x-mac-ce', [0x8b, 0xde, 0xe4, 0xec, 0x9e, 0xb8, 0xab, 0xfd, 0xce, 0xf5, 0xff], 'čřšžěłężőűˇ'],
])('reads the letters of %s', (label, bytes, letters) => {
  expect(decodeAs(Uint8Array.from(bytes), label)).toBe(letters);
});

it.each(Object.entries(SINGLE_BYTE_LETTERS))('%s has a letter for each byte, each once', (label, letters) => {
  expect([letters.length, new Set(letters).size]).toEqual([128, 128]);
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const text = decoderOf(label).decode(all);
  expect(text.slice(128)).toBe(letters);
  expect(text.slice(0, 128)).toBe(new TextDecoder().decode(all.subarray(0, 128)));
});

it.each(['CP850', ' 437', 'IBM852', 'cp858', 'MacCentralEurope', 'Mac-CentralEurope', 'macroman'])(
  'knows the label %j',
  (label) => expect(decodeAs(Uint8Array.of(0x41), label)).toBe('A'),
);

it.each([
  ['windows-1250', 'Jiří Dvořák, Győző Szűcs, Łukasz Gołąb, Jörg Weiß, Ștefan Crăciun, François Lefèvre'],
  ['iso-8859-2', 'Jiří Dvořák, Győző Szűcs, Jörg Weiß, Hélène Lefèvre'],
  ['windows-1251', 'Jiří Dvořák, Jörg Weiß, Hélène Lefèvre, René'],
  ['ibm850', 'Jiří Dvořák, Jörg Weiß, Hélène Lefèvre, Łukasz Gołąb'],
  ['ibm437', 'Jiří Dvořák, Jörg Weiß, Hélène Lefèvre, Łukasz Gołąb'],
  ['ibm852', 'Jiří Dvořák, Jörg Weiß, Hélène Lefèvre, Łukasz Gołąb'],
])('puts right what was UTF-8 and was taken for %s', (label, names) => {
  expect(repaired(decoderOf(label).decode(new TextEncoder().encode(names)))).toBe(names);
});

it.each(['Дмитро Ковальчук, Вікторія Гіденко, Ещё', 'RĂŞINAR, VĂŞCAN, Łódź’', 'Müller – „Söhne“, Größe ─ 5'])(
  'leaves %s as it is',
  (text) => expect(repaired(text)).toBe(text),
);

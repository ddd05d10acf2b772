import { expect, it } from 'vitest';
import { softHyphens } from '../../../src/ui/dashboard/rooms/contacts/softHyphens.ts';

const divided = (text: string) => softHyphens(text).replaceAll('\u00ad', '-');

it('divides long German compounds at their seams, and leaves short words whole', () => {
  expect(divided('Nahrungsmittelherstellung')).toBe('Nahrungsmittel-herstellung');
  expect(divided('Versicherungssachbearbeitung')).toBe('Versicherungssach-bearbeitung');
  expect(divided('Finanzdienstleistungen')).toBe('Finanz-dienst-leistungen');
  expect(divided('Bau und Handel')).toBe('Bau und Handel');
});

import type { Place } from '../../core/model/index.ts';
import { countryName, countryOf, parsePlace } from '../../core/text/places.ts';

/** The parts of an address as an address book keeps them, each one line; the street is not asked for. */
export interface AddressParts {
  city?: string | undefined;
  region?: string | undefined;
  postalCode?: string | undefined;
  country?: string | undefined;
  /** Code of the country, where the file has one beside its name. */
  code?: string | undefined;
  /** The whole address as it is printed. */
  label?: string | undefined;
}

/**
 * The place of an address; `null` where it names none. A country is a code of ISO 3166-1 or nothing: `UK` and `EL`, as
 * people and the EU write them, are `GB` and `GR`, and a name is looked up. Parts that stand in a neighbour's field
 * are understood: the country as region or postal code, the postal code beside the town.
 */
export function addressPlace({ code, label, ...parts }: AddressParts): Place | null {
  let { region, country } = parts;
  const city = withoutPostalCode(parts.city);
  if (country === undefined) {
    // Programs that know fewer fields move the country up.
    if (known(parts.postalCode) !== undefined) country = parts.postalCode;
    else if (isCountry(region, city)) [region, country] = [undefined, region];
  }
  const text = [city, region, country].filter((part) => part !== undefined).join(', ');
  if (text === '') return printedPlace(label, code);
  const iso =
    known(code) ??
    known(country) ??
    parsePlace([city, isShort(region) ? undefined : region, country].filter(Boolean).join(', '))?.country;
  return {
    text,
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(iso !== undefined && { country: iso }),
  };
}

/** The place of an address as it is printed, without its street. */
function printedPlace(label: string | undefined, code: string | undefined): Place | null {
  const found = label === undefined ? null : parsePlace(withoutStreet(label), code);
  if (found !== null) return found;
  const iso = known(code);
  return iso === undefined ? null : { text: countryName(iso), country: iso };
}

/** Town, region and country of an address; only the last two parts of one with numbers in it. */
export function withoutStreet(address: string): string {
  const parts = address
    .slice(0, 1_000)
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const places = parts.map((part) => part.replace(/^(?:[A-Z]{1,3}-)?\d{4,6} (?=\D+$)/, ''));
  const hasNumbers = parts.some((part) => /\d/.test(part));
  return (hasNumbers ? places.filter((part) => !/\d/.test(part)).slice(-2) : places).join(', ');
}

function known(country: string | undefined): string | undefined {
  return country === undefined ? undefined : countryOf(country);
}

/**
 * Two letters for a region are a state, a canton or a province before they are a country (`San Francisco, CA`,
 * `Luzern, LU`): only with a town that lies there.
 */
function isCountry(region: string | undefined, city: string | undefined): boolean {
  const country = known(region);
  if (country === undefined || region === undefined) return false;
  if (/^u\.?k\.?$/i.test(region)) return true;
  const read = parsePlace(isShort(region) ? (city ?? '') : [city, region].filter(Boolean).join(', '));
  return read?.country === country;
}

function isShort(region: string | undefined): boolean {
  return region !== undefined && /^\p{L}{2}$/u.test(region);
}

/** `10115 Berlin`, `CH-3011 Bern`, `1012 AB Amsterdam`: the town alone; anything else as it is. */
function withoutPostalCode(city: string | undefined): string | undefined {
  const town = /^(?:[A-Z]{1,3}-)?\d{4,6}(?: [A-Z]{2}(?= ))? (\D{2,})$/u.exec(city ?? '')?.[1];
  return town ?? city;
}

import { type LightRow, type PackedRows, unpackRows } from './lightRow.ts';
import type { Layer, Role } from './network.ts';
import type { Distances, Reading } from './reading.ts';
import { LAYERS, ROLES } from './roles.ts';

type PlaceStep = NonNullable<Distances['place']>['step'];

/** What lists show of a contact's reading: numbers and codes, no reasons. */
export interface RowReading {
  layer: Layer;
  /** Enough is known to tell the layer. */
  layerKnown: boolean;
  functionDistance: number | null;
  industryDistance: number | null;
  placeStep: PlaceStep | null;
  /** Fit to each active goal, in the goals' order; `null` when not enough is known. */
  fits: (number | null)[];
  /** Roles toward each of these goals: bit i stands for `ROLES[i]`. */
  roles: number[];
  /** Whether the contact serves each of them: fits it, in a role other than peer. */
  serves: boolean[];
  /** Strength of the evidence as key person, 0 to 1. */
  hub: number;
  isHub: boolean;
}

/** The readings of a segment's rows, in their order. */
export interface PackedReadings {
  /** One character a row: the index in `LAYERS`, plus their number when too little is known to tell. */
  layers: string;
  /** One character a row: the index in `PLACE_STEPS`, or `-`. */
  places: string;
  /** One character a row: 1 for a key person. */
  hubs: string;
  functionDistances: (number | null)[];
  industryDistances: (number | null)[];
  hubStrengths: number[];
  /** Row after row, as many numbers each as there are goals. */
  fits: (number | null)[];
  roles: number[];
  /** One character for each of them: 1 where the contact serves the goal. */
  serves: string;
}

const PLACE_STEPS: readonly PlaceStep[] = ['city', 'region', 'country', 'continent', 'elsewhere'];

/** The part of a reading that lists show. */
export function rowReading(reading: Pick<Reading, 'layer' | 'distances' | 'fits' | 'hub'>): RowReading {
  return {
    layer: reading.layer.value,
    layerKnown: reading.layer.known,
    functionDistance: reading.distances.function,
    industryDistance: reading.distances.industry,
    placeStep: reading.distances.place?.step ?? null,
    fits: reading.fits.map(({ value }) => value),
    roles: reading.fits.map(({ roles }) => roles.reduce((bits, { role }) => bits | roleBit(role), 0)),
    serves: reading.fits.map(({ serves }) => serves),
    hub: reading.hub.strength,
    isHub: reading.hub.isHub,
  };
}

function roleBit(role: Role): number {
  return 1 << ROLES.indexOf(role);
}

/** Readings as one list a property, in the order of the rows. */
export function packReadings(readings: readonly RowReading[]): PackedReadings {
  const characters = (of: (reading: RowReading) => string | number) => readings.map(of).join('');
  return {
    layers: characters(({ layer, layerKnown }) => LAYERS.indexOf(layer) + (layerKnown ? 0 : LAYERS.length)),
    places: characters(({ placeStep }) => (placeStep === null ? '-' : PLACE_STEPS.indexOf(placeStep))),
    hubs: characters(({ isHub }) => (isHub ? 1 : 0)),
    functionDistances: readings.map(({ functionDistance }) => rounded(functionDistance)),
    industryDistances: readings.map(({ industryDistance }) => rounded(industryDistance)),
    hubStrengths: readings.map(({ hub }) => rounded(hub) ?? 0),
    fits: readings.flatMap(({ fits }) => fits),
    roles: readings.flatMap(({ roles }) => roles),
    serves: readings.map(({ serves }) => serves.map((one) => (one ? 1 : 0)).join('')).join(''),
  };
}

/** Readings of `count` rows toward `goals` goals. */
export function unpackReadings(packed: PackedReadings, count: number, goals: number): RowReading[] {
  return Array.from({ length: count }, (_, i) => {
    const place = packed.places[i] ?? '-';
    return {
      ...layerAt(packed, i),
      functionDistance: packed.functionDistances[i] ?? null,
      industryDistance: packed.industryDistances[i] ?? null,
      placeStep: place === '-' ? null : (PLACE_STEPS[Number(place)] ?? null),
      fits: packed.fits.slice(i * goals, (i + 1) * goals),
      roles: packed.roles.slice(i * goals, (i + 1) * goals),
      serves: Array.from(packed.serves.slice(i * goals, (i + 1) * goals), (one) => one === '1'),
      hub: packed.hubStrengths[i] ?? 0,
      isHub: packed.hubs[i] === '1',
    };
  });
}

/** The layer of row `i`; see `RowReading`. */
export function layerAt({ layers }: PackedReadings, i: number): Pick<RowReading, 'layer' | 'layerKnown'> {
  const layer = Number(layers[i]);
  return { layer: LAYERS[layer % LAYERS.length] ?? 'personal', layerKnown: layer < LAYERS.length };
}

/** Fits of row `i`, one for each of so many rows' goals; see `RowReading`. */
export function fitsAt({ fits, layers }: PackedReadings, i: number): (number | null)[] {
  const goals = fits.length / layers.length;
  return fits.slice(i * goals, (i + 1) * goals);
}

/** To three digits: what a list shows is no finer, and the packed text stays short. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1_000) / 1_000;
}

/** A segment's rows as objects, with the readings toward so many goals. */
export function unpackSegment(
  { rows, readings }: Pick<PackedSegment, 'rows' | 'readings'>,
  goals: number,
): (LightRow & RowReading)[] {
  const light = unpackRows(rows);
  const read = unpackReadings(readings, light.length, goals);
  return light.map((row, i) => Object.assign(row, read[i]));
}

/** A segment as it travels: the rows, and how they read. */
export interface PackedSegment {
  segment: number;
  /** The revision that changed it last. */
  revision: number;
  rows: PackedRows;
  readings: PackedReadings;
}

export * from './functions.ts';
export * from './industries.ts';

export * from './analysis.ts';
export * from './classification.ts';
export * from './digest.ts';
export * from './network.ts';
export * from './patch.ts';
export * from './profile.ts';
export * from './reading.ts';

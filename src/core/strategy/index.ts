export * from './analysis.ts';
export * from './context.ts';
export * from './digest.ts';
export * from './me.ts';
export * from './progress.ts';
export * from './read.ts';
export * from './weights.ts';

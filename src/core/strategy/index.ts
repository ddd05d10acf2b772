export * from './context.ts';
export * from './read.ts';

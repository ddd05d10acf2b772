export * from './context.ts';
export * from './me.ts';
export * from './read.ts';

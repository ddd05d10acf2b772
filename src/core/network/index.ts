export * from './affiliation.ts';
export * from './burt.ts';
export * from './communities.ts';
export * from './components.ts';
export { degreeOf, type Graph, graphOf, neighboursOf, type TracedGraph, tracedGraphOf } from './graph.ts';
export * from './paths.ts';

import type { AnalysisService } from './analysis.ts';
import type { Contexts } from './context.ts';
import type { Deriving } from './deriving.ts';
import type { Environment } from './environment.ts';
import type { NetworkRows } from './rows.ts';
import type { WitnessService } from './witness.ts';

/** The environment with what the background holds while it lives. All of it can be lost at any moment. */
export interface Holdings extends Environment {
  contexts: Contexts;
  rows: NetworkRows;
  analysis: AnalysisService;
  deriving: Deriving;
  loss: WitnessService;
}

import { openDocument, overviewOf, simulating } from '../../server/src/core/index';
import { finish } from '../../server/src/core/text';
import { simulationToProtocol } from '../../server/src/lsp/simulation-to-protocol';
import { analyseExample, EXAMPLE_MODEL, EXAMPLE_URI, exampleDescriptions } from '../support/example';

const workspace = exampleDescriptions.with(openDocument(EXAMPLE_URI, EXAMPLE_MODEL));

/** The example, analysed. */
export const exampleAnalysis = analyseExample(workspace);

/** The overview of the example. */
export const exampleOverview = overviewOf(exampleAnalysis);

/** Simulated attacks on the example. */
export const exampleSimulation = simulationToProtocol(
  finish(simulating(exampleAnalysis, { runs: 200 })),
  workspace,
  (uri) => uri,
);

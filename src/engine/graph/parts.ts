import type { NetworkDescription } from '../models/description.ts';
import type { Operation } from '../models/operations.ts';
import type { GraphBuilder, Ref } from './builder.ts';
import type { Registry } from './registry.ts';
import type { StepFeeds } from './step-feeds.ts';
import type { GraphVariables } from './variables.ts';

/** What a pass through the network is made from. */
export interface PassParts {
  readonly description: NetworkDescription;
  readonly operations: readonly Operation[];
  /** Has all types of the operations. */
  readonly known: Registry;
  /** n x height x width x 3 bytes. */
  readonly pictures: Ref;
}

/** What the graph of a network that can be trained is made from. */
export interface GraphParts extends PassParts {
  readonly graph: GraphBuilder;
  readonly variables: GraphVariables;
  readonly feeds: StepFeeds;
}

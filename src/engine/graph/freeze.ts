import type { NetworkDescription } from '../models/description.ts';
import { plan } from '../models/plan.ts';
import { inputShape } from '../models/shapes.ts';
import { lossOf } from '../networks/losses/loss.ts';
import type { NamedTensor } from '../ports.ts';
import { GraphBuilder, type Ref } from './builder.ts';
import { forward, logitsOf } from './passes.ts';
import { checkOperations, registry } from './registry.ts';
import type { Sides } from './saved-model.ts';
import { readOnce } from './variables.ts';

/**
 * The saved_model.pb of a network that only answers, its weights inside as constants. Its signature `serving_default` takes
 * `pictures`, n x height x width x 3 bytes, and gives `predictions`, n x outputs, after the last activation. `weights`: those
 * that answer, all of the network's. Throws PawlabError `layer-unsupported`.
 */
export function freeze(description: NetworkDescription, weights: readonly NamedTensor[]): Uint8Array {
  const operations = plan(description);
  checkOperations(registry, operations);
  const graph = new GraphBuilder();
  const loss = lossOf(description);
  const input: Sides = [-1, ...inputShape(description)];
  const output: Sides = [-1, loss.outputs(description.classes)];
  const pictures = graph.placeholder('pictures', 'uint8', input);
  const read = readOnce((name) => constant(graph, weights, name));
  const parts = { description, operations, known: registry, pictures };
  const logits = logitsOf(forward(parts, { graph, read, training: null }));
  const activated = graph.float(activations[loss.activation], logits);
  const predictions = graph.node('Identity', [activated], { T: { type: 'float32' } }, { name: 'predictions' });
  return graph.finish(
    [predictions],
    [
      {
        name: 'serving_default',
        inputs: { pictures: { tensor: `${pictures}:0`, dtype: 'uint8', shape: input } },
        outputs: { predictions: { tensor: `${predictions}:0`, dtype: 'float32', shape: output } },
      },
    ],
  );
}

const activations = { sigmoid: 'Sigmoid', softmax: 'Softmax' } as const;

function constant(graph: GraphBuilder, weights: readonly NamedTensor[], name: string): Ref {
  const weight = weights.find((tensor) => tensor.name === name);
  if (weight === undefined) throw new RangeError(`The weights lack ${name}.`);
  return graph.floats(weight.shape, weight.values);
}

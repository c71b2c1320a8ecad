import { PawlabError } from '../../contract/errors.ts';
import type { NetworkDescription } from '../models/description.ts';
import { variableNames, type Operation, type ValueId } from '../models/operations.ts';
import { plan } from '../models/plan.ts';
import type { Kernels } from './kernels.ts';
import type { EagerOperation } from './operation.ts';
import { eagerOperation } from './registry.ts';

/** An operation of a plan with what computes it. */
export interface Compiled {
  readonly layer: string;
  readonly operation: EagerOperation;
  readonly inputs: readonly ValueId[];
  readonly variables: readonly string[];
  /** Of each input: whether its gradient leads on to a variable. */
  readonly differentiated: readonly boolean[];
}

/** The plan's operations on a device. Throws PawlabError `layer-unsupported` where that lacks a kernel. */
export function compile(kernels: Kernels, description: NetworkDescription): readonly Compiled[] {
  const operations = plan(description);
  const leads = leadToVariables(operations);
  return operations.map((planned) => {
    const operation = eagerOperation(kernels, planned);
    requireKernels(kernels, planned.layer, operation);
    return {
      layer: planned.layer,
      operation,
      inputs: planned.inputs,
      variables: variableNames(planned),
      differentiated: planned.inputs.map((value) => leads[value] ?? false),
    };
  });
}

/** Of each value: whether it was computed with a variable. */
function leadToVariables(operations: readonly Operation[]): readonly boolean[] {
  const leads = [false];
  for (const operation of operations) {
    leads.push(variableNames(operation).length > 0 || operation.inputs.some((value) => leads[value]));
  }
  return leads;
}

function requireKernels(kernels: Kernels, layer: string, operation: EagerOperation): void {
  const missing = operation.kernels.filter((name) => !kernels.has(name));
  if (missing.length === 0) return;
  throw new PawlabError(
    'layer-unsupported',
    `${layer} can't be trained on ${kernels.backend}, which lacks ${missing.join(', ')}.`,
    'Choose another device or preset.',
  );
}

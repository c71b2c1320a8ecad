/** A graph as the bytes of a saved_model.pb. Field numbers are those of TensorFlow's own .proto files. */
import { ProtoWriter } from './proto.ts';

/** TensorFlow's numbers of the types of values (types.proto). */
export const dataTypes = { float32: 1, int32: 3, uint8: 4, bool: 10, resource: 20 } as const;
export type DataType = keyof typeof dataTypes;

/** Sides from 1 on; -1: any. */
export type Sides = readonly number[];

export type ConstantValue =
  | { readonly dtype: 'float32'; readonly shape: Sides; readonly values: Float32Array }
  | { readonly dtype: 'int32'; readonly shape: Sides; readonly values: Int32Array };

export type Attribute =
  | { readonly type: DataType }
  | { readonly int: number }
  | { readonly float: number }
  | { readonly bool: boolean }
  | { readonly text: string }
  | { readonly ints: readonly number[] }
  | { readonly shape: Sides }
  | { readonly tensor: ConstantValue };

export interface GraphNode {
  readonly name: string;
  readonly operation: string;
  /** `node` or `node:1` (another output than the first); those to wait for only, `^node`, come last. */
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface TensorInfo {
  /** `node:0`. */
  readonly tensor: string;
  readonly dtype: DataType;
  readonly shape: Sides;
}

/** What other programs call by name. */
export interface Signature {
  readonly name: string;
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  readonly outputs: Readonly<Record<string, TensorInfo>>;
}

/** Under the tag `serve`, without variables' files: these hold nothing until they are assigned. */
export const savedModel = (nodes: readonly GraphNode[], signatures: readonly Signature[] = []): Uint8Array =>
  new ProtoWriter()
    .integer(1, schemaVersion)
    .message(2, (metaGraph) => {
      metaGraph.message(1, (info) => info.text(4, 'serve'));
      metaGraph.message(2, (graph) => writeGraph(graph, nodes));
      for (const signature of signatures) {
        metaGraph.entry(5, signature.name, (message) => writeSignature(message, signature));
      }
    })
    .finish();

const schemaVersion = 1;

/** Of a graph of 2022 (TensorFlow 2.9), so that every TensorFlow since then takes it. */
const producer = 1087;

function writeGraph(graph: ProtoWriter, nodes: readonly GraphNode[]): void {
  for (const node of nodes) graph.message(1, (message) => writeNode(message, node));
  graph.message(4, (versions) => versions.integer(1, producer));
}

function writeNode(message: ProtoWriter, node: GraphNode): void {
  message.text(1, node.name).text(2, node.operation);
  for (const input of node.inputs) message.text(3, input);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    message.entry(5, name, (value) => writeAttribute(value, attribute));
  }
}

function writeAttribute(value: ProtoWriter, attribute: Attribute): void {
  if ('type' in attribute) value.integer(6, dataTypes[attribute.type]);
  else if ('int' in attribute) value.integer(3, attribute.int);
  else if ('float' in attribute) value.float(4, attribute.float);
  else if ('bool' in attribute) value.boolean(5, attribute.bool);
  else if ('text' in attribute) value.text(2, attribute.text);
  else if ('shape' in attribute) value.message(7, (shape) => writeShape(shape, attribute.shape));
  else if ('tensor' in attribute) value.message(8, (tensor) => writeTensor(tensor, attribute.tensor));
  else value.message(1, (list) => attribute.ints.forEach((int) => list.integer(3, int)));
}

function writeShape(message: ProtoWriter, shape: Sides): void {
  for (const side of shape) message.message(2, (dimension) => dimension.integer(1, side));
}

function writeTensor(message: ProtoWriter, { dtype, shape, values }: ConstantValue): void {
  message.integer(1, dataTypes[dtype]).message(2, (sides) => writeShape(sides, shape));
  message.bytes(4, littleEndian(values));
}

/** The values' bytes as they lie in memory: every machine that TensorFlow runs on is little-endian. */
const littleEndian = ({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function writeSignature(message: ProtoWriter, { inputs, outputs }: Signature): void {
  for (const [name, info] of Object.entries(inputs)) message.entry(1, name, (value) => writeInfo(value, info));
  for (const [name, info] of Object.entries(outputs)) message.entry(2, name, (value) => writeInfo(value, info));
  message.text(3, 'tensorflow/serving/predict');
}

const writeInfo = (message: ProtoWriter, { tensor, dtype, shape }: TensorInfo): ProtoWriter =>
  message
    .text(1, tensor)
    .integer(2, dataTypes[dtype])
    .message(3, (sides) => writeShape(sides, shape));

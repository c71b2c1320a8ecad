/**
 * Writes protocol buffers: each field is a number and a wire type, then a varint, four bytes, or a length and that many
 * bytes. Message fields are written in the order of the calls; readers take any.
 */
export class ProtoWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** A whole number from -2^31 to 2^53 (int32, int64, enum); negative ones take ten bytes, as the format has it. */
  integer(field: number, value: number): this {
    this.#tag(field, varintType);
    if (value >= 0) return this.#varint(value);
    // Seven bits at a time of the 64-bit two's complement, whose upper half is all ones.
    this.#reserve(10);
    for (let shift = 0; shift < 28; shift += 7) this.#byte((value >> shift) | 0x80);
    this.#byte((value >> 28) | 0xf0);
    for (let at = 0; at < 4; at++) this.#byte(0xff);
    this.#byte(1);
    return this;
  }

  boolean(field: number, value: boolean): this {
    return this.integer(field, value ? 1 : 0);
  }

  /** A 32-bit float. */
  float(field: number, value: number): this {
    this.#tag(field, fixed32Type);
    this.#reserve(4);
    new DataView(this.#bytes.buffer).setFloat32(this.#length, value, true);
    this.#length += 4;
    return this;
  }

  /** Throws RangeError beyond ASCII: names in graphs are no more than that. */
  text(field: number, text: string): this {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    if (bytes.some((byte, at) => byte > 127 || byte !== text.charCodeAt(at)))
      throw new RangeError(`Not ASCII: ${text}`);
    return this.bytes(field, bytes);
  }

  bytes(field: number, bytes: Uint8Array): this {
    this.#tag(field, lengthType).#varint(bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  message(field: number, write: (message: ProtoWriter) => void): this {
    const message = new ProtoWriter();
    write(message);
    return this.bytes(field, message.#bytes.subarray(0, message.#length));
  }

  /** An entry of a map from texts to messages. */
  entry(field: number, key: string, write: (message: ProtoWriter) => void): this {
    return this.message(field, (entry) => entry.text(1, key).message(2, write));
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #tag(field: number, wireType: number): this {
    return this.#varint(field * 8 + wireType);
  }

  #varint(value: number): this {
    this.#reserve(10);
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.#byte((rest % 0x80) | 0x80);
    this.#byte(rest);
    return this;
  }

  #byte(value: number): void {
    this.#bytes[this.#length++] = value;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + count));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

const varintType = 0;
const lengthType = 2;
const fixed32Type = 5;

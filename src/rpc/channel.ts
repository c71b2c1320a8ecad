/**
 * Carries messages there and back, whole and in order. Messages are plain objects that JSON keeps, except for the bytes of
 * pictures, which only a channel that clones carries. A listener has to see one message after everybody who awaited the one
 * before has run: then an answer and the events behind it are seen in the order they were sent in.
 */
export interface Channel {
  /** Throws where the channel is closed. */
  send(message: unknown): void;
  /** For one listener. */
  onMessage(listener: (message: unknown) => void): void;
}

/**
 * A value that is made when it is first asked for: tables cost milliseconds that most starts of a worker do not need,
 * and a popup waits for a start.
 */
export function whenAsked<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

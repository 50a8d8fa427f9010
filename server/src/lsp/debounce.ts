/** A call that waits until it was not asked for again for a while. */
export interface Debounced {
  (): void;
  cancel(): void;
}

export function debounce(call: () => void, milliseconds: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const debounced = () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
  return Object.assign(debounced, { cancel: () => clearTimeout(timer) });
}

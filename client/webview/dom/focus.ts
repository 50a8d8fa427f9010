/** Exchanges what stands in an element; the focus stays on what has the same `data-key`. */
export function exchange(host: Element, content: Element): void {
  const focused = host.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.getAttribute('data-key');
  const range = focused instanceof HTMLInputElement ? focused.selectionStart : null;
  host.replaceChildren(content);
  if (key === null || key === undefined) return;
  const again = host.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  again?.focus({ preventScroll: true });
  if (again instanceof HTMLInputElement && range !== null) again.setSelectionRange(range, range);
}

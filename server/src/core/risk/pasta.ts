/** PASTA-style risk, 0-10: the probabilities (0-1) that it is tried and that it works, times the impact (0-10). */
export function pastaScore(threat: number, vulnerability: number, impact: number): number {
  return threat * vulnerability * impact;
}

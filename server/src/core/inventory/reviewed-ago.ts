/** When the last review was, in words: `reviewed today`, `reviewed 3 days ago`. A day to come is told by the model's own check. */
export function reviewedAgo(days: number): string {
  if (days <= 0) return 'reviewed today';
  return days === 1 ? 'reviewed yesterday' : `reviewed ${days} days ago`;
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exactTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

const dayName = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** “3 minutes ago”, measured from `now`. */
export function ago(instant: string, now: number = Date.now()): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return seconds > -5 ? 'just now' : relative.format(Math.trunc(seconds), 'second');
}

/** Date and time of day where the reader is. */
export const exact = (instant: string): string => exactTime.format(new Date(instant));

/** The date where the reader is, without the time of day. */
export const day = (instant: string): string => dayName.format(new Date(instant));

/** How long something took: “420 ms”, “3.2 s”, “2 min 5 s”. */
export function duration(from: string, to: string): string {
  const milliseconds = Date.parse(to) - Date.parse(from);
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

import type { PatternVersion } from '../../api/types';

/** Versions in a row that one actor made in the same way: one thing that happened. */
export interface Activity {
  readonly versions: readonly [PatternVersion, ...PatternVersion[]];
}

/** Versions further apart than that are two things that happened. */
const togetherMilliseconds = 60_000;

/** Newest first; a scan that made hundreds of patterns is one activity and not a list of them. */
export function activities(versions: readonly PatternVersion[]): Activity[] {
  const result: { versions: [PatternVersion, ...PatternVersion[]] }[] = [];
  for (const version of versions) {
    const last = result.at(-1)?.versions;
    if (last !== undefined && isTogether(last[0], version)) last.push(version);
    else result.push({ versions: [version] });
  }
  return result;
}

const isTogether = (a: PatternVersion, b: PatternVersion): boolean =>
  a.event === b.event &&
  a.actor === b.actor &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) < togetherMilliseconds;

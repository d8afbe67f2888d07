import type { SystemStatus } from '../api/types';

/** In single quotes nothing of a path means anything to the shell; plain paths go without. */
const quoted = (text: string): string =>
  /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A command line of `motif` that works on the server's own database, wherever it is typed on that machine. */
export function databaseCommand(
  { system, location }: Pick<SystemStatus['database'], 'system' | 'location'>,
  command: string,
): string {
  const isFile = system.toLowerCase().startsWith('sqlite');
  return `motif ${command} --database ${isFile ? quoted(location) : `postgresql://USER:PASSWORD@${location}`}`;
}

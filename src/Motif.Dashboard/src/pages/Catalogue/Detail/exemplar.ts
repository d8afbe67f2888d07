/** A piece of source that stands for the whole pattern. */
export interface Exemplar {
  readonly source: string;
  readonly language: string;
  readonly firstLine: number;
  readonly label: string;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Takes the exemplar out of a body of kind code; other bodies have none and stay whole. */
export function exemplarOf(body: unknown): { exemplar: Exemplar | null; rest: Members } {
  if (!isMembers(body)) return { exemplar: null, rest: {} };
  const found = isMembers(body.exemplar) ? body.exemplar : null;
  const source = text(found?.code) ?? text(found?.source) ?? text(found?.excerpt);
  if (found === null || source === null) return { exemplar: null, rest: body };
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'exemplar'));
  const file = text(found.file);
  const firstLine = typeof found.start_line === 'number' ? found.start_line : 1;
  return {
    exemplar: {
      source,
      language: text(found.language) ?? text(body.language) ?? '',
      firstLine,
      label: file === null ? 'Exemplar' : `Exemplar, ${file} from line ${firstLine}`,
    },
    rest,
  };
}

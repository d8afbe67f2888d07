/** The piece of source that stands for a whole pattern of code. */
export interface Exemplar {
  readonly source: string;
  readonly language: string;
  readonly firstLine: number;
  /** Where it stands: repository, file and name. */
  readonly place: string;
  /** File and line, as an editor opens them; empty where the file is not known. */
  readonly where: string;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The members of a code pattern's body that tell of its exemplar. */
const ofExemplar = new Set([
  'implementation',
  'language',
  'repository',
  'file_path',
  'line_range',
  'qualified_name',
  'docstring',
]);

const isNone = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

/** Takes the exemplar out of a body of kind code; what such a body leaves empty is left out. Other bodies stay whole. */
export function exemplarOf(body: unknown): { exemplar: Exemplar | null; rest: Members } {
  if (!isMembers(body)) return { exemplar: null, rest: {} };
  const source = text(body.implementation);
  if (source === '') return { exemplar: null, rest: body };
  const lines: unknown[] = Array.isArray(body.line_range) ? body.line_range : [];
  const [first] = lines;
  const firstLine = typeof first === 'number' ? first : 1;
  const file = text(body.file_path);
  return {
    exemplar: {
      source,
      language: text(body.language),
      firstLine,
      where: file === '' ? '' : `${file}:${firstLine}`,
      place: [
        text(body.qualified_name),
        text(body.repository),
        file === '' ? '' : `${file}:${firstLine}`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    },
    rest: Object.fromEntries(
      Object.entries(body).filter(([name, value]) => !ofExemplar.has(name) && !isNone(value)),
    ),
  };
}

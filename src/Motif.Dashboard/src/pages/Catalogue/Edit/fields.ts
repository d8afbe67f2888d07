import type { Pattern, PatternKind } from '../../../api/types';

/** What a person writes of a pattern. */
export interface Fields {
  readonly kind: PatternKind;
  readonly pattern_type: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** One step a line. */
  readonly steps: string;
  readonly note: string;
}

export const emptyFields: Fields = {
  kind: 'success',
  pattern_type: '',
  name: '',
  description: '',
  tags: [],
  steps: '',
  note: '',
};

type Body = Readonly<Record<string, unknown>>;

/** The steps of a body that are plain sentences; null where there are none to be written as lines. */
export function stepsOf(body: unknown): readonly string[] | null {
  const { steps } = (body ?? {}) as Body;
  return Array.isArray(steps) && steps.every((step) => typeof step === 'string') ? steps : null;
}

export const fieldsOf = (pattern: Pattern): Fields => ({
  kind: pattern.kind,
  pattern_type: pattern.pattern_type,
  name: pattern.name,
  description: pattern.description,
  tags: pattern.tags,
  steps: (stepsOf(pattern.body) ?? []).join('\n'),
  note: '',
});

/** “API optimization” is written by a person, `api_optimization` is meant. */
export const typeName = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 64);

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function draftOf({ kind, pattern_type, name, description, tags, steps }: Fields) {
  const written = lines(steps);
  return {
    kind,
    pattern_type: typeName(pattern_type),
    name: name.trim(),
    description: description.trim(),
    tags: [...tags],
    ...(written.length === 0 ? {} : { body: { steps: written } }),
  };
}

/** Only what differs from the pattern as it was read; null where nothing does. */
export function patchOf(pattern: Pattern, fields: Fields) {
  const before = draftOf(fieldsOf(pattern));
  const after = draftOf(fields);
  const isChanged = (name: 'pattern_type' | 'name' | 'description' | 'tags') =>
    JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const steps = lines(fields.steps);
  const haveStepsChanged = JSON.stringify(lines(fieldsOf(pattern).steps)) !== JSON.stringify(steps);
  const patch = {
    ...(isChanged('pattern_type') ? { pattern_type: after.pattern_type } : {}),
    ...(isChanged('name') ? { name: after.name } : {}),
    ...(isChanged('description') ? { description: after.description } : {}),
    ...(isChanged('tags') ? { tags: after.tags } : {}),
    ...(haveStepsChanged ? { body: { ...(pattern.body as Body), steps } } : {}),
  };
  if (Object.keys(patch).length === 0) return null;
  return fields.note.trim() === '' ? patch : { ...patch, note: fields.note.trim() };
}

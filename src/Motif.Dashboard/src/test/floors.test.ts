import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const folders = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** The rooms from the ground: a room knows what lies below it and nothing beside or above it. */
const floors: readonly (readonly string[])[] = [
  ['format', 'api'],
  ['frame'],
  ['states', 'charts', 'code', 'diff'],
  ['patterns'],
  ['relations'],
  folders('pages').map((page) => `pages/${page}`),
  ['pages'],
  ['shell'],
  ['app'],
  ['.'],
];

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|^test\//.test(file));

/** The longest room whose folder holds the file. */
const roomOf = (file: string): string =>
  floors
    .flat()
    .filter((room) => room === '.' || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? '.';

const floorOf = (file: string): number => floors.findIndex((rooms) => rooms.includes(roomOf(file)));

const imported = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(imported)].flatMap(([, path = '']) => {
    const target = relative(root, resolve(root, dirname(file), path)).replaceAll('\\', '/');
    return sources.filter((source) =>
      [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].includes(source),
    );
  });
}

const graph = new Map(sources.map((file) => [file, importsOf(file)]));

/** The first way from a file back to itself; null where there is none. */
function circleFrom(start: string): string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] | null => {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = walk(next, [...way, next]);
      if (circle !== null) return circle;
    }
    return null;
  };
  return walk(start, [start]);
}

describe('the floors of the dashboard', () => {
  it('hold every folder', () => {
    const rooms = floors.flat().map((room) => room.split('/')[0]);
    expect(folders('.').filter((name) => name !== 'test' && !rooms.includes(name))).toEqual([]);
  });

  it('are read from the imports', () => {
    expect(importsOf('main.tsx')).toContain('app/App.tsx');
    expect(importsOf('pages/index.ts')).toContain('pages/Code/index.ts');
    expect(importsOf('pages/Catalogue/index.ts')).toContain(
      'pages/Catalogue/Detail/PatternPage.tsx',
    );
  });

  it('are built upward: no import leads up or to a neighbour', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) !== roomOf(file) && floorOf(target) >= floorOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have no circle of files', () => {
    expect(sources.flatMap((file) => circleFrom(file)?.join(' → ') ?? [])).toEqual([]);
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open } from '../../../test/render';
import { json, serve } from '../../../test/server';

const copy = (file: string, start_line: number) => ({
  file,
  start_line,
  end_line: start_line + 2,
  qualified_name: 'read',
  lines: 3,
  similarity: 0.8,
});

const duplicate = {
  duplicate_id: 'd1',
  repository: 'shop',
  language: 'python',
  name: '`read_rows` ≈ `read_lines`',
  places: 2,
  files: 2,
  lines: 6,
  redundant_lines: 3,
  similarity: 0.83,
  copies: [copy('a.py', 3), copy('b.py', 8)],
};

const source = (file: string, first_line: number, lines: string[]) => ({
  state: 'current',
  reason: null,
  repository: 'shop',
  file,
  language: 'python',
  start_line: first_line,
  end_line: first_line + lines.length - 1,
  first_line,
  lines,
  truncated: false,
  evidence: [],
});

describe('the duplicates', () => {
  it('stand side by side with what differs marked', async () => {
    serve({
      'GET /api/v1/code/duplicates': () =>
        json({ items: [duplicate], next_cursor: null, total: 1, total_redundant_lines: 3 }),
      'GET /api/v1/code/duplicates/d1/sources': () =>
        json({
          left: source('a.py', 3, ['def read_rows():', '    go()']),
          right: source('b.py', 8, ['def read_lines():', '    go()']),
        }),
    });
    open('/code?view=duplicates');
    expect(
      await screen.findByText(/1 group of copies; with one of each there would be 3 lines less/),
    ).toBeVisible();
    expect(screen.getByText(/2 places in 2 files of shop, 3 lines could go/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Compare read_rows ≈ read_lines' }));
    const right = await screen.findByRole('region', { name: 'Source of b.py:8' });
    expect(right).toHaveTextContent('read_lines');
    expect(right.querySelectorAll('[data-mark=different]')).toHaveLength(1);
    expect(screen.getByText('1 line differs and is marked.')).toBeVisible();
  });

  it('are said to be none where there are none', async () => {
    serve({
      'GET /api/v1/code/duplicates': () =>
        json({ items: [], next_cursor: null, total: 0, total_redundant_lines: 0 }),
    });
    open('/code?view=duplicates');
    expect(await screen.findByRole('heading', { name: 'Nothing was copied' })).toBeVisible();
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SourceExcerpt } from '../../../api/types';
import { marksOf } from '../../../patterns/SourceView';
import { pattern } from '../../../test/records';
import { open } from '../../../test/render';
import { json, serve } from '../../../test/server';

const id = pattern().pattern_id;
const path = `/api/v1/patterns/${id}`;

const occurrence = {
  repository: 'shop',
  file: 'a.py',
  start_line: 3,
  end_line: 9,
  qualified_name: 'Orders.run',
  rule: 'retry',
  confidence: 0.87,
  pattern_id: id,
  language: 'python',
  quality: { score: null, completeness: 0, components: {} },
  metrics: { cyclomatic: 4 },
  evidence: [{ signal: 'bounded loop around a try', start_line: 4, end_line: 8 }],
};

const excerpt = (changes: Partial<SourceExcerpt> = {}): SourceExcerpt => ({
  state: 'current',
  reason: null,
  repository: 'shop',
  file: 'a.py',
  language: 'python',
  start_line: 3,
  end_line: 9,
  first_line: 1,
  lines: ['import time', '', 'def run():', '    for i in range(3):', '        go()'],
  truncated: false,
  evidence: occurrence.evidence,
  ...changes,
});

function serveOccurrences(source: SourceExcerpt = excerpt()) {
  let isWrong = false;
  return serve({
    [`GET ${path}`]: () => json(pattern(), 200, { ETag: '"3"' }),
    [`GET ${path}/occurrences`]: () => json({ items: isWrong ? [] : [occurrence] }),
    [`GET ${path}/occurrences/source`]: () => json(source),
    [`GET ${path}/wrong`]: () =>
      json({
        items: isWrong
          ? [{ ...occurrence, actor: 'dashboard', reason: 'a poll', at: '2026-01-03T03:04:05Z' }]
          : [],
        rules: isWrong
          ? [{ rule: 'retry', places: 1, wrong: 1, trust: 0.9, explanation: 'It counts ×0.9.' }]
          : [],
      }),
    [`POST ${path}/wrong`]: () => {
      isWrong = true;
      return json({ marked: 1, judgement: null });
    },
    [`DELETE ${path}/wrong`]: () => {
      isWrong = false;
      return json({ restored: 1, judgement: null });
    },
  });
}

describe('the places of a pattern', () => {
  it('show the source of the first at once, and why it is one', async () => {
    const asked = serveOccurrences();
    open(`/catalogue/${id}?section=occurrences`);
    expect(await screen.findByText('Orders.run')).toBeVisible();
    expect(screen.getByText('retry, 87 % sure')).toBeVisible();
    const source = await screen.findByRole('region', { name: 'Source of Orders.run' });
    expect(source).toHaveTextContent('for i in range(3)');
    expect(source.querySelectorAll('[data-mark=proof]')).toHaveLength(1);
    expect(screen.getByText(/bounded loop around a try/)).toHaveTextContent('lines 4 to 8');
    const { searchParams } = new URL(asked.find(({ url }) => url.includes('/source'))?.url ?? '');
    expect(searchParams.get('start_line')).toBe('3');
  });

  it('say why a source cannot be shown', async () => {
    serveOccurrences(excerpt({ state: 'changed', reason: 'a.py has changed', lines: [] }));
    open(`/catalogue/${id}?section=occurrences`);
    expect(await screen.findByText('a.py has changed')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Source of Orders.run' })).toBeNull();
  });

  it('are marked as wrong with a reason, and put back', async () => {
    const asked = serveOccurrences();
    open(`/catalogue/${id}?section=occurrences`);
    await userEvent.click(await screen.findByRole('button', { name: 'This is wrong: Orders.run' }));
    await userEvent.type(await screen.findByLabelText('What is it instead?'), 'a poll');
    await userEvent.click(screen.getByRole('button', { name: 'Mark as wrong' }));
    expect(await screen.findByText(/Orders.run is marked as wrong/)).toBeVisible();
    expect(await asked.find(({ method }) => method === 'POST')?.json()).toEqual({
      repository: 'shop',
      file: 'a.py',
      qualified_name: 'Orders.run',
      reason: 'a poll',
    });
    await userEvent.click(await screen.findByText('1 place marked as wrong'));
    expect(screen.getByText('It counts ×0.9.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByText('1 place marked as wrong')).toBeNull());
    const undone = new URL(asked.find(({ method }) => method === 'DELETE')?.url ?? '');
    expect(Object.fromEntries(undone.searchParams)).toEqual({
      repository: 'shop',
      file: 'a.py',
      qualified_name: 'Orders.run',
    });
  });
});

describe('a pattern that is wrong altogether', () => {
  it('is marked and unmarked as a whole', async () => {
    const asked = serveOccurrences();
    open(`/catalogue/${id}`);
    const name = `This is wrong: ${pattern().name}`;
    await userEvent.click(await screen.findByRole('button', { name }));
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as wrong' }));
    expect(await screen.findByText('All its places are marked as wrong.')).toBeVisible();
    expect(await asked.find(({ method }) => method === 'POST')?.json()).toEqual({
      repository: null,
      file: null,
      qualified_name: null,
      reason: null,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(screen.queryByText('All its places are marked as wrong.')).toBeNull(),
    );
    expect(new URL(asked.find(({ method }) => method === 'DELETE')?.url ?? '').search).toBe('');
  });
});

describe('the marks of a source', () => {
  it('are cut to what is shown, and a proof of everything marks no line', () => {
    const evidence = [
      { signal: 'all of it', start_line: 3, end_line: 9 },
      { signal: 'a line', start_line: 4, end_line: 4 },
      { signal: 'far below', start_line: 80, end_line: 81 },
    ];
    expect(marksOf(excerpt({ evidence }))).toEqual([
      { from: 2, to: 4, tone: 'subject' },
      { from: 3, to: 3, tone: 'proof' },
    ]);
  });
});

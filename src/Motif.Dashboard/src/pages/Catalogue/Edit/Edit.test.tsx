import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { pattern } from '../../../test/records';
import { open } from '../../../test/render';
import { json, serve } from '../../../test/server';
import { fieldsOf, patchOf, typeName } from './fields';

describe('a new pattern', () => {
  it('is sent as it was written, its steps by lines', async () => {
    const asked = serve({ 'POST /api/v1/patterns': () => json(pattern({ pattern_id: 'n' }), 201) });
    const router = open('/catalogue/new');
    await userEvent.type(await screen.findByLabelText(/Name/), 'Backfill in batches');
    await userEvent.type(screen.getByLabelText(/Type/), 'Data migration');
    expect(screen.getByText('Is kept as data_migration')).toBeVisible();
    await userEvent.type(screen.getByLabelText(/Steps/), 'add the column\nfill it');
    await userEvent.click(screen.getByRole('button', { name: 'Add the pattern' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/catalogue/n'));
    expect(await asked.find(({ method }) => method === 'POST')?.json()).toEqual({
      kind: 'success',
      pattern_type: 'data_migration',
      name: 'Backfill in batches',
      description: '',
      tags: [],
      body: { steps: ['add the column', 'fill it'] },
    });
  });

  it('that is refused as a copy can be insisted on', async () => {
    const asked = serve({
      'POST /api/v1/patterns': (request) =>
        new URL(request.url).searchParams.get('allow_duplicate') === 'true'
          ? json(pattern({ pattern_id: 'n' }), 201)
          : json({ title: 'Conflict', detail: '“Backfill” says the same' }, 409),
    });
    open('/catalogue/new');
    await userEvent.type(await screen.findByLabelText(/Name/), 'Backfill');
    await userEvent.type(screen.getByLabelText(/Type/), 'a');
    await userEvent.click(screen.getByRole('button', { name: 'Add the pattern' }));
    expect(await screen.findByText('“Backfill” says the same')).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Add the pattern' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2));
  });
});

describe('the words of a pattern', () => {
  it('name a type as the server keeps it', () => {
    expect(typeName('  API optimization (v2) ')).toBe('api_optimization_v2');
  });

  it('keep what else its body holds when the steps change', () => {
    const before = pattern({ body: { steps: ['a'], cost: 3 } });
    expect(patchOf(before, { ...fieldsOf(before), steps: 'a\n\n b ' })).toEqual({
      body: { steps: ['a', 'b'], cost: 3 },
    });
  });

  it('that nobody changed are no change', () => {
    expect(patchOf(pattern(), { ...fieldsOf(pattern()), note: 'why' })).toBeNull();
  });
});

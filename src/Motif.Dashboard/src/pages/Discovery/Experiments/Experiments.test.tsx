import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Experiment, ExperimentResult } from '../../../api/types';
import { open } from '../../../test/render';
import { json, serve } from '../../../test/server';

const base = '/api/v1/discovery/experiments';

const experiment: Experiment = {
  experiment_id: 'e1',
  state: 'running',
  version: 2,
  setup: {
    name: 'questions in titles',
    arms: [{ name: 'plain' }, { name: 'question' }],
    metrics: [{ name: 'clicked', kind: 'proportion' }],
  },
  salt: 's',
  created_at: '2026-01-01T00:00:00Z',
  started_at: '2026-01-02T00:00:00Z',
  stopped_at: null,
  starts_on: null,
  result: null,
  history: [{ act: 'started', actor: 'ada', at: '2026-01-02T00:00:00Z', detail: null }],
};

const arms = (plain: number, question: number) => [
  { arm: 'plain', units: plain, expected: 1000 },
  { arm: 'question', units: question, expected: 1000 },
];

const result: ExperimentResult = {
  as_of: '2026-01-10T00:00:00Z',
  units: 1850,
  left_out: 3,
  ratio_check: {
    state: 'alarm',
    arms: arms(1000, 850),
    chi_squared: 22.5,
    p: 0.00001,
    sequential_p: 0.0002,
    deviation: 0.15,
    causes: [
      {
        attribute: 'os',
        value: 'android',
        arms: arms(500, 350),
        chi_squared: 45,
        p: 0.00001,
        p_without: 0.8,
      },
    ],
  },
  decisions: [
    {
      metric: 'clicked',
      arm: 'question',
      control_value: 0.05,
      arm_value: 0.06,
      difference: 0.01,
      lift: 0.2,
      interval: { low: -0.004, high: 0.024 },
      level: 0.05,
      p: 0.21,
      adjusted_p: 0.21,
      verdict: 'withheld',
      decided_on: null,
      observations: 1850,
      earlier_data: null,
      days: [],
    },
  ],
  guardrails: [],
  remarks: ['Verdicts are withheld.'],
};

describe('the experiments', () => {
  it('are listed with their arms', async () => {
    serve({ [`GET ${base}`]: () => json({ items: [experiment] }) });
    open('/discovery?view=experiments');
    expect(await screen.findByRole('link', { name: 'questions in titles' })).toBeVisible();
    expect(screen.getByText('plain, question')).toBeVisible();
  });

  it('show their counts first, and where these are off', async () => {
    serve({
      [`GET ${base}/e1`]: () => json(experiment),
      [`GET ${base}/e1/result`]: () => json(result),
    });
    open('/discovery/experiments/e1');
    const counts = await screen.findByRole('region', { name: 'Can the counts be trusted?' });
    expect(within(counts).getByText('Alarm')).toBeVisible();
    expect(within(counts).getByText(/os = android/)).toBeVisible();
    expect(within(counts).getByText('−65.0 %', { exact: false })).toBeVisible();
    const decides = screen.getByRole('region', { name: 'What decides' });
    expect(within(decides).getByText('withheld')).toBeVisible();
    expect(within(decides).getByText('+20.0 %')).toBeVisible();
  });

  it('that are drafts have no result and say how they are started', async () => {
    const asked = serve({
      [`GET ${base}/e1`]: () => json({ ...experiment, state: 'draft', started_at: null }),
    });
    open('/discovery/experiments/e1');
    expect(await screen.findByText('motif experiment start e1')).toBeVisible();
    expect(asked.some(({ url }) => url.endsWith('/result'))).toBe(false);
  });

  it('are planned, and what cannot be decided is said beforehand', async () => {
    const asked = serve({
      [`GET ${base}`]: () => json({ items: [] }),
      [`POST ${base}/plan`]: () =>
        json({
          can_be_decided: false,
          reason: 'cannot be decided: a lift of 10.0 % needs 412 days, 90 are there',
          units: 20600,
          days: 412,
          smallest_lift: 0.21,
        }),
    });
    open('/discovery?view=experiments');
    await userEvent.type(await screen.findByLabelText('Usual share, %'), '5');
    await userEvent.type(screen.getByLabelText('Units a day'), '50');
    await userEvent.click(screen.getByRole('button', { name: 'Plan' }));
    expect(
      await screen.findByText('Cannot be decided: a lift of 10.0 % needs 412 days, 90 are there.'),
    ).toBeVisible();
    const sent: unknown = await asked.find(({ method }) => method === 'POST')?.json();
    expect(sent).toEqual({ kind: 'proportion', baseline: 0.05, lift: 0.1, units_a_day: 50 });
  });
});

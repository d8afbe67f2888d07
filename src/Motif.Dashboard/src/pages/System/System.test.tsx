import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SystemStatus } from '../../api/types';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';

const status: SystemStatus = {
  version: '0.1.0',
  runtime: '.NET 10.0.1',
  operating_system: 'Linux',
  started_at: '2026-01-03T03:04:05Z',
  database: {
    system: 'sqlite 3.40.1',
    location: 'motif.db',
    schema_version: 2,
    program_version: 3,
    applied: [{ version: 2, name: 'code', at: '2026-01-03T03:04:05Z' }],
    pending: ['0003_vectors'],
    size_bytes: 2048,
  },
  languages: ['csharp'],
  dashboard_built: true,
  api_key_required: false,
  vectors: {
    index: 'qdrant',
    space: 'api.example.org/model@8+t2',
    building: null,
    building_share: null,
    vectors: 1234,
    pending: 3,
    lag_seconds: 61.4,
    dead_letters: 0,
    index_circuit: 'open',
    embedding_circuit: 'closed',
    last_drift: null,
    remark: null,
    embedding_failure: null,
    index_failure: 'qdrant is left alone',
  },
  sentence_model: { state: 'absent', model: null, folder: '/opt/model', reason: 'none is there' },
  settings: { MOTIF_URLS: 'http://127.0.0.1:5080', MOTIF_CORS_ORIGINS: '' },
};

describe('the system page', () => {
  it('shows version, database and settings', async () => {
    serve({
      'GET /api/v1/system': () => json(status),
      'GET /health/ready': () => json({ ready: true, checks: [], vectors: null }),
    });
    open('/system');
    expect(await screen.findByText('sqlite 3.40.1')).toBeVisible();
    expect(screen.getByText('2.0 KiB')).toBeVisible();
    expect(screen.getByText('0003_vectors')).toBeVisible();
    expect(screen.getByText('http://127.0.0.1:5080')).toBeVisible();
    expect(screen.getByText('absent: none is there')).toBeVisible();
    expect(screen.getByText('1,234')).toBeVisible();
    expect(screen.getByText('3 changes, the oldest for 61 s')).toBeVisible();
    expect(screen.getByText('qdrant is left alone')).toBeVisible();
  });

  it('reads why a server is not ready out of its 503', async () => {
    serve({
      'GET /api/v1/system': () => json(status),
      'GET /health/ready': () =>
        json(
          {
            ready: false,
            checks: [
              {
                name: 'database',
                healthy: false,
                reason: 'sqlite does not answer',
                required: true,
              },
            ],
            vectors: null,
          },
          503,
        ),
    });
    open('/system');
    expect(await screen.findByText('not ready')).toBeVisible();
    expect(screen.getByText('sqlite does not answer')).toBeVisible();
  });
});

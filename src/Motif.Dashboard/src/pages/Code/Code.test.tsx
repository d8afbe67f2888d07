import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { scanRoots } from '../../api/system';
import { pattern } from '../../test/records';
import { open } from '../../test/render';
import { json, serve } from '../../test/server';
import { cells, mostKnown, placesOf, worst } from './places';
import type { CodeScan } from '../../api/types';

const scan = (changes: Partial<CodeScan> = {}): CodeScan => ({
  scan_id: 's1',
  repository: 'shop',
  root: '/srv/shop',
  state: 'finished',
  started_at: '2026-01-03T03:04:05Z',
  finished_at: '2026-01-03T03:04:09Z',
  files: 12,
  files_failed: 0,
  lines: 3400,
  units: 90,
  occurrences: 30,
  patterns: 7,
  added: 5,
  changed: 1,
  retired: 1,
  writes: 42,
  errors: [],
  changes: null,
  ...changes,
});

const system = {
  database: { system: 'sqlite 3.53', location: '/srv/motif.db' },
  settings: { MOTIF_CODE_ROOTS: '/srv/shop:/srv/tools' },
};
const unmeasured = pattern({
  pattern_id: 'u',
  quality: { score: null, completeness: 0, components: {}, profile: null },
});

describe('the code page', () => {
  it('leads to a scan where none was made', async () => {
    serve({
      'GET /api/v1/patterns': () => json({ items: [], next_cursor: null }),
      'GET /api/v1/system': () => json(system),
    });
    open('/code');
    expect(
      await screen.findByText('motif code scan /srv/shop --database /srv/motif.db'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'start a scan here' })).toHaveAttribute(
      'href',
      '/code?view=scans',
    );
  });

  it('reads page after page for its table', async () => {
    serve({
      'GET /api/v1/patterns': (request) => {
        const isFirst = !new URL(request.url).searchParams.has('cursor');
        return json({
          items: [pattern({ pattern_id: isFirst ? '1' : '2' })],
          next_cursor: isFirst ? 'n' : null,
        });
      },
    });
    open('/code');
    expect(await screen.findByText(/2 patterns by places and quality/)).toBeVisible();
  });

  it('starts a scan inside the roots', async () => {
    const asked = serve({
      'GET /api/v1/system': () => json(system),
      'GET /api/v1/code/scans': () => json({ items: [] }),
      'POST /api/v1/code/scans': () => json(scan(), 202),
    });
    open('/code?view=scans');
    const path = await screen.findByLabelText(/Folder or file/, { selector: 'input' });
    expect(path).toHaveValue('/srv/shop');
    await userEvent.type(screen.getByLabelText('Repository'), 'shop');
    await userEvent.click(screen.getByRole('button', { name: 'Scan' }));
    await waitFor(() => expect(asked.some((request) => request.method === 'POST')).toBe(true));
    const post = asked.find((request) => request.method === 'POST');
    expect(await post?.json()).toEqual({ paths: ['/srv/shop'], repository: 'shop' });
  });

  it('says how to get roots where there are none', async () => {
    serve({
      'GET /api/v1/system': () => json({ ...system, settings: { MOTIF_CODE_ROOTS: '' } }),
      'GET /api/v1/code/scans': () => json({ items: [] }),
    });
    open('/code?view=scans');
    expect(await screen.findByText('This server may not read any folder')).toBeVisible();
    expect(screen.getByText('motif code scan FOLDER --database /srv/motif.db')).toBeVisible();
  });

  it('follows a running scan to its end', async () => {
    let ended = false;
    const running = scan({ state: 'running', finished_at: null });
    const event = (id: number, data: unknown) =>
      `event: x\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
    serve({
      'GET /api/v1/system': () => json(system),
      'GET /api/v1/code/scans': () => json({ items: [ended ? scan() : running] }),
      'GET /api/v1/code/scans/s1/events': () => {
        const stream = new ReadableStream<Uint8Array>({
          start(controller) {
            const send = (text: string) => controller.enqueue(new TextEncoder().encode(text));
            const progress = { step: 'reading', done: 3, total: 12 };
            send(event(1, { event_id: 1, scan: running, progress }));
            setTimeout(() => {
              ended = true;
              send(event(2, { event_id: 2, scan: scan(), progress: null }));
              controller.close();
            }, 150);
          },
        });
        return new Response(stream);
      },
    });
    open('/code?view=scans');
    expect(await screen.findByText('reading 3 of 12 files')).toBeVisible();
    expect(await screen.findByText(/7 patterns at 30 places, 5 new/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('says which patterns got better, and nothing of what did not happen', async () => {
    const none = { total: 0, patterns: [] };
    const changes = {
      since: 's0',
      files: 0,
      lines: 12,
      units: 1,
      occurrences: 0,
      patterns: 0,
      added: none,
      retired: none,
      worsened: none,
      improved: {
        total: 3,
        patterns: [{ pattern_id: 'p', name: 'Retry', quality_before: 0.61, quality: 0.742 }],
      },
      taken_over: [],
    };
    serve({
      'GET /api/v1/system': () => json(system),
      'GET /api/v1/code/scans': () => json({ items: [scan({ changes })] }),
    });
    open('/code?view=scans');
    await userEvent.click(await screen.findByText('Since the scan before: 3 better'));
    const better = screen.getByRole('region', { name: 'Better' });
    expect(better).toHaveTextContent('Retry 0.610 before, 0.742 now');
    expect(better).toHaveTextContent('and 2 others');
    expect(screen.queryByRole('region', { name: 'Worse' })).toBeNull();
  });

  it('names the files that could not be read', async () => {
    const errors = [{ file: 'bad.py', line: 3, message: 'unexpected indent' }];
    serve({
      'GET /api/v1/system': () => json(system),
      'GET /api/v1/code/scans': () => json({ items: [scan({ files_failed: 1, errors })] }),
    });
    open('/code?view=scans');
    await userEvent.click(await screen.findByText('1 file could not be read'));
    expect(screen.getByText('bad.py:3: unexpected indent')).toBeVisible();
  });
});

const scored = (pattern_id: string, score: number | null, places: number) =>
  pattern({
    pattern_id,
    name: `Pattern ${pattern_id}`,
    quality: { ...pattern().quality, score },
    body: { occurrence_count: places },
  });

describe('the table of quality and spread', () => {
  it('counts every pattern once, and has no column of unmeasured ones where there are none', () => {
    const rows = cells([scored('a', 0.2, 40), scored('b', 0.9, 1), scored('c', 0.65, 4)]);
    expect(rows[0]?.map(({ band }) => band.name)).toEqual(['poor', 'fair', 'good', 'excellent']);
    expect(rows.flat().flatMap((cell) => cell.patterns)).toHaveLength(3);
    expect(cells([unmeasured])[4]?.[0]?.patterns).toEqual([unmeasured]);
  });

  it('looks first at poor code that is widespread, not at poor code that is rare', () => {
    const rows = cells([scored('rare', 0.1, 2), scored('wide', 0.5, 12), scored('good', 0.9, 90)]);
    expect(worst(rows)?.patterns.map(({ pattern_id }) => pattern_id)).toEqual(['wide']);
  });

  it('opens the patterns behind a number', async () => {
    serve({
      'GET /api/v1/patterns': () =>
        json({ items: [scored('a', 0.2, 40), scored('b', 0.9, 7)], next_cursor: null }),
    });
    open('/code');
    expect(await screen.findByRole('link', { name: 'Pattern a' })).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: '1 pattern, excellent, 6 to 10 places' }),
    );
    expect(screen.getByRole('link', { name: 'Pattern b' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Pattern a' })).toBeNull();
  });
});

describe('the pattern known best', () => {
  const placed = (pattern_id: string, places: number, uses: number) =>
    pattern({
      pattern_id,
      body: { occurrence_count: places },
      usage: { ...pattern().usage, uses },
    });

  it('is the one used most, and before any use the one in most places', () => {
    expect(mostKnown([placed('a', 2, 0), placed('b', 9, 0)])?.pattern_id).toBe('b');
    expect(mostKnown([placed('a', 2, 1), placed('b', 9, 0)])?.pattern_id).toBe('a');
    expect(mostKnown([])).toBeUndefined();
  });
});

describe('the places of a pattern', () => {
  it('are what its body counts', () => {
    expect(placesOf(pattern({ body: { occurrence_count: 23 } }))).toBe(23);
    expect(placesOf(pattern({ body: {} }))).toBe(0);
  });
});

describe('the code roots', () => {
  it.each([
    ['/a:/b', ['/a', '/b']],
    ['C:\\a;D:\\b', ['C:\\a', 'D:\\b']],
    ['C:\\a', ['C:\\a']],
    ['', []],
  ])('of %s', (setting, roots) => {
    expect(scanRoots({ MOTIF_CODE_ROOTS: setting })).toEqual(roots);
  });
});

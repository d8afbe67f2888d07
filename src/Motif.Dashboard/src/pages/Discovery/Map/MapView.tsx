import { Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMapColumns, useMapSelection, useMapSheet } from '../../../api/map';
import { ProblemError } from '../../../api/problem';
import type { MapSheet } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { count, plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { Loading } from '../../../states/Loading';
import { ItemTitle } from '../ItemTitle';
import { NothingYet } from '../NothingYet';
import { lassoText, cameraText, readMap } from './address';
import { CorpusMap } from './CorpusMap';
import { MapTable } from './MapTable';
import classes from './Map.module.css';
import { passing, readPoints, type Points } from './points';

/** Members of a selection whose texts are asked for. */
const shownSelected = 20;

/** The corpus as a map: near items lie near to each other, and names stand where their neighbourhood lies. */
export function MapView() {
  const sheet = useMapSheet();
  if (sheet.error instanceof ProblemError && sheet.error.status === 422) return <NothingYet />;
  return (
    <Answer query={sheet} loading={<Loading rows={1} height={480} />}>
      {(read) => (read.points === 0 ? <NothingYet /> : <WithPoints sheet={read} />)}
    </Answer>
  );
}

function WithPoints({ sheet }: { sheet: MapSheet }) {
  const columns = useMapColumns(sheet.version);
  return (
    <Answer query={columns} loading={<Loading rows={1} height={480} />}>
      {(bytes) => <Explored key={sheet.version} sheet={sheet} bytes={bytes} />}
    </Answer>
  );
}

const bands = [
  { value: 'all', label: 'all' },
  { value: '1', label: 'above the usual', min: '1' },
  { value: '2', label: 'twice and more', min: '2' },
  { value: 'below', label: 'below the usual', max: '1' },
] as const;

function Explored({ sheet, bytes }: { sheet: MapSheet; bytes: ArrayBuffer }) {
  const [address, setAddress] = useSearchParams();
  const state = readMap(address);
  const points = useMemo(() => readPoints(bytes, sheet.points), [bytes, sheet.points]);
  const { cluster, minRatio, maxRatio } = state.filter;
  const passes = useMemo(
    () => passing(points, sheet, { cluster, minRatio, maxRatio }),
    [points, sheet, cluster, minRatio, maxRatio],
  );
  const selection = useMapSelection(sheet.version, state.polygon, state.filter);
  const chosen = useMemo(() => marks(points, selection.data?.points), [points, selection.data]);
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setAddress(
      (before) => {
        for (const [name, value] of Object.entries(changes))
          if (value === null) before.delete(name);
          else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const band =
    bands.find(
      (one) =>
        ('min' in one ? Number(one.min) : null) === minRatio &&
        ('max' in one ? Number(one.max) : null) === maxRatio,
    )?.value ?? 'all';
  return (
    <Stack gap="lg">
      <Panel
        title="Where do the items lie?"
        note={`${plural(sheet.points, 'item')}; near ones are about the same. Drag to move, wheel or + and − to zoom, arrow keys to move, 0 for everything.`}
      >
        <Group align="flex-end" mb="md">
          <div>
            <Text size="sm" fw={500} id="map-colour">
              Colour
            </Text>
            <SegmentedControl
              aria-labelledby="map-colour"
              data={[
                { value: 'neighbourhood', label: 'Neighbourhood' },
                { value: 'performance', label: 'Performance' },
              ]}
              value={state.colouring}
              onChange={(colour) => set({ colour })}
            />
          </div>
          <Select
            label="Only"
            placeholder="every neighbourhood"
            clearable
            searchable
            value={cluster}
            data={sheet.labels
              .filter(({ level }) => level !== 'micro')
              .map(({ cluster_id, label, level }) => ({
                value: cluster_id,
                label: `${label} (${level})`,
              }))}
            onChange={(value) => set({ cluster: value })}
            style={{ flex: '1 1 200px', maxWidth: 340 }}
          />
          <Select
            label="That did"
            allowDeselect={false}
            value={band}
            data={bands.map(({ value, label }) => ({ value, label }))}
            onChange={(value) => {
              const wanted = bands.find((one) => one.value === value);
              set({
                min: wanted !== undefined && 'min' in wanted ? wanted.min : null,
                max: wanted !== undefined && 'max' in wanted ? wanted.max : null,
              });
            }}
          />
        </Group>
        <CorpusMap
          sheet={sheet}
          points={points}
          passes={passes}
          chosen={chosen}
          state={state}
          onMove={(camera) => set({ at: cameraText(camera) })}
          onLasso={(polygon) => set({ lasso: polygon === null ? null : lassoText(polygon) })}
          fallback={<MapTable sheet={sheet} />}
        />
      </Panel>
      {state.polygon !== null && (
        <Panel
          title="Selected"
          note={
            selection.data === undefined
              ? 'asking …'
              : `${plural(selection.data.count, 'item')} inside that pass the filter`
          }
          aside={
            <Button variant="default" size="compact-sm" onClick={() => set({ lasso: null })}>
              Clear
            </Button>
          }
        >
          <Answer query={selection}>
            {({ item_ids: ids }) => (
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
                {ids.slice(0, shownSelected).map((id) => (
                  <div key={id}>
                    <ItemTitle id={id} />
                  </div>
                ))}
                {ids.length > shownSelected && (
                  <Text size="sm" c="dimmed">
                    and {count((selection.data?.count ?? 0) - shownSelected)} more
                  </Text>
                )}
              </SimpleGrid>
            )}
          </Answer>
        </Panel>
      )}
      <details className={classes.table}>
        <summary>The same as a table</summary>
        <MapTable sheet={sheet} />
      </details>
    </Stack>
  );
}

function marks(points: Points, chosen: readonly number[] | undefined): Uint8Array | null {
  if (chosen === undefined) return null;
  const marked = new Uint8Array(points.count);
  for (const point of chosen) marked[point] = 1;
  return marked;
}

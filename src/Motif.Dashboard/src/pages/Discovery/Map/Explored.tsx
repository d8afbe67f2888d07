import { Group, Select, Stack } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useFinding } from '../../../api/discovery';
import { useMapPlaces, useMapSelection } from '../../../api/map';
import type { MapAttribute, MapSheet } from '../../../api/types';
import { usePalette } from '../../../charts/palette';
import { Panel } from '../../../frame/Panel';
import { count, plural, words } from '../../../format/numbers';
import { ProblemNotice } from '../../../states/ProblemNotice';
import { cameraText, lassoText, performanceName, readMap, wishText } from './address';
import { paint } from './colours';
import { CorpusMap, type MapHandle } from './CorpusMap';
import { EvidenceKey } from './EvidenceKey';
import { LegendKey } from './LegendKey';
import classes from './Map.module.css';
import { MapTable } from './MapTable';
import type { Points } from './points';
import { Selected } from './Selected';
import { useShown } from './shown';
import { WishFields } from './WishFields';

const neighbourhood = 'neighbourhood';

interface ExploredProps {
  readonly sheet: MapSheet;
  readonly points: Points;
  readonly attributes: readonly MapAttribute[];
}

/** The map with its filters, its legend and what was selected; the address has all of it. */
export function Explored({ sheet, points, attributes }: ExploredProps) {
  const [address, setAddress] = useSearchParams();
  // A lasso and the end of a movement may be told before the page was drawn with the first of them.
  const latest = useRef(address);
  useEffect(() => {
    latest.current = address;
  }, [address]);
  const state = readMap(address);
  const map = useRef<MapHandle>(null);
  const palette = usePalette();
  const shown = useShown(sheet, points, attributes, state, palette);
  const selection = useMapSelection(
    sheet.version,
    shown.isNone || shown.isLoading ? null : state.polygon,
    shown.question,
  );
  const selected = state.polygon === null || shown.isNone ? undefined : selection.data?.points;
  const chosen = useMemo(() => marked(points, selected), [points, selected]);
  const { legend, passes } = shown;
  const colours = useMemo(
    () => paint(legend, palette, passes, chosen),
    [legend, palette, passes, chosen],
  );
  const { finding, places, marks } = useEvidence(sheet, state.finding);
  const set = (changes: Readonly<Record<string, string | readonly string[] | null>>) => {
    const next = new URLSearchParams(latest.current);
    for (const [name, value] of Object.entries(changes)) {
      next.delete(name);
      if (typeof value === 'string') next.set(name, value);
      else for (const one of value ?? []) next.append(name, one);
    }
    latest.current = next;
    setAddress(next, { replace: true });
  };
  return (
    <Stack gap="lg">
      <Panel
        title="Where do the items lie?"
        note={`${plural(sheet.points, 'item')}, ${
          shown.isNone ? 'none' : count(passed(shown.passes))
        } shown; near ones are about the same. Drag to move, wheel or + and − to zoom.`}
      >
        <Group align="flex-end" gap="md">
          <Select
            label="Colour by"
            allowDeselect={false}
            searchable
            value={
              attributes.some(({ name }) => name === state.colour) ? state.colour : neighbourhood
            }
            data={[
              { value: neighbourhood, label: 'Neighbourhood' },
              ...attributes.map(({ name }) => ({
                value: name,
                label: name === performanceName ? 'Performance' : words(name),
              })),
            ]}
            onChange={(name) => set({ colour: name === neighbourhood ? null : name, off: null })}
          />
          <Select
            label="Only the neighbourhood"
            placeholder="every neighbourhood"
            clearable
            searchable
            value={state.filter.cluster}
            data={sheet.labels
              .filter(({ level }) => level !== 'micro')
              .map(({ cluster_id, label, level }) => ({
                value: cluster_id,
                label: `${label} (${level})`,
              }))}
            onChange={(cluster) => set({ cluster })}
            style={{ flex: '1 1 200px', maxWidth: 340 }}
          />
        </Group>
        <WishFields
          attributes={attributes}
          wishes={state.wishes}
          onChange={(wishes) => set({ where: wishes.map(wishText) })}
        />
        {shown.error !== null && <ProblemNotice error={shown.error} />}
        <LegendKey
          legend={shown.legend}
          off={state.off}
          onChange={(off) => set({ off: off.size === 0 ? null : [...off].join(',') })}
        />
        <div className={classes.drawn}>
          <CorpusMap
            ref={map}
            sheet={sheet}
            points={points}
            passes={shown.passes}
            colours={colours}
            marks={marks}
            shown={shown.clusters}
            start={state.camera}
            polygon={state.polygon}
            onMove={(camera) => set({ at: cameraText(camera) })}
            onLasso={(polygon) => set({ lasso: polygon === null ? null : lassoText(polygon) })}
            fallback={<MapTable sheet={sheet} />}
          />
        </div>
      </Panel>
      {finding !== undefined && (
        <EvidenceKey
          finding={finding}
          places={places}
          onGo={(point) => map.current?.goTo(point)}
          onClear={() => set({ finding: null })}
        />
      )}
      {state.polygon !== null && (
        <Selected
          selection={selection}
          isNone={shown.isNone}
          onClear={() => set({ lasso: null })}
        />
      )}
      <details className={classes.table}>
        <summary>The same as a table</summary>
        <MapTable sheet={sheet} />
      </details>
    </Stack>
  );
}

/** The items that speak for a finding and against it, with their places. */
function useEvidence(sheet: MapSheet, id: string | null) {
  const { data: finding } = useFinding(id ?? '');
  const ids = useMemo(
    () =>
      finding === undefined ? [] : [...new Set([...finding.examples, ...finding.counter_examples])],
    [finding],
  );
  const { data } = useMapPlaces(sheet.version, ids);
  const places = useMemo(
    () =>
      data === undefined
        ? null
        : new Map(
            ids.flatMap((item, i): [string, number][] => {
              const point = data.points[i];
              return point == null ? [] : [[item, point]];
            }),
          ),
    [ids, data],
  );
  const marks = useMemo(() => {
    const of = (items: readonly string[] | undefined, isBest: boolean) =>
      (items ?? []).flatMap((item) => {
        const point = places?.get(item);
        return point === undefined ? [] : [{ point, isBest }];
      });
    return [...of(finding?.examples, true), ...of(finding?.counter_examples, false)];
  }, [finding, places]);
  return { finding, places, marks };
}

const passed = (passes: Uint8Array): number => passes.reduce((sum, one) => sum + one, 0);

function marked(points: Points, chosen: readonly number[] | undefined): Uint8Array | null {
  if (chosen === undefined) return null;
  const marks = new Uint8Array(points.count);
  for (const point of chosen) marks[point] = 1;
  return marks;
}

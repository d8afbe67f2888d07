import { useMemo } from 'react';
import { useMapAttributeColumns, type SelectionFilter } from '../../../api/map';
import type { MapAttribute, MapSheet } from '../../../api/types';
import type { Palette } from '../../../charts/palette';
import { wishFilter, type MapState } from './address';
import { shownClusters } from './colours';
import { gate, readColumn, type Column } from './columns';
import { attributeLegend, legendFilter, legendGate, neighbourhoodLegend } from './legend';
import { mesosIn, passing, type Points } from './points';

const nothingOff: ReadonlySet<number> = new Set();

/** Which points pass, how the legend reads, and the same question for the server; loading while a column is on its way. */
export function useShown(
  sheet: MapSheet,
  points: Points,
  attributes: readonly MapAttribute[],
  state: MapState,
  palette: Palette,
) {
  const { colour, off: wanted, filter, wishes } = useStable(state);
  const asked = useMemo(() => {
    const names = new Set([
      ...(colour === null ? [] : [colour]),
      ...wishes.filter((wish) => wishFilter(wish) !== null).map(({ name }) => name),
    ]);
    return attributes.filter(({ name }) => names.has(name));
  }, [attributes, colour, wishes]);
  const { bytes, error, isPending } = useMapAttributeColumns(
    sheet.version,
    asked.map(({ name }) => name),
  );
  // Places of a legend that has not come yet are no places of the one that stands for it.
  const off = isPending ? nothingOff : wanted;
  const columns = useMemo(
    () =>
      new Map(
        asked.flatMap((attribute, i): [string, Column][] => {
          const data = bytes[i];
          return data === undefined
            ? []
            : [[attribute.name, readColumn(data, attribute, points.count)]];
        }),
      ),
    [asked, bytes, points],
  );
  const legend = useMemo(() => {
    const column = colour === null ? undefined : columns.get(colour);
    return column === undefined
      ? neighbourhoodLegend(points, sheet, palette)
      : attributeLegend(column, palette);
  }, [colour, columns, points, sheet, palette]);
  const passes = useMemo(() => {
    const gates = wishes.flatMap((wish) => {
      const [asks, column] = [wishFilter(wish), columns.get(wish.name)];
      return asks === null || column === undefined ? [] : [gate(column, asks)];
    });
    const hidden = legendGate(legend, off);
    return passing(points, sheet, filter, hidden === null ? gates : [...gates, hidden]);
  }, [points, sheet, filter, wishes, columns, legend, off]);
  const question = useMemo((): SelectionFilter => {
    const hidden = legendFilter(legend, off);
    const inside = mesosIn(sheet, filter.cluster);
    const clusters = legend.entries.flatMap(({ cluster }, place) =>
      cluster === undefined || off.has(place) || inside?.has(place) === false ? [] : [cluster],
    );
    const isByCluster = legend.name === null && off.size > 0;
    return {
      clusters: isByCluster ? clusters : filter.cluster === null ? [] : [filter.cluster],
      minRatio: filter.minRatio,
      maxRatio: filter.maxRatio,
      attributes: [
        ...wishes.flatMap((wish) => (columns.has(wish.name) ? (wishFilter(wish) ?? []) : [])),
        ...(hidden === null ? [] : [hidden]),
      ],
    };
  }, [legend, off, filter, wishes, columns, sheet]);
  return {
    legend,
    passes,
    question,
    /** Whether anything can be inside a selection. */
    isNone: !passes.includes(1),
    clusters: useMemo(() => shownClusters(sheet, points.cluster, passes), [sheet, points, passes]),
    error,
    isLoading: isPending,
  };
}

/** The address is read anew for every movement: what it says of colours and filters stays the same object meanwhile. */
function useStable({ colour, off, filter, wishes }: MapState) {
  const text = JSON.stringify([colour, [...off], filter, wishes]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the text is all of them
  return useMemo(() => ({ colour, off, filter, wishes }), [text]);
}

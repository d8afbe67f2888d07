import { useMemo } from 'react';
import { useMapPoint, type Polygon } from '../../../api/map';
import type { MapSheet } from '../../../api/types';
import { ItemTitle } from '../ItemTitle';
import type { MapState } from './address';
import { toScreen, type Camera, type Size } from './camera';
import { isFaded } from './colours';
import { placeLabels } from './labels';
import classes from './Map.module.css';
import { mesosIn } from './points';

interface SeenProps {
  readonly camera: Camera;
  readonly size: Size;
}

const letter = 7;

export function Names({
  sheet,
  state,
  camera,
  whole,
  size,
}: SeenProps & {
  readonly sheet: MapSheet;
  readonly state: MapState;
  readonly whole: Camera;
}) {
  const mesos = useMemo(() => mesosIn(sheet, state.filter.cluster), [sheet, state.filter.cluster]);
  return (
    <div aria-hidden="true">
      {placeLabels(sheet.labels, camera, whole, size, (text) => 12 + letter * text.length).map(
        ({ label, left, top, width }) => (
          <span
            key={label.cluster_id}
            className={classes.label}
            data-level={label.level}
            data-faded={isFaded(sheet, mesos, label.cluster_id)}
            style={{ left, top, width }}
          >
            {label.label}
          </span>
        ),
      )}
    </div>
  );
}

export const Outline = ({
  polygon,
  camera,
  size,
}: SeenProps & { readonly polygon: Polygon | null }) =>
  polygon === null ? null : (
    <svg className={classes.outline} aria-hidden="true">
      <polygon
        points={polygon.map(([x, y]) => toScreen(camera, size, x, y).join(',')).join(' ')}
        fillRule="evenodd"
      />
    </svg>
  );

const cardWidth = 260;

export function Card({
  point,
  at,
  camera,
  size,
}: SeenProps & { readonly point: number; readonly at: readonly [number, number] }) {
  const item = useMapPoint(point);
  const [x, y] = toScreen(camera, size, ...at);
  return (
    <div
      role="status"
      className={classes.card}
      style={{
        left: Math.max(4, Math.min(x + 14, size.width - cardWidth - 4)),
        top: Math.max(4, Math.min(y + 14, size.height - 90)),
        width: cardWidth,
      }}
    >
      {item.data === undefined ? '…' : <ItemTitle id={item.data.item_id} />}
    </div>
  );
}

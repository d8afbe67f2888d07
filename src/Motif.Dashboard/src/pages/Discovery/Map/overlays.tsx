import { useMapPoint, type Polygon } from '../../../api/map';
import type { MapSheet } from '../../../api/types';
import { ItemTitle } from '../ItemTitle';
import { toScreen, type Camera, type Size } from './camera';
import { placeLabels } from './labels';
import classes from './Map.module.css';
import type { Points } from './points';

interface SeenProps {
  readonly camera: Camera;
  readonly size: Size;
}

const padding = 12;
/** Where nothing can be measured, as in a page without a canvas. */
const letter = 7;
const font = "700 12px 'Inter Variable', system-ui, sans-serif";

let pen: CanvasRenderingContext2D | null | undefined;

/** As wide as the widest that a name is written. */
function widthOf(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return padding + letter * text.length;
  pen.font = font;
  return Math.ceil(padding + pen.measureText(text).width) + 2;
}

export function Names({
  sheet,
  shown,
  camera,
  whole,
  size,
}: SeenProps & {
  readonly sheet: MapSheet;
  readonly shown: ReadonlySet<string>;
  readonly whole: Camera;
}) {
  return (
    <div aria-hidden="true">
      {placeLabels(sheet.labels, camera, whole, size, widthOf).map(
        ({ label, left, top, width }) => (
          <span
            key={label.cluster_id}
            className={classes.label}
            data-level={label.level}
            data-faded={!shown.has(label.cluster_id)}
            style={{ left, top, width }}
          >
            {label.label}
          </span>
        ),
      )}
    </div>
  );
}

/** A point that is marked, as one that did well or badly. */
export interface Mark {
  readonly point: number;
  readonly isBest: boolean;
}

/** Up and down, so that it is not the colour alone that tells them apart. */
export const markShapes = { best: '0,-9 8,6 -8,6', worst: '0,9 8,-6 -8,-6' } as const;

export const Marks = ({
  marks,
  points,
  camera,
  size,
}: SeenProps & { readonly marks: readonly Mark[]; readonly points: Points }) =>
  marks.length === 0 ? null : (
    <svg className={classes.marks} aria-hidden="true">
      {marks.map(({ point, isBest }) => {
        const [x, y] = toScreen(camera, size, points.x[point] ?? 0, points.y[point] ?? 0);
        return (
          <polygon
            key={`${point} ${isBest}`}
            data-mark={isBest ? 'best' : 'worst'}
            points={isBest ? markShapes.best : markShapes.worst}
            transform={`translate(${x} ${y})`}
          />
        );
      })}
    </svg>
  );

/** Where the keyboard points; seen while the map has its focus. */
export const Crosshair = () => (
  <svg className={classes.crosshair} viewBox="-10 -10 20 20" aria-hidden="true">
    <path d="M-9 0h6M3 0h6M0-9v6M0 3v6" />
  </svg>
);

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

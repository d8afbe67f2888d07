import { Button, Group, Text } from '@mantine/core';
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { Polygon } from '../../../api/map';
import type { MapSheet } from '../../../api/types';
import { plural } from '../../../format/numbers';
import { fit, pan, pinch, toMap, zoom, type Camera, type Finger, type Size } from './camera';
import { useDrawing } from './drawing';
import { useSettled, useWheel, useWidth } from './gestures';
import { PointGrid } from './grid';
import { drafted, keyed, keyZoom } from './keys';
import classes from './Map.module.css';
import type { Points } from './points';
import { Card, Crosshair, Marks, Names, Outline, type Mark } from './overlays';

const mostHeight = 520;
const reach = 12;
/** How near a point that is asked for is shown. */
const near = 5;

/** What others may ask of the map. */
export interface MapHandle {
  readonly goTo: (point: number) => void;
}

interface CorpusMapProps {
  readonly ref?: Ref<MapHandle>;
  readonly sheet: MapSheet;
  readonly points: Points;
  readonly passes: Uint8Array;
  readonly colours: Uint8Array;
  readonly marks: readonly Mark[];
  /** Neighbourhoods whose names do not fade. */
  readonly shown: ReadonlySet<string>;
  readonly start: Camera | null;
  readonly polygon: Polygon | null;
  readonly onMove: (camera: Camera) => void;
  readonly onLasso: (polygon: Polygon | null) => void;
  /** Stands here where there is no WebGL. */
  readonly fallback: ReactNode;
}

/** Where a pointer is, in pixels from the corner of what a frame holds inside its border. */
function within(frame: Element, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = frame.getBoundingClientRect();
  return [clientX - box.left - frame.clientLeft, clientY - box.top - frame.clientTop] as const;
}

/** The drawing with everything that hands and keys do to it. */
export function CorpusMap(props: CorpusMapProps) {
  const { ref, sheet, points, passes, colours, marks, shown, start, onMove, onLasso } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const size = useMemo<Size>(
    () => ({ width: Math.max(width, 1), height: Math.min(mostHeight, Math.max(320, width)) }),
    [width],
  );
  const whole = useMemo(() => fit(sheet.bounds, size), [sheet.bounds, size]);
  const [moved, setMoved] = useState<Camera | null>(start);
  const camera = moved ?? whole;
  const { canvas, hasWebGl } = useDrawing(points, size, camera, whole, colours);
  const grid = useMemo(
    () => (sheet.bounds === null ? null : new PointGrid(points, sheet.bounds)),
    [points, sheet.bounds],
  );
  const [hovered, setHovered] = useState<number | null>(null);
  const [isLasso, setLasso] = useState(false);
  const [stroke, setStroke] = useState<Polygon | null>(null);
  const [draft, setDraft] = useState<Polygon | null>(null);
  /** What touches the map, by pointer. */
  const fingers = useRef(new Map<number, Finger>());
  const settle = useSettled(setMoved, onMove);
  /** Where the last movement led, which is drawn later: two fingers move within one frame. What is drawn never sets it back. */
  const latest = useRef(camera);
  useEffect(() => {
    if (moved === null) latest.current = whole;
  }, [moved, whole]);
  const moveTo = (next: Camera) => {
    latest.current = next;
    settle(next);
  };

  const place = (event: { clientX: number; clientY: number; currentTarget: Element }) =>
    within(event.currentTarget, event);
  const nearest = (x: number, y: number, within: number) =>
    grid?.nearest(x, y, within, passes) ?? null;

  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = place(event);
    if (isLasso || event.shiftKey) setStroke([toMap(camera, size, x, y)]);
    else fingers.current.set(event.pointerId, { x, y });
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const [x, y] = place(event);
    const before = fingers.current.get(event.pointerId);
    if (stroke !== null) setStroke([...stroke, toMap(camera, size, x, y)]);
    else if (before === undefined)
      setHovered(nearest(...toMap(camera, size, x, y), reach / camera.scale));
    else {
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      const now = { x, y };
      moveTo(
        other === undefined
          ? pan(latest.current, x - before.x, y - before.y)
          : pinch(latest.current, size, whole, [before, other], [now, other]),
      );
      fingers.current.set(event.pointerId, now);
    }
  };
  const release = (event: PointerEvent<HTMLDivElement>) => {
    fingers.current.delete(event.pointerId);
    if (stroke === null) return;
    if (stroke.length >= 3) onLasso(stroke);
    setStroke(null);
    setLasso(false);
  };
  const drop = (event: PointerEvent<HTMLDivElement>) => {
    fingers.current.delete(event.pointerId);
    setStroke(null);
  };
  const type = (event: KeyboardEvent<HTMLDivElement>) => {
    const lasso = drafted(event.key, draft, camera);
    if (lasso !== null) {
      event.preventDefault();
      setDraft(lasso.isClosed ? null : lasso.corners);
      if (lasso.isClosed) onLasso(lasso.corners);
      return;
    }
    const next = keyed(event.key, camera, size, whole);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
    setHovered(nearest(next.x, next.y, (4 * reach) / next.scale));
  };
  useWheel(frame, (event) => {
    if (frame.current === null) return;
    moveTo(zoom(camera, size, whole, Math.exp(-event.deltaY / 400), within(frame.current, event)));
  });
  const zoomBy = (factor: number) =>
    moveTo(zoom(camera, size, whole, factor, [size.width / 2, size.height / 2]));
  useImperativeHandle(ref, () => ({
    goTo(point) {
      const [x, y] = [points.x[point] ?? 0, points.y[point] ?? 0];
      moveTo({ x, y, scale: Math.max(camera.scale, near * whole.scale) });
      setHovered(point);
      frame.current?.scrollIntoView({ block: 'nearest' });
    },
  }));

  if (!hasWebGl)
    return (
      <>
        <Text mb="sm">This browser draws no map (it has no WebGL). The same as a table:</Text>
        {props.fallback}
      </>
    );
  return (
    <>
      <Group gap="xs" mb="xs">
        <Button
          size="compact-sm"
          variant={isLasso ? 'filled' : 'default'}
          aria-pressed={isLasso}
          onClick={() => setLasso(!isLasso)}
        >
          Lasso
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onLasso(corners(camera, size))}>
          Select what is visible
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => moveTo(whole)}>
          Show everything
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label="Nearer"
          onClick={() => zoomBy(keyZoom)}
        >
          +
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label="Farther"
          onClick={() => zoomBy(1 / keyZoom)}
        >
          −
        </Button>
      </Group>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is moved by pointer and keys */}
      <div
        ref={frame}
        className={classes.frame}
        style={{ height: size.height, cursor: isLasso ? 'crosshair' : 'grab' }}
        role="application"
        aria-label="Map of the corpus; arrow keys move it, plus and minus zoom, 0 shows everything; space sets a corner of a selection in the middle, enter closes it, escape drops it"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a map is moved by keys
        tabIndex={0}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={drop}
        onPointerLeave={() => setHovered(null)}
        onKeyDown={type}
      >
        <canvas ref={canvas} className={classes.canvas} aria-hidden="true" />
        <Names sheet={sheet} shown={shown} camera={camera} whole={whole} size={size} />
        <Marks marks={marks} points={points} camera={camera} size={size} />
        <Outline polygon={stroke ?? draft ?? props.polygon} camera={camera} size={size} />
        <Crosshair />
        {draft !== null && (
          <div role="status" className={classes.drafted}>
            {plural(draft.length, 'corner')}
            {draft.length >= 3 ? '; Enter selects' : ''}
          </div>
        )}
        {hovered !== null && (
          <Card
            key={hovered}
            point={hovered}
            at={[points.x[hovered] ?? 0, points.y[hovered] ?? 0]}
            camera={camera}
            size={size}
          />
        )}
      </div>
    </>
  );
}

const corners = (camera: Camera, size: Size): Polygon => {
  const [left, top] = toMap(camera, size, 0, 0);
  const [right, bottom] = toMap(camera, size, size.width, size.height);
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
};

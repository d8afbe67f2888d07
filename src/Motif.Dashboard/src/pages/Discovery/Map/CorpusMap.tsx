import { Button, Group, Text } from '@mantine/core';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { Polygon } from '../../../api/map';
import type { MapSheet } from '../../../api/types';
import { usePalette } from '../../../charts/palette';
import type { MapState } from './address';
import { fit, pan, toMap, zoom, type Camera, type Size } from './camera';
import { paint } from './colours';
import { useSettled, useWheel, useWidth } from './gestures';
import { PointGrid } from './grid';
import classes from './Map.module.css';
import type { Points } from './points';
import { Card, Names, Outline } from './overlays';
import { PointRenderer } from './renderer';

const mapHeight = 520;
const reach = 12;
const keyStep = 60;
const keyZoom = 1.4;

interface CorpusMapProps {
  readonly sheet: MapSheet;
  readonly points: Points;
  readonly passes: Uint8Array;
  readonly chosen: Uint8Array | null;
  readonly state: MapState;
  readonly onMove: (camera: Camera) => void;
  readonly onLasso: (polygon: Polygon | null) => void;
  /** Stands here where there is no WebGL. */
  readonly fallback: ReactNode;
}

/** The drawing with everything that hands and keys do to it. */
export function CorpusMap(props: CorpusMapProps) {
  const { sheet, points, passes, chosen, state, onMove, onLasso, fallback } = props;
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const size = useMemo<Size>(() => ({ width: Math.max(width, 1), height: mapHeight }), [width]);
  const whole = useMemo(() => fit(sheet.bounds, size), [sheet.bounds, size]);
  const [moved, setMoved] = useState<Camera | null>(state.camera);
  const camera = moved ?? whole;
  const { canvas, hasWebGl } = useDrawing(points, size, camera, () =>
    paint(points, palette, state.colouring, passes, chosen),
  );
  const grid = useMemo(
    () => (sheet.bounds === null ? null : new PointGrid(points, sheet.bounds)),
    [points, sheet.bounds],
  );
  const [hovered, setHovered] = useState<number | null>(null);
  const [isLasso, setLasso] = useState(false);
  const [stroke, setStroke] = useState<Polygon | null>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);

  const moveTo = useSettled(setMoved, onMove);
  const place = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  const look = (sx: number, sy: number) => {
    const [x, y] = toMap(camera, size, sx, sy);
    setHovered(grid?.nearest(x, y, reach / camera.scale, passes) ?? null);
  };

  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = place(event);
    if (isLasso || event.shiftKey) setStroke([toMap(camera, size, x, y)]);
    else drag.current = { x, y };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const [x, y] = place(event);
    if (stroke !== null) setStroke([...stroke, toMap(camera, size, x, y)]);
    else if (drag.current !== null) {
      moveTo(pan(camera, x - drag.current.x, y - drag.current.y));
      drag.current = { x, y };
    } else look(x, y);
  };
  const release = () => {
    drag.current = null;
    if (stroke === null) return;
    if (stroke.length >= 3) onLasso(stroke);
    setStroke(null);
    setLasso(false);
  };
  const type = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = keyed(event.key, camera, size, whole);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
    const [x, y] = [next.x, next.y];
    setHovered(grid?.nearest(x, y, (4 * reach) / next.scale, passes) ?? null);
  };
  useWheel(frame, (event) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    moveTo(
      zoom(camera, size, whole, Math.exp(-event.deltaY / 400), [
        event.clientX - box.left,
        event.clientY - box.top,
      ]),
    );
  });

  const visible = (): Polygon => {
    const [left, top] = toMap(camera, size, 0, 0);
    const [right, bottom] = toMap(camera, size, size.width, size.height);
    return [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
  };

  if (!hasWebGl)
    return (
      <>
        <Text mb="sm">This browser draws no map (it has no WebGL). The same as a table:</Text>
        {fallback}
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
        <Button size="compact-sm" variant="default" onClick={() => onLasso(visible())}>
          Select what is visible
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => moveTo(whole)}>
          Show everything
        </Button>
      </Group>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is moved by pointer and keys */}
      <div
        ref={frame}
        className={classes.frame}
        style={{ height: mapHeight, cursor: isLasso ? 'crosshair' : 'grab' }}
        role="application"
        aria-label="Map of the corpus; arrow keys move it, plus and minus zoom, 0 shows everything"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a map is moved by keys
        tabIndex={0}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerLeave={() => setHovered(null)}
        onKeyDown={type}
      >
        <canvas ref={canvas} className={classes.canvas} aria-hidden="true" />
        <Names sheet={sheet} state={state} camera={camera} whole={whole} size={size} />
        <Outline polygon={stroke ?? state.polygon} camera={camera} size={size} />
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

/** What a key makes of the view; null for a key that is none of the map's. */
function keyed(key: string, camera: Camera, size: Size, whole: Camera): Camera | null {
  const middle = [size.width / 2, size.height / 2] as const;
  switch (key) {
    case 'ArrowLeft':
      return pan(camera, keyStep, 0);
    case 'ArrowRight':
      return pan(camera, -keyStep, 0);
    case 'ArrowUp':
      return pan(camera, 0, keyStep);
    case 'ArrowDown':
      return pan(camera, 0, -keyStep);
    case '+':
    case '=':
      return zoom(camera, size, whole, keyZoom, middle);
    case '-':
      return zoom(camera, size, whole, 1 / keyZoom, middle);
    case '0':
      return whole;
    default:
      return null;
  }
}

function useDrawing(points: Points, size: Size, camera: Camera, colours: () => Uint8Array) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<PointRenderer | null>(null);
  const [hasWebGl, setWebGl] = useState(true);
  useEffect(() => {
    if (canvas.current === null) return;
    renderer.current = PointRenderer.on(canvas.current, points);
    if (renderer.current === null) setWebGl(false);
  }, [points]);
  useEffect(() => {
    if (canvas.current === null || renderer.current === null) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = size.width * ratio;
    canvas.current.height = size.height * ratio;
  }, [size]);
  useEffect(() => {
    const nearness = Math.sqrt(Math.max(1, camera.scale));
    renderer.current?.colour(colours());
    renderer.current?.draw(
      camera,
      size,
      Math.min(9, Math.max(2.5, nearness * (points.count > 20_000 ? 0.6 : 1.2))),
      window.devicePixelRatio,
    );
  });
  return { canvas, hasWebGl };
}

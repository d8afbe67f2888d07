import { useEffect, useRef, useState } from 'react';
import type { Camera, Size } from './camera';
import type { Points } from './points';
import { PointRenderer } from './renderer';

/** A point is as wide as leaves few and many points apart, and grows a little as one comes nearer. */
const pointSize = (count: number, nearness: number): number =>
  Math.min(12, Math.max(2, 60 / Math.cbrt(count + 1)) * Math.max(1, nearness) ** 0.35);

export function useDrawing(
  points: Points,
  size: Size,
  camera: Camera,
  whole: Camera,
  colours: Uint8Array,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<PointRenderer | null>(null);
  const painted = useRef<Uint8Array | null>(null);
  const [hasWebGl, setWebGl] = useState(true);
  useEffect(() => {
    if (canvas.current === null) return;
    renderer.current = PointRenderer.on(canvas.current, points);
    painted.current = null;
    if (renderer.current === null) setWebGl(false);
  }, [points]);
  useEffect(() => {
    if (canvas.current === null || renderer.current === null) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = size.width * ratio;
    canvas.current.height = size.height * ratio;
  }, [size]);
  useEffect(() => {
    if (painted.current !== colours) renderer.current?.colour(colours);
    painted.current = colours;
    renderer.current?.draw(
      camera,
      size,
      pointSize(points.count, camera.scale / whole.scale),
      window.devicePixelRatio,
    );
  });
  return { canvas, hasWebGl };
}

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Camera } from './camera';

const settleMilliseconds = 250;

/** Moves at once, and tells the address when the movement has come to rest. */
export function useSettled(setMoved: (camera: Camera) => void, onMove: (camera: Camera) => void) {
  const timer = useRef(0);
  const tell = useRef(onMove);
  useEffect(() => {
    tell.current = onMove;
  }, [onMove]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (camera: Camera) => {
      setMoved(camera);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => tell.current(camera), settleMilliseconds);
    },
    [setMoved],
  );
}

export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** React's own wheel listeners cannot keep the page from scrolling. */
export function useWheel(
  element: RefObject<HTMLElement | null>,
  onWheel: (event: WheelEvent) => void,
) {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event);
    };
    target.addEventListener('wheel', listen, { passive: false });
    return () => target.removeEventListener('wheel', listen);
  }, [element]);
}

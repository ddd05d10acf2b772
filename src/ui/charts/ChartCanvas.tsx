import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CanvasSurface } from './surface.ts';
import { type Box, type Point, panned, type Size, type Viewport, zoomed } from './viewport.ts';

/** What dragging does: move the picture, or draw a box or a line around what is to be selected. */
export type Tool = 'move' | 'box' | 'lasso';

interface Props {
  /** Said by screen readers on entering the picture. */
  label: string;
  describedBy: string;
  height: number;
  viewport: Viewport;
  /** The part of the canvas that zooms and moves; its upper left corner is the origin of the viewport. */
  frame: (size: Size) => Box;
  tool: Tool;
  paint: (surface: CanvasSurface) => void;
  /** Called once the size is known and whenever it changes. */
  onSize: (size: Size) => void;
  onViewport: (change: (viewport: Viewport, size: Size) => Viewport) => void;
  /** Positions on the canvas. */
  onHover: (at: Point | null) => void;
  onPick: (at: Point, add: boolean) => void;
  onSelect: (outline: readonly Point[], add: boolean) => void;
  onKey: (event: KeyboardEvent) => void;
  onFocus: (focused: boolean) => void;
  /** Outline being drawn, for `paint` to show. */
  onOutline: (outline: readonly Point[] | null) => void;
  cursor: string;
  children?: ComponentChildren;
}

/** A drag shorter than this is a click, in pixels. */
const CLICK_SLACK = 4;

/**
 * A canvas as wide as its place, sharp on every screen, with pointer, wheel, pinch and keyboard turned into
 * picking, moving, zooming and selecting. The wheel zooms while the picture has the focus or Ctrl is held; else
 * the page scrolls on.
 */
export function ChartCanvas(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () => {
      const width = Math.max(1, Math.floor(element.clientWidth));
      setSize((last) =>
        last?.width === width && last.height === props.height ? last : { width, height: props.height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [props.height]);

  useLayoutEffect(() => {
    if (size !== null) props.onSize(size);
  }, [size]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || size === null) return;
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio || 1;
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      const context = element.getContext('2d');
      if (context === null) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      props.paint(new CanvasSurface(context, size));
    });
    return () => cancelAnimationFrame(frame);
  }, [props.paint, size]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    return listenForGestures(element, latest);
  }, []);

  return (
    <div
      ref={place}
      class="chart"
      style={{
        height: `${props.height}px`,
        cursor: props.cursor,
        touchAction: props.viewport.scale > 1 ? 'none' : 'pan-y',
      }}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked with the arrow keys
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onKeyDown={(event) => props.onKey(event)}
      onFocus={() => props.onFocus(true)}
      onBlur={() => props.onFocus(false)}
    >
      <canvas ref={canvas} style={{ width: '100%', height: `${props.height}px` }} />
      {props.children}
    </div>
  );
}

function listenForGestures(element: HTMLElement, latest: { current: Props }): () => void {
  const fingers = new Map<number, Point>();
  let start: Point | null = null;
  let outline: Point[] = [];
  let moved = false;

  const at = (event: { clientX: number; clientY: number }): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const size = (): Size => ({ width: element.clientWidth, height: latest.current.height });
  const inFrame = (point: Point): Point => {
    const { left, top } = latest.current.frame(size());
    return { x: point.x - left, y: point.y - top };
  };
  const frameSize = (): Size => {
    const { left, top, right, bottom } = latest.current.frame(size());
    return { width: right - left, height: bottom - top };
  };
  const selecting = (event: PointerEvent) => latest.current.tool !== 'move' || event.shiftKey;

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest('button, a, input, select')) return;
    fingers.set(event.pointerId, at(event));
    element.setPointerCapture(event.pointerId);
    if (fingers.size > 1) return;
    start = at(event);
    outline = [start];
    moved = false;
  };
  const move = (event: PointerEvent) => {
    const point = at(event);
    const before = fingers.get(event.pointerId);
    if (before === undefined || start === null) {
      if (event.pointerType !== 'touch') latest.current.onHover(point);
      return;
    }
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
      const spread = (a: Point) => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
      const middle = inFrame({ x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
      const factor = spread(point) / spread(before);
      latest.current.onViewport((viewport) => zoomed(viewport, factor, middle, frameSize()));
      fingers.set(event.pointerId, point);
      moved = true;
      return;
    }
    if (!moved && Math.hypot(point.x - start.x, point.y - start.y) < CLICK_SLACK) return;
    moved = true;
    fingers.set(event.pointerId, point);
    latest.current.onHover(null);
    if (!selecting(event)) {
      latest.current.onViewport((viewport) =>
        panned(viewport, { x: point.x - before.x, y: point.y - before.y }, frameSize()),
      );
      return;
    }
    outline = latest.current.tool === 'lasso' ? [...outline, point] : boxOutline(start, point);
    latest.current.onOutline(outline);
  };
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return;
    const began = start;
    start = null;
    if (began === null) return;
    if (!moved) latest.current.onPick(at(event), event.shiftKey || event.ctrlKey || event.metaKey);
    else if (selecting(event) && outline.length > 2) {
      latest.current.onSelect(outline, event.ctrlKey || event.metaKey);
    }
    latest.current.onOutline(null);
  };
  const cancel = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) start = null;
    latest.current.onOutline(null);
  };
  const leave = () => latest.current.onHover(null);
  const wheel = (event: WheelEvent) => {
    const { viewport } = latest.current;
    const focused = document.activeElement === element;
    if (!event.ctrlKey && !event.metaKey && !focused) return;
    // Nothing left to zoom out of: the page may scroll.
    if (!event.ctrlKey && event.deltaY > 0 && viewport.scale <= 1) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
    const factor = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016));
    latest.current.onViewport((now) => zoomed(now, factor, inFrame(at(event)), frameSize()));
  };

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', cancel);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('wheel', wheel);
  };
}

function boxOutline(a: Point, b: Point): Point[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

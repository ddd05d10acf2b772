import type { Box, Point, Size } from './viewport.ts';

/** Draws outlines; positions in CSS pixels. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  circle(x: number, y: number, radius: number): void;
  close(): void;
}

export interface Style {
  fill?: string;
  stroke?: string;
  /** Width of the stroke, 1 when not given. */
  width?: number;
  dash?: readonly number[];
  /** 0 to 1, for the whole shape. */
  opacity?: number;
}

export interface TextStyle {
  colour: string;
  size?: number;
  bold?: boolean;
  align?: 'start' | 'middle' | 'end';
  /** Paper around the letters, so that lines behind do not cut them. */
  halo?: string;
  /** Degrees, clockwise around the text's point. */
  turn?: number;
}

/**
 * What pictures are drawn on: the canvas of the page, a bitmap to keep, or an SVG file. One drawing routine serves
 * all three, so that what is exported is what was seen.
 */
export interface Surface {
  readonly size: Size;
  shape(draw: (pen: Pen) => void, style: Style): void;
  text(words: string, at: Point, style: TextStyle): void;
  /** Width of a text in CSS pixels. */
  widthOf(words: string, style?: Pick<TextStyle, 'size' | 'bold'>): number;
  /** What `draw` draws is seen inside the box only. */
  within(box: Box, draw: () => void): void;
}

/** Size of text in pictures when none is given. */
const TEXT_SIZE = 12;
export const FONT = 'system-ui, sans-serif';

export class CanvasSurface implements Surface {
  private readonly context: CanvasRenderingContext2D;
  readonly size: Size;

  constructor(context: CanvasRenderingContext2D, size: Size) {
    this.context = context;
    this.size = size;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
  }

  shape(draw: (pen: Pen) => void, { fill, stroke, width = 1, dash = [], opacity = 1 }: Style): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.beginPath();
    draw({
      moveTo: (x, y) => context.moveTo(x, y),
      lineTo: (x, y) => context.lineTo(x, y),
      circle: (x, y, radius) => {
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, Math.PI * 2);
      },
      close: () => context.closePath(),
    });
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash([...dash]);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  text(words: string, at: Point, style: TextStyle): void {
    const { context } = this;
    const { colour, align = 'start', halo, turn = 0 } = style;
    this.useFont(style);
    context.textAlign = align === 'middle' ? 'center' : align;
    context.save();
    context.translate(at.x, at.y);
    context.rotate((turn * Math.PI) / 180);
    if (halo !== undefined) {
      context.strokeStyle = halo;
      context.lineWidth = HALO;
      context.setLineDash([]);
      context.strokeText(words, 0, 0);
    }
    context.fillStyle = colour;
    context.fillText(words, 0, 0);
    context.restore();
  }

  widthOf(words: string, style: Pick<TextStyle, 'size' | 'bold'> = {}): number {
    this.useFont(style);
    return this.context.measureText(words).width;
  }

  within({ left, top, right, bottom }: Box, draw: () => void): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    draw();
    context.restore();
  }

  private useFont({ size = TEXT_SIZE, bold = false }: Pick<TextStyle, 'size' | 'bold'>): void {
    const font = `${bold ? '600 ' : ''}${size}px ${FONT}`;
    if (this.context.font !== font) this.context.font = font;
  }
}

/** Width of the paper around letters, in pixels. */
const HALO = 4;

/** Writes an SVG 1.1 file that needs nothing from outside: no scripts, no links, no fonts to load. */
export class SvgSurface implements Surface {
  private readonly parts: string[] = [];
  private clips = 0;
  readonly size: Size;
  private readonly measure: Surface['widthOf'];

  /** `measure` tells how wide a text is on the page: a file has no letters of its own. */
  constructor(size: Size, measure: Surface['widthOf']) {
    this.size = size;
    this.measure = measure;
  }

  shape(draw: (pen: Pen) => void, { fill, stroke, width = 1, dash = [], opacity = 1 }: Style): void {
    const commands: string[] = [];
    draw({
      moveTo: (x, y) => commands.push(`M${short(x)} ${short(y)}`),
      lineTo: (x, y) => commands.push(`L${short(x)} ${short(y)}`),
      circle: (x, y, radius) => {
        const [r, left, right] = [short(radius), short(x - radius), short(x + radius)];
        commands.push(
          `M${right} ${short(y)}A${r} ${r} 0 1 1 ${left} ${short(y)}A${r} ${r} 0 1 1 ${right} ${short(y)}`,
        );
      },
      close: () => commands.push('Z'),
    });
    if (commands.length === 0) return;
    this.element('path', {
      d: commands.join(''),
      fill: fill ?? 'none',
      ...(stroke !== undefined && { stroke, 'stroke-width': short(width) }),
      ...(stroke !== undefined && dash.length > 0 && { 'stroke-dasharray': dash.map(short).join(' ') }),
      ...(opacity < 1 && { opacity: short(opacity) }),
    });
  }

  text(
    words: string,
    at: Point,
    { colour, size = TEXT_SIZE, bold, align = 'start', halo, turn = 0 }: TextStyle,
  ): void {
    this.element(
      'text',
      {
        x: short(at.x),
        y: short(at.y),
        fill: colour,
        'font-size': short(size),
        'text-anchor': align,
        'dominant-baseline': 'central',
        ...(bold && { 'font-weight': '600' }),
        ...(turn !== 0 && { transform: `rotate(${short(turn)} ${short(at.x)} ${short(at.y)})` }),
        ...(halo !== undefined && {
          stroke: halo,
          'stroke-width': short(HALO),
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        }),
      },
      words,
    );
  }

  widthOf(words: string, style: Pick<TextStyle, 'size' | 'bold'> = {}): number {
    return this.measure(words, style);
  }

  within({ left, top, right, bottom }: Box, draw: () => void): void {
    this.clips += 1;
    const id = `clip-${this.clips}`;
    const [width, height] = [short(right - left), short(bottom - top)];
    this.parts.push(
      `<clipPath id="${id}"><rect x="${short(left)}" y="${short(top)}" width="${width}" height="${height}"/></clipPath>`,
      `<g clip-path="url(#${id})">`,
    );
    draw();
    this.parts.push('</g>');
  }

  /** The file; `title` is what screen readers and file managers show. */
  file(title: string): string {
    const [width, height] = [short(this.size.width), short(this.size.height)];
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img">`,
      `<title>${escaped(title)}</title>`,
      ...this.parts,
      '</svg>',
      '',
    ].join('\n');
  }

  private element(name: string, attributes: Record<string, string>, content?: string): void {
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escaped(value)}"`)
      .join('');
    this.parts.push(
      content === undefined ? `<${name}${written}/>` : `<${name}${written}>${escaped(content)}</${name}>`,
    );
  }
}

/** At most two digits after the point; what is no number is 0, never `NaN` in a file. */
function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';
}

/** Text for XML: the five reserved characters, and none that XML forbids. */
function escaped(text: string): string {
  return text
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '',
    )
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

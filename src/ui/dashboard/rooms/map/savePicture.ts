import { currentLanguage } from '../../../../browser/text.ts';
import type { Colours } from '../../../charts/colours.ts';
import { CanvasSurface, type Surface, SvgSurface } from '../../../charts/surface.ts';
import type { Size } from '../../../charts/viewport.ts';

/** Pixels for each CSS pixel of a bitmap, so that it can be printed. */
const SHARPNESS = 2;
/** Paper around the picture, and the line with its title. */
const EDGE = 24;
const TITLE = 28;

/** Hands a picture to the downloads, as SVG or PNG, with its title and date over it. */
export async function savePicture(
  format: 'svg' | 'png',
  size: Size,
  title: string,
  colours: Colours,
  paint: (surface: Surface) => void,
): Promise<void> {
  const whole = { width: size.width + EDGE * 2, height: size.height + EDGE * 2 + TITLE };
  const canvas = document.createElement('canvas');
  canvas.width = format === 'png' ? whole.width * SHARPNESS : 1;
  canvas.height = format === 'png' ? whole.height * SHARPNESS : 1;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no canvas');
  const day = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long' }).format(new Date());
  const bitmap = new CanvasSurface(context, whole);
  const svg = new SvgSurface(whole, (words, style) => bitmap.widthOf(words, style));
  const surface: Surface = format === 'png' ? bitmap : svg;
  if (format === 'png') context.scale(SHARPNESS, SHARPNESS);
  surface.shape(
    (pen) => {
      pen.moveTo(0, 0);
      pen.lineTo(whole.width, 0);
      pen.lineTo(whole.width, whole.height);
      pen.lineTo(0, whole.height);
      pen.close();
    },
    { fill: colours.paper },
  );
  surface.text(title, { x: EDGE, y: EDGE }, { colour: colours.ink, size: 16, bold: true });
  surface.text(
    `Weitblick · ${day}`,
    { x: whole.width - EDGE, y: EDGE },
    { colour: colours.muted, align: 'end' },
  );
  paint(shifted(surface, size, EDGE, EDGE + TITLE));
  const blob =
    format === 'svg'
      ? new Blob([svg.file(title)], { type: 'image/svg+xml' })
      : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture is too large');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `weitblick-map-${new Date().toISOString().slice(0, 10)}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A part of a surface that begins further right and down. */
export function shifted(surface: Surface, size: Size, dx: number, dy: number): Surface {
  return {
    size,
    shape: (draw, style) =>
      surface.shape(
        (pen) =>
          draw({
            moveTo: (x, y) => pen.moveTo(x + dx, y + dy),
            lineTo: (x, y) => pen.lineTo(x + dx, y + dy),
            circle: (x, y, radius) => pen.circle(x + dx, y + dy, radius),
            close: () => pen.close(),
          }),
        style,
      ),
    text: (words, { x, y }, style) => surface.text(words, { x: x + dx, y: y + dy }, style),
    widthOf: (words, style) => surface.widthOf(words, style),
    within: ({ left, top, right, bottom }, draw) =>
      surface.within({ left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy }, draw),
  };
}

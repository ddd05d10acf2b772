import { outlined } from '../../../charts/marks.ts';
import type { Surface } from '../../../charts/surface.ts';
import type { Box } from '../../../charts/viewport.ts';
import { nameWishes, paintDots, paintHexagons, paintStrip, paintUser, seenDots } from './planeDots.ts';
import { paintArea, paintAxes, paintGrid, paintQuarters, paintTarget } from './planeGround.ts';
import { paintWords, sentenceWish, type Words } from './planeLabels.ts';
import { type PlaneScene, placedOn, planeFrame } from './planeScene.ts';

/** Sentences of blind spots on the picture itself, and the width from which there is room for them. */
const MOST_SENTENCES = 3;
const WIDE = 560;

/** The most important names are placed before the sentences of blind spots. */
const NAMES_BEFORE_SENTENCES = 4;

/** Draws the whole picture. Returns nothing; a surface of any kind will do. */
export function paintPlane(surface: Surface, scene: PlaneScene): void {
  const { model, colours } = scene;
  const withStrip = scene.strip.length > 0;
  const frame = planeFrame(surface.size, withStrip);
  paintAxes(surface, scene, frame);
  const words: Words[] = [];
  const taken: Box[] = [];
  const dots: Box[] = [];
  surface.within(frame, () => {
    paintGrid(surface, scene, frame);
    const placed = (x: number | null, y: number | null) => placedOn(scene.viewport, frame, x, y);
    const numbers = model.areas.map((area, at) => paintArea(surface, scene, frame, area, at, placed, taken));
    for (const target of model.targets) words.push(paintTarget(surface, scene, frame, target, placed));
    const seen = scene.hexagons ? [] : seenDots(scene, frame);
    if (scene.hexagons) paintHexagons(surface, scene, frame);
    else paintDots(surface, scene, seen, dots);
    paintUser(surface, scene, frame, taken);
    paintQuarters(surface, scene, frame, taken);
    const names = nameWishes(surface, scene, seen);
    words.push(...names.slice(0, NAMES_BEFORE_SENTENCES));
    if (!scene.hexagons && frame.right - frame.left > WIDE) {
      numbers.slice(0, MOST_SENTENCES).forEach((at, index) => {
        const spot = model.areas[index]?.spots[0];
        if (spot === undefined) return;
        const sentence = `${index + 1}  ${scene.sentenceOf(spot)}`;
        words.push({ ...sentenceWish(surface, sentence, at), colour: colours.blind });
      });
    }
    words.push(...names.slice(NAMES_BEFORE_SENTENCES));
    paintWords(surface, scene, frame, words, taken, dots);
  });
  if (withStrip) paintStrip(surface, scene, frame);
  if (scene.outline && scene.outline.length > 1) {
    const outline = scene.outline;
    surface.shape((pen) => outlined(pen, outline), {
      fill: colours.accent,
      opacity: 0.12,
    });
    surface.shape((pen) => outlined(pen, outline), { stroke: colours.accent, dash: [4, 3] });
  }
}

import type { RealPopup } from '../chromium.ts';

export interface PopupTimes {
  /** First contentful paint of the popup's page, milliseconds after it was opened. */
  paint: number;
  /** When what the caller waited for was seen, on the same clock; rounded up to the next look, some 50 ms apart. */
  answer: number;
  /** Sum of all layout shifts; 0 means that nothing has moved. */
  shift: number;
}

/** Reads the clock of an open popup; to be called once its answer has been seen. */
export async function popupTimes(popup: RealPopup): Promise<PopupTimes> {
  const answer = Number(await popup.evaluate('performance.now()'));
  const measured = (await popup.evaluate(`new Promise((done) => {
    let [paint, shift] = [-1, 0];
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { paint = list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? paint; })
      .observe({ type: 'paint', buffered: true });
    (function look() { paint < 0 ? setTimeout(look, 10) : setTimeout(() => done({ paint, shift }), 300); })();
  })`)) as { paint: number; shift: number };
  return { ...measured, answer };
}

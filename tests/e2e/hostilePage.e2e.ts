import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, openedPopup } from '../../src/cli/chromium.ts';
import { root } from '../../src/cli/root.ts';
import { readSamples, type Sample } from '../../src/cli/samples.ts';
import { send } from '../../src/cli/seed/seed.ts';
import { launchBuilt } from './launch.ts';

/*
 * A page that wants to know whether its person is saved. It runs before our script, in its own world, with all that a
 * page can do; it may find that the button is there, and nothing that differs from person to person.
 */

const [jana] = readSamples(root) as [Sample];

/** Keeps what the page can overhear, from its first moment on. */
const SPY = `{
  const heard = (window.heard = []);
  const roots = (window.roots = []);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    roots.push(root);
    return root;
  };
  for (const name of ['weitblick-save', 'weitblick-button', 'save-button'])
    customElements.define(name, class extends HTMLElement {
      constructor() { super(); heard.push('made ' + name); }
      connectedCallback() { heard.push('connected ' + name); }
      attachShadow(init) { heard.push('root'); return super.attachShadow({ ...init, mode: 'open' }); }
    });
  customElements.define('own-div', class extends HTMLDivElement {
    constructor() { super(); heard.push('made a div'); }
  }, { extends: 'div' });
  for (const name of ['createElement', 'createElementNS', 'dispatchEvent', 'addEventListener']) {
    const own = document[name];
    document[name] = (...all) => { heard.push(name + ' ' + String(all[0]?.type ?? all[0])); return own.apply(document, all); };
  }
  for (const of of [Event, CustomEvent]) {
    const stop = of.prototype.stopPropagation;
    of.prototype.stopPropagation = function () { heard.push('stopped ' + this.type); return stop.call(this); };
  }
  for (const at of [window, document])
    for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'animationstart', 'animationend',
      'transitionrun', 'transitionend', 'selectionchange', 'beforetoggle', 'wxt:locationchange'])
      at.addEventListener(type, (event) => heard.push('event ' + event.type), true);
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (!window.host) window.host = [...addedNodes].find((node) => node.parentNode === document.documentElement && node.localName === 'div');
      if (target === window.host || [...addedNodes, ...removedNodes].includes(window.host))
        heard.push([type, attributeName, addedNodes.length, removedNodes.length].join(' '));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}`;

/** Everything that the page can measure of the button. */
const MEASURE = `(() => {
  const { host } = window;
  const heard = [...window.heard];
  const box = () => {
    const { x, y, width, height } = host.getBoundingClientRect();
    return [x, y, width, height, host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight,
      host.clientWidth, host.clientHeight, host.getClientRects().length];
  };
  const styled = (changes) => {
    const before = host.style.cssText;
    for (const [name, value] of Object.entries(changes)) host.style.setProperty(name, value, 'important');
    const seen = box();
    host.style.cssText = before;
    return seen;
  };
  const find = (text) => {
    getSelection().removeAllRanges();
    return window.find(text, false, false, true, false, true);
  };
  const { x, y, width, height } = host.getBoundingClientRect();
  const hits = [];
  for (let dx = -200; dx < width + 300; dx += 20)
    for (let dy = -160; dy < height + 60; dy += 12)
      hits.push(document.elementsFromPoint(x + dx, y + dy).includes(host) ? 1 : 0);
  const style = getComputedStyle(host);
  return {
    box: box(),
    hits: hits.join(''),
    upright: styled({ 'writing-mode': 'vertical-rl' }),
    turned: styled({ transform: 'rotate(90deg)' }),
    narrow: styled({ width: 'min-content' }),
    wide: styled({ width: 'max-content' }),
    single: styled({ width: '1px' }),
    columns: styled({ columns: '3', width: '90px' }),
    large: styled({ zoom: '7' }),
    plain: styled({ all: 'revert', display: 'inline', position: 'static' }),
    block: styled({ display: 'contents' }),
    fonts: styled({ font: '80px monospace', 'letter-spacing': '9px', 'text-transform': 'uppercase' }),
    style: [...style].map((name) => name + ':' + style.getPropertyValue(name)).join(';'),
    text: [host.textContent, host.innerText, host.innerHTML, host.getAttributeNames().join(), String(host.shadowRoot)],
    found: ['Save', 'contact', 'Saved', 'Saved ·', 'update', 'Saving', 'Not saved', 'list', 'never', 'still loading', 'another person'].map((text) => [text, find(text)]),
    roots: window.roots.length,
    animations: document.getAnimations({ subtree: true }).length,
    active: document.activeElement === host,
    keys: Object.keys(window).filter((key) => /weitblick|wxt/i.test(key)),
    resources: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('extension')),
    heard,
  };
})()`;

/** A name for each thing of the document, where a careless script would find an element of the page instead. */
const NAMED = [
  'createElement',
  'createElementNS',
  'documentElement',
  'dispatchEvent',
  'addEventListener',
  'body',
  'head',
]
  .concat([
    'querySelector',
    'getElementById',
    'prerendering',
    'defaultView',
    'location',
    'append',
    'children',
  ])
  .map((name) => `<form name="${name}"></form><img name="${name}" alt="">`)
  .join('');

const at = (id: string, html: string): Sample => ({
  ...jana,
  url: `https://www.linkedin.com/in/${id}/`,
  html,
});
const withHead = (script: string, html = jana.html) => `<!doctype html><script>${script}</script>${html}`;
const HOSTILE: Sample = { ...jana, html: withHead(SPY) };
const CLOBBERED = at('clobbered', `${jana.html}${NAMED}`);
const throwing = (code: string) =>
  withHead(`{ const refuse = () => { throw new Error('refused') }; ${code} }`);
const BROKEN: [string, Sample][] = [
  ['attachShadow', at('broken-root', throwing('Element.prototype.attachShadow = refuse'))],
  [
    'the document’s methods',
    at(
      'broken-document',
      throwing(
        `for (const type of [Document.prototype, Node.prototype, Element.prototype, EventTarget.prototype, Event.prototype])
           for (const name of ['createElement', 'createElementNS', 'append', 'appendChild', 'setAttribute', 'attachShadow', 'addEventListener', 'dispatchEvent', 'remove', 'replaceChildren'])
             if (Object.hasOwn(type, name)) type[name] = refuse;
         Object.defineProperty(Document.prototype, 'documentElement', { get: refuse });`,
      ),
    ),
  ],
  [
    'objects',
    at(
      'frozen',
      throwing(
        'for (const it of [Object.prototype, Array.prototype, Promise.prototype, document, Document.prototype, Element.prototype]) Object.freeze(it); Promise.prototype.then = refuse;',
      ),
    ),
  ],
  [
    'styles and scripts',
    at('policy', `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><h1>Jana</h1>`),
  ],
];

let browser: ExtensionBrowser;
let page: Page;
let dashboard: Page;

beforeAll(async () => {
  browser = await launchBuilt({ samples: [HOSTILE, CLOBBERED, ...BROKEN.map(([, sample]) => sample)] });
  page = await browser.context.newPage();
  dashboard = await browser.context.newPage();
  await dashboard.goto(`${browser.origin}/dashboard.html`);
});
afterAll(() => browser?.close());
afterEach(() => expect(browser.problems.splice(0)).toEqual([]));

const host = () => page.locator('[data-weitblick]');

async function visit(url: string): Promise<void> {
  await page.bringToFront();
  await page.goto(url);
  await host().waitFor({ state: 'attached' });
  await page.mouse.move(640, 10);
}

/** What the page knows now, and has heard since it looked last, but for its own measuring. */
async function measure(): Promise<Record<string, unknown>> {
  const seen = (await page.evaluate(MEASURE)) as Record<string, unknown>;
  await page.evaluate('window.heard.length = 0');
  return seen;
}

/** A click of a person on the button, and what the popup then says. */
async function save(says: string): Promise<void> {
  const box = (await host().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const popup = await openedPopup(browser, dashboard);
  await popup.waitForText(says);
  await popup.close();
  await page.mouse.move(640, 10);
}

const count = async () => (await send(dashboard, 'network.get', {})).contactCount;

it('measures, finds and overhears the same before and after, saved or never to be saved', async () => {
  await visit(HOSTILE.url);
  const unsaved = await measure();
  expect(unsaved).toMatchObject({ roots: 0, keys: [], resources: [], animations: 0 });
  expect((unsaved.heard as string[]).filter((what) => /^(?:made|connected|root)/.test(what))).toEqual([]);
  // The measuring itself works: it finds the words that are there, and those of the page.
  expect(unsaved.found).toContainEqual(['Save', true]);
  expect(unsaved.found).toContainEqual(['Saved', false]);
  expect(await page.evaluate('window.find("Jana", false, false, true)')).toBe(true);

  const { doNotSave } = await send(dashboard, 'doNotSave.add', { address: HOSTILE.url });
  await visit(HOSTILE.url);
  expect(await measure()).toEqual(unsaved);
  await save('on your list of people who are never saved');
  const refused = await afterClick();
  expect(await count()).toBe(0);

  for (const address of doNotSave) await send(dashboard, 'doNotSave.remove', { address });
  await visit(HOSTILE.url);
  expect(await measure()).toEqual(unsaved);
  await save('Saved from');
  expect(await count()).toBe(1);
  expect(await afterClick()).toEqual(refused);

  await visit(HOSTILE.url);
  expect(await measure()).toEqual(unsaved);
  await save('Saved from');
  expect(await afterClick()).toEqual(refused);

  /** A click leaves the button as it was, but for the focus, which every click gives it. */
  async function afterClick() {
    const now = await measure();
    expect({ ...now, active: false, heard: [] }).toEqual({ ...unsaved, heard: [] });
    return now;
  }
});

it('learns nothing by walking through addresses', async () => {
  await visit(HOSTILE.url);
  const walk = (addresses: string[]) =>
    page.evaluate(async (all) => {
      const seen: unknown[] = [];
      for (const address of all) {
        history.pushState(null, '', address);
        await new Promise((rest) => setTimeout(rest, 700));
        const [box] = [...document.querySelectorAll('[data-weitblick]')].map((one) =>
          one.getBoundingClientRect(),
        );
        seen.push([address.split('/')[1], box?.width, box?.height]);
      }
      return seen;
    }, addresses);
  const [saved, feed, unsaved] = await walk(['/in/jana-bergmann/', '/feed/', '/in/nobody-saved/']);
  expect(saved).toEqual(unsaved);
  expect(feed).toEqual(['feed', undefined, undefined]);
});

it('appears where the page has named its elements after all that a script uses', async () => {
  await visit(CLOBBERED.url);
  expect(await host().count()).toBe(1);
});

it.each(BROKEN)('makes no error where a page breaks %s', async (_, sample) => {
  await page.bringToFront();
  await page.goto(sample.url);
  await page.waitForTimeout(700);
  expect(await page.evaluate('window.heard?.filter((what) => what.startsWith("event error")) ?? []')).toEqual(
    [],
  );
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { tableOf } from '../core/text/table.ts';
import { findBrowser } from './browsers.js';
import type { Sample } from './samples.ts';

/**
 * What is said of requests that are blocked here, and what Chromium answers to the last calls of a background that it
 * is stopping: tests stop it on purpose.
 */
const EXPECTED = /net::ERR_FAILED|^Error: No SW$/;

export interface ExtensionBrowser {
  context: BrowserContext;
  worker: Worker;
  /** `chrome-extension://…`, without a slash at the end. */
  origin: string;
  /** Console errors, unhandled rejections and requests that were not for the sample site; empty when all is well. */
  problems: string[];
  /** Where the browser keeps its profile. */
  profile: string;
  close(): Promise<void>;
}

interface Options {
  extension: string;
  samples: readonly Sample[];
  headless: boolean;
  language?: string;
  /**
   * A click on the toolbar grants the open tab (`activeTab`); no program can make that click. With this, a copy
   * of the extension is loaded that may read the samples' hosts instead, and whose button is open.
   */
  standInForToolbarClick?: boolean;
  /** Loads a copy of the extension whose button in pages is open: no program can look into its closed root. */
  openButton?: boolean;
  /** Leaves the page open that opens after installing; else it is closed as soon as it is there. */
  keepWelcome?: boolean;
  /** Patterns of further hosts that a copy of the extension may reach: no program can answer the browser's question. */
  hosts?: readonly string[];
  /** Features of Chromium to switch on, as for `--enable-features`. */
  features?: string;
  /** The folder of another extension that is loaded too, to be compared with. */
  beside?: string;
}

/** Starts Chromium with the extension, and with the samples' hosts answered from this machine only. */
export async function launchChromium(options: Options): Promise<ExtensionBrowser> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('Chromium was not found: install it, or set CHROMIUM_PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'weitblick-'));
  const copied = options.standInForToolbarClick || options.openButton || options.hosts !== undefined;
  const extension = copied ? join(folder, 'extension') : options.extension;
  if (copied) {
    cpSync(options.extension, extension, { recursive: true });
    openButton(extension);
    grant(extension, options.hosts ?? []);
  }
  if (options.standInForToolbarClick) addHosts(extension, options.samples);
  const loaded = [extension, ...(options.beside === undefined ? [] : [options.beside])].join(',');
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    headless: options.headless,
    viewport: options.headless ? { width: 1280, height: 800 } : null,
    acceptDownloads: true,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${options.language ?? 'en'}`,
      `--disable-extensions-except=${loaded}`,
      `--load-extension=${loaded}`,
      ...(options.features === undefined ? [] : [`--enable-features=${options.features}`]),
    ],
    env: { ...(process.env as Record<string, string>), LANGUAGE: options.language ?? 'en', TZ: 'UTC' },
  });
  const problems: string[] = [];
  await context.route(/^https?:/, (route) => {
    const url = new URL(route.request().url());
    if (url.hostname === '127.0.0.1') return route.continue();
    const sample = options.samples.find((known) => sameAddress(new URL(known.url), url));
    if (sample) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: sample.html });
    // Sample pages name pictures that do not exist; only the extension itself must ask for nothing.
    if (route.request().resourceType() !== 'image' && url.pathname !== '/favicon.ico') {
      problems.push(`request leaving the machine: ${url.href}`);
    }
    return route.abort();
  });
  const watch = (page: Page) => {
    page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) {
        problems.push(`console: ${message.text()}`);
      }
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  const ours = (worker: Worker) => worker.url().endsWith('/background.js');
  const worker =
    context.serviceWorkers().find(ours) ?? (await context.waitForEvent('serviceworker', { predicate: ours }));
  const welcome = await welcomePage(context);
  if (!options.keepWelcome) await welcome?.close();
  worker.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) {
      problems.push(`worker: ${message.text()}`);
    }
  });
  return {
    context,
    worker,
    origin:
      new URL(worker.url()).origin === 'null'
        ? `chrome-extension://${new URL(worker.url()).host}`
        : new URL(worker.url()).origin,
    problems,
    profile: join(folder, 'profile'),
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds within which the page is open that opens after installing; a slow machine has nobody wait longer. */
const WELCOME_MS = 8_000;

/** The page that opens once the extension is installed; `null` when none did. */
async function welcomePage(context: BrowserContext): Promise<Page | null> {
  for (const end = Date.now() + WELCOME_MS; Date.now() < end; ) {
    const found = context.pages().find((page) => page.url().endsWith('/dashboard.html#/welcome'));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return null;
}

export interface RealPopup {
  /** Runs an expression in the popup and answers its value. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until the popup shows the text. */
  waitForText(text: string): Promise<void>;
  /** A picture of the popup at its true size, as PNG. */
  screenshot(): Promise<Buffer>;
  /** Shows the popup as a person with this setting would see it. */
  emulateScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Presses a key, as the keyboard would: `Tab`, `Enter`, `ArrowDown`, a letter. */
  press(key: string): Promise<void>;
  close(): Promise<void>;
  /** Takes the popup away as a click beside it does: nothing of it runs any more. */
  vanish(): Promise<void>;
}

/**
 * Opens the toolbar's real popup over the active tab. Playwright does not list it as a page; it is reached
 * through the debugging protocol from `from`, a page of the extension.
 */
export async function openRealPopup(browser: ExtensionBrowser, from: Page): Promise<RealPopup> {
  await from.evaluate(() => (globalThis as unknown as { chrome: ChromeAction }).chrome.action.openPopup());
  return attach(browser, from, '/popup.html');
}

/** The popup that opens by itself after a click on the page's button. */
export function openedPopup(browser: ExtensionBrowser, from: Page): Promise<RealPopup> {
  return attach(browser, from, '/popup.html');
}

/** Opens the browser's side panel beside the active tab; a click in `from`, a page of the extension, opens it. */
export async function openSidePanel(browser: ExtensionBrowser, from: Page): Promise<RealPopup> {
  await from.bringToFront();
  await from.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'open-side-panel';
    button.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99';
    button.textContent = 'open';
    button.onclick = async () => {
      const { chrome } = globalThis as unknown as { chrome: ChromePanel };
      const { id } = await chrome.windows.getCurrent();
      await chrome.sidePanel.open({ windowId: id });
      button.remove();
    };
    document.body.append(button);
  });
  await from.locator('#open-side-panel').click();
  return attach(browser, from, '/sidepanel.html');
}

/** Reaches a surface of the extension that is no page of its own, through the debugging protocol. */
async function attach(browser: ExtensionBrowser, from: Page, path: string): Promise<RealPopup> {
  const session = await browser.context.newCDPSession(from);
  const target = await until(`${path} to open`, async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ url }) => url === browser.origin + path);
  });
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const gone = async () => {
    await until('the popup to close', async () => {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.every(({ targetId }) => targetId !== target.targetId) || undefined;
    });
    await session.detach();
  };
  let last = 0;
  const send = (method: string, params: object): Promise<Record<string, never>> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const listen = (event: { message: string }) => {
        const answer = JSON.parse(event.message) as {
          id?: number;
          result?: Record<string, never>;
          error?: { message: string };
        };
        if (answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', listen);
        if (answer.result) resolve(answer.result);
        else reject(new Error(answer.error?.message));
      };
      session.on('Target.receivedMessageFromTarget', listen);
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    return (answer as { result?: { value?: unknown } }).result?.value;
  };
  return {
    evaluate,
    async waitForText(text) {
      let seen = '';
      await until(`"${text}" in the popup`, async () => {
        seen = String(await evaluate('document.body.innerText'));
        return seen.includes(text) || undefined;
      }).catch((error: Error) => {
        throw new Error(`${error.message}; it showed: ${seen.slice(0, 600)}`);
      });
    },
    async screenshot() {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    },
    async emulateScheme(value) {
      await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
      // Until the colours have arrived at their new values.
      await evaluate('new Promise((arrived) => setTimeout(arrived, 250))');
    },
    async press(key) {
      const code = KEY_CODES.get(key);
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
      const event = { key, ...(code !== undefined && { code: key, windowsVirtualKeyCode: code }) };
      // A key may close the popup, which then answers neither that it went down nor that it came up again.
      const pressed = send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...(text && { text }) });
      await Promise.race([pressed.catch(() => {}), new Promise((gone) => setTimeout(gone, 1_000))]);
      void send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }).catch(() => {});
    },
    async close() {
      // The popup is gone before it can answer.
      void send('Runtime.evaluate', { expression: 'window.close()' }).catch(() => {});
      await gone();
    },
    async vanish() {
      await session.send('Target.closeTarget', { targetId: target.targetId });
      await gone();
    },
  };
}

/** Windows virtual key codes, by which the debugging protocol names keys without a character. */
const KEY_CODES = tableOf({
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
});

/** Calls until there is an answer other than `undefined`; ten seconds at most. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface ChromePanel {
  windows: { getCurrent(): Promise<{ id: number }> };
  sidePanel: { open(where: { windowId: number }): Promise<void> };
}

interface ChromeAction {
  action: { openPopup(): Promise<void> };
}

function sameAddress(a: URL, b: URL): boolean {
  const path = (url: URL) => decodeURIComponent(url.pathname).replace(/\/$/, '');
  return a.hostname === b.hostname && path(a) === path(b);
}

function addHosts(copy: string, samples: readonly Sample[]): void {
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  const networks = manifest.host_permissions.map((pattern) => pattern.replace(/^https:\/\/\*|\/\*$/g, ''));
  const hosts = new Set(samples.map(({ url }) => new URL(url).host));
  for (const host of hosts) {
    // The two networks are there already; twice they would stand twice in the settings.
    if (networks.some((network) => `.${host}`.endsWith(network))) continue;
    manifest.host_permissions.push(`https://${host}/*`);
  }
  writeFileSync(file, JSON.stringify(manifest));
}

/** Puts hosts into a copy's manifest as if they had been granted. */
export function grant(copy: string, hosts: readonly string[]): void {
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...hosts);
  writeFileSync(file, JSON.stringify(manifest));
}

/** Opens the button's root in a copy of the extension, for programs that must see what a person sees. */
export function openButton(copy: string): void {
  const script = join(copy, 'content-scripts', 'profile.js');
  const closed = readFileSync(script, 'utf8');
  const open = closed.replace(/(attachShadow\(\{\s*mode:\s*[`'"])closed/, '$1open');
  if (open === closed) throw new Error('The button of the extension has no closed root.');
  writeFileSync(script, open);
}

/** Stops the background as the browser does after half a minute of rest, and lets it drop its database. */
export async function stopWorker(browser: ExtensionBrowser, page: Page): Promise<void> {
  const session = await browser.context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type } of targetInfos)
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  await session.detach();
  await page.waitForTimeout(2_600);
}

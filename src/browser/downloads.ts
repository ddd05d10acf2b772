import { browser } from 'wxt/browser';
import { fileUrl } from './offscreenFile.ts';

/** A download that has neither ended nor failed by then is no longer waited for. */
const PATIENCE_MS = 120_000;

/** The browser's downloads, as far as the user has allowed them (`downloads`, an optional permission). */
export const downloads = {
  allowed(): Promise<boolean> {
    return browser.permissions.contains({ permissions: ['downloads'] });
  },

  /** Puts a file under the downloads folder; one of the same name is replaced. Rejects when it was not written. */
  async save(name: string, mediaType: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
    const { url, release } = await fileUrl(pieces, mediaType);
    try {
      const id = await browser.downloads.download({
        url,
        filename: name,
        conflictAction: 'overwrite',
        saveAs: false,
      });
      await ended(id);
    } finally {
      await release();
    }
  },
};

/** Waits for the end of a download: the file's address must live as long. */
async function ended(id: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error('the download does not end')), PATIENCE_MS);
  const settle = (state: string | undefined, error?: string) => {
    if (state === 'complete') resolve();
    if (state === 'interrupted') reject(new Error(`the download failed: ${error ?? ''}`));
  };
  const listen = (change: { id: number; state?: { current?: string }; error?: { current?: string } }) => {
    if (change.id === id) settle(change.state?.current, change.error?.current);
  };
  browser.downloads.onChanged.addListener(listen as never);
  try {
    // It may have ended before anybody listened.
    const [known] = await browser.downloads.search({ id });
    settle(known?.state, known?.error);
    await promise;
  } finally {
    clearTimeout(timer);
    browser.downloads.onChanged.removeListener(listen as never);
  }
}

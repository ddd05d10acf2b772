/**
 * The folder that the person picked for keeping devices in step. Only a page can show the browser's window for picking
 * and ask anew; the background finds what was picked in a small database of its own, as no message can carry it.
 */

type Folder = FileSystemDirectoryHandle & {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
};
interface Picking {
  showDirectoryPicker?(how: { id: string; mode: 'readwrite' }): Promise<Folder>;
}

const DATABASE = 'weitblick-folder';
const STORE = 'folder';
const KEY = 'picked';

/** Can this browser pick a folder? Firefox cannot. */
export function canPickFolder(): boolean {
  return typeof (globalThis as Picking).showDirectoryPicker === 'function';
}

/** Lets the person pick a folder and keeps it; its name, `null` when they change their mind. Must be called by a click. */
export async function pickFolder(): Promise<string | null> {
  let picked: Folder | undefined;
  try {
    picked = await (globalThis as Picking).showDirectoryPicker?.({ id: 'weitblick', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
  if (picked === undefined) return null;
  await inStore('readwrite', (store) => store.put(picked, KEY));
  return picked.name;
}

/**
 * Asks whether the folder may be used again, and for the folder itself where it is not known any more. Must be called
 * by a click, before more than a moment is waited.
 */
export async function askForFolder(): Promise<boolean> {
  const kept = await pickedFolder();
  if (kept === null) return (await pickFolder()) !== null;
  return ((await kept.requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

/** The folder that was picked; `null`: none. */
export async function pickedFolder(): Promise<Folder | null> {
  return ((await inStore('readonly', (store) => store.get(KEY))) as Folder | undefined) ?? null;
}

export async function forgetFolder(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY));
}

function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const transaction = db.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => {
      db.close();
      resolve(request.result);
    };
    transaction.onabort = () => {
      db.close();
      reject(transaction.error);
    };
  };
  return promise;
}

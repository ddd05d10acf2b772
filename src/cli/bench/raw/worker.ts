import { createClassifier, loadModel } from '../../../core/classify/index.ts';
import { RAW_DATABASE } from './names.ts';

/**
 * The least that a background can be: it loads the same model, opens a database of the same records, and answers one
 * record, or changes it.
 */
const model = fetch('/titles.bin')
  .then((response) => response.arrayBuffer())
  .then((file) => createClassifier({ model: loadModel(new Uint8Array(file)) }));

let opened: Promise<IDBDatabase> | null = null;

/** Opened with the first question; let go of when a page wants to lay it out anew. */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(RAW_DATABASE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
  });
  return opened;
}

async function work({ kind, id }: { kind: 'get' | 'change'; id: string }): Promise<unknown> {
  const [db] = await Promise.all([database(), model]);
  return new Promise((resolve, reject) => {
    const mode = kind === 'get' ? 'readonly' : 'readwrite';
    const transaction = db.transaction('contacts', mode, { durability: 'strict' });
    const store = transaction.objectStore('contacts');
    const request = store.get(id);
    request.onsuccess = () => {
      if (kind === 'change') store.put({ ...request.result, updatedAt: new Date().toISOString() });
    };
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

(globalThis as unknown as Chrome).chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  work(message).then(answer, (error: unknown) => answer(String(error)));
  return true;
});

interface Chrome {
  chrome: {
    runtime: {
      onMessage: {
        addListener(
          listener: (
            message: { kind: 'get' | 'change'; id: string },
            sender: unknown,
            answer: (value: unknown) => void,
          ) => boolean,
        ): void;
      };
    };
  };
}

import { type Carrier, CarrierError } from './carrier.ts';
import { FILE_LIMITS } from './file.ts';

/** A folder that the person picked; Chromium also tells whether it may be used. */
export type PickedFolder = FileSystemDirectoryHandle & {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
};

/** Files whose lengths are asked for at once. */
const AT_ONCE = 50;

/**
 * A folder on this computer that a sync program carries to others (Syncthing, Dropbox, Drive). A file appears whole:
 * what is written stands aside until it is closed. Halves and copies of sync programs have other names than ours, which
 * nobody reads.
 * @param picked the folder, looked up anew for each request; `null`: none is known
 */
export function folder(picked: () => Promise<PickedFolder | null>): Carrier {
  async function root(): Promise<PickedFolder> {
    const handle = await picked();
    const state = (await handle?.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    // Only a click in a page can ask again.
    if (handle === null || state !== 'granted') throw new CarrierError('permission', state);
    return handle;
  }

  /** A folder below it; `null`: there is none. */
  async function below(path: readonly string[], create = false): Promise<FileSystemDirectoryHandle | null> {
    let at: FileSystemDirectoryHandle = await root();
    for (const name of path) {
      const next = await orMissing(at.getDirectoryHandle(name, { create }));
      if (next === null) return null;
      at = next;
    }
    return at;
  }

  const carrier: Carrier = {
    async makeFolder(path) {
      await below(path, true);
    },
    async list(path) {
      const at = await below(path);
      if (at === null) return null;
      const files = new Map<string, number>();
      const folders: string[] = [];
      const handles: FileSystemFileHandle[] = [];
      for await (const handle of at.values()) {
        if (handle.kind === 'directory') folders.push(handle.name);
        else handles.push(handle as FileSystemFileHandle);
      }
      for (let from = 0; from < handles.length; from += AT_ONCE) {
        const some = handles.slice(from, from + AT_ONCE);
        const found = await Promise.all(some.map((handle) => orMissing(handle.getFile())));
        // One that a sync program has moved away meanwhile is not there.
        for (const [i, { name }] of some.entries()) if (found[i]) files.set(name, found[i].size);
      }
      // A folder has no clock of its own.
      return { files, folders, date: null };
    },
    async get(path) {
      const at = await below(path.slice(0, -1));
      const handle = at && (await orMissing(at.getFileHandle(path.at(-1) ?? '')));
      const file = handle && (await orMissing(handle.getFile()));
      if (!file) return null;
      // Longer than any of ours: what lies beyond need not be held to know that.
      return new Uint8Array(await file.slice(0, FILE_LIMITS.sealed + 1).arrayBuffer());
    },
    async put(path, bytes) {
      const [at, name] = [await below(path.slice(0, -1)), path.at(-1) ?? ''];
      if (at === null) throw new CarrierError('odd', 'the folder is gone');
      const handle = await at.getFileHandle(name, { create: true });
      try {
        const writing = await handle.createWritable();
        try {
          await writing.write(bytes);
          await writing.close();
        } catch (error) {
          await writing.abort().catch(() => {});
          throw error;
        }
      } catch (error) {
        // Its name is there, and nothing in it.
        await at.removeEntry(name).catch(() => {});
        throw error;
      }
    },
    async remove(path) {
      const at = await below(path.slice(0, -1));
      if (at !== null) await orMissing(at.removeEntry(path.at(-1) ?? '', { recursive: true }));
    },
  };
  return {
    makeFolder: (path) => told(carrier.makeFolder(path)),
    list: (path) => told(carrier.list(path)),
    get: (path) => told(carrier.get(path)),
    put: (path, bytes) => told(carrier.put(path, bytes)),
    remove: (path) => told(carrier.remove(path)),
  };
}

/** What is not there, or is of the other kind (a file in place of a folder), is `null`. */
async function orMissing<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (
      error instanceof DOMException &&
      (error.name === 'NotFoundError' || error.name === 'TypeMismatchError')
    )
      return null;
    throw error;
  }
}

/** The file system's refusals, as those of a carrier. */
async function told<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const detail = error.name;
    if (detail === 'QuotaExceededError') throw new CarrierError('full', detail);
    if (detail === 'NotAllowedError' || detail === 'SecurityError')
      throw new CarrierError('permission', detail);
    // Another program holds the file, or changes it, this moment.
    if (detail === 'NoModificationAllowedError' || detail === 'NotReadableError')
      throw new CarrierError('server', detail);
    throw new CarrierError('odd', detail);
  }
}

import { FileUp } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import { MessageFailure } from '../../../../messaging/errors.ts';
import { onEvent } from '../../../../messaging/events.ts';
import type { ImportPreview as Preview } from '../../../../messaging/files.ts';
import type { Input, Network } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { focusNear } from '../../shared/focus.ts';
import { useSyncStatus } from '../../shared/syncState.ts';
import { upload } from '../../shared/transfer.ts';
import { ImportOutcome, type Outcome } from './ImportOutcome.tsx';
import { type ImportChoices, ImportPreview } from './ImportPreview.tsx';
import { withMailCounted } from './mailboxes.ts';
import { RestorePreview } from './RestorePreview.tsx';
import { Running, type Step } from './Running.tsx';
import { UndoSteps } from './UndoSteps.tsx';

type State =
  | { at: 'start' }
  | { at: 'running'; step: Step; stop: AbortController; id: string | null }
  | { at: 'preview'; id: string; preview: Preview }
  | { at: 'done'; outcome: Outcome };

/** Where each step begins, for who follows with the keyboard or by ear: the button that led there is gone. */
const HEAD: Readonly<Record<State['at'], string>> = {
  start: '.drop input',
  running: '.running',
  preview: '.import-verdict',
  done: '.import-verdict',
};

type Reading = Omit<Input<'import.read'>, 'id'>;

/** Files in: drop, preview, confirm; nothing is written before that. */
export function ImportFiles({ network }: { network: Network }) {
  const [state, setState] = useState<State>({ at: 'start' });
  const [failure, setFailure] = useState('');
  const files = useRef<File[]>([]);
  const reading = useRef<Reading>({});
  const devices = useSyncStatus();
  useJobProgress(state, setState);
  const shown = useRef(state.at);
  useEffect(() => {
    if (shown.current !== state.at) focusNear(HEAD[state.at], 0);
    shown.current = state.at;
  }, [state.at]);

  /** Runs a step; when it fails, the state before it is there again. */
  async function run(before: State, work: (stop: AbortController) => Promise<State>): Promise<void> {
    const stop = new AbortController();
    setFailure('');
    setState({ at: 'running', step: { key: 'import_reading', done: 0, total: null }, stop, id: null });
    try {
      setState(await work(stop));
    } catch (error) {
      const stopped = stop.signal.aborted || (error instanceof MessageFailure && error.kind === 'cancelled');
      setFailure(stopped ? '' : errorText(error));
      setState(stopped ? { at: 'start' } : before);
    }
  }

  /** Hands the files over anew: also when the background was restarted and has forgotten them. */
  async function handOver(stop: AbortController): Promise<string> {
    const show = (step: Step) => setState({ at: 'running', step, stop, id: null });
    files.current = await withMailCounted(
      files.current,
      (done, total) => show({ key: 'import_handing', done, total }),
      stop.signal,
    );
    const id = await upload(
      files.current,
      (done, total) => show({ key: 'import_handing', done, total }),
      stop.signal,
    );
    setState({ at: 'running', step: { key: 'import_reading', done: 0, total: null }, stop, id });
    return id;
  }

  async function readAnew(stop: AbortController): Promise<{ id: string; preview: Preview }> {
    const id = await handOver(stop);
    return { id, preview: await call('import.read', { id, ...reading.current }) };
  }

  const begin = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    files.current = [...chosen];
    // What stands in a log is a word of the user's language.
    reading.current = { logWords: { met: t('importLog_met'), wrote: t('importLog_wrote') } };
    void run({ at: 'start' }, async (stop) => ({ at: 'preview', ...(await again(() => readAnew(stop))) }));
  };

  const readWith = (id: string, preview: Preview, more: Reading) => {
    reading.current = together(reading.current, more);
    void run({ at: 'preview', id, preview }, async (stop) => {
      setState({ at: 'running', step: { key: 'import_reading', done: 0, total: null }, stop, id });
      const read = call('import.read', { id, ...reading.current });
      return read.then(
        (next): State => ({ at: 'preview', id, preview: next }),
        async (error): Promise<State> => {
          if (!isGone(error)) throw error;
          return { at: 'preview', ...(await readAnew(stop)) };
        },
      );
    });
  };

  const confirm = (id: string, preview: Preview, choices: ImportChoices) =>
    void run({ at: 'preview', id, preview }, async (stop) => {
      const write = (name: string) => {
        setState({
          at: 'running',
          step: { key: 'import_writing', done: 0, total: preview.counts.new + preview.counts.changed },
          stop,
          id: name,
        });
        return call('import.confirm', { id: name, ...choices });
      };
      const outcome = await write(id).catch(async (error: unknown) => {
        if (!isGone(error)) throw error;
        return write((await readAnew(stop)).id);
      });
      return { at: 'done', outcome };
    });

  /** Puts a backup back, or adds it, with the name under which its file lies with the background. */
  const put = (id: string, preview: Preview, write: (name: string) => Promise<Outcome>) =>
    void run({ at: 'preview', id, preview }, async (stop) => {
      const attempt = (name: string) => {
        setState({ at: 'running', step: { key: 'restore_writing', done: 0, total: null }, stop, id: name });
        return write(name);
      };
      const outcome = await attempt(id).catch(async (error: unknown) => {
        if (!isGone(error)) throw error;
        return attempt((await readAnew(stop)).id);
      });
      return { at: 'done', outcome };
    });

  const restore = (id: string, preview: Preview) =>
    put(id, preview, async (name) => ({ restored: (await call('restore.confirm', { id: name })).contacts }));

  const join = (id: string, preview: Preview, bringBack: boolean) =>
    put(id, preview, (name) => call('restore.join', { id: name, bringBack }));

  const leave = (id: string | null) => {
    if (id !== null) void call('import.cancel', { id }).catch(() => {});
    setState({ at: 'start' });
  };

  return (
    <>
      {failure !== '' && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      {state.at === 'start' && (
        <>
          <Drop onFiles={begin} />
          <Sources />
          <UndoSteps />
        </>
      )}
      {state.at === 'running' && (
        <Running
          step={state.step}
          onCancel={() => {
            state.stop.abort();
            leave(state.id);
          }}
        />
      )}
      {state.at === 'preview' &&
        (state.preview.restore === null ? (
          <ImportPreview
            preview={state.preview}
            onRead={(more) => readWith(state.id, state.preview, more)}
            onConfirm={(choices) => confirm(state.id, state.preview, choices)}
            onLeave={() => leave(state.id)}
          />
        ) : (
          <RestorePreview
            restore={state.preview.restore}
            network={network}
            inStep={devices.status?.on === true}
            onReplace={() => restore(state.id, state.preview)}
            onJoin={(bringBack) => join(state.id, state.preview, bringBack)}
            onLeave={() => leave(state.id)}
          />
        ))}
      {state.at === 'done' && (
        <ImportOutcome outcome={state.outcome} onAgain={() => setState({ at: 'start' })} />
      )}
    </>
  );
}

/** What is said of one file more; columns that were named before it was read otherwise are none of it any more. */
function together(before: Reading, more: Reading): Reading {
  const again = new Set([...Object.keys(more.encodings ?? {}), ...Object.keys(more.separators ?? {})]);
  const mappings = Object.entries(before.mappings ?? {}).filter(([file]) => !again.has(file));
  return {
    ...before,
    ...(before.mappings !== undefined && { mappings: Object.fromEntries(mappings) }),
    ...more,
    encodings: { ...before.encodings, ...more.encodings },
    separators: { ...before.separators, ...more.separators },
  };
}

/** Files are dropped on the field, or chosen by it. */
function Drop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field within takes the keyboard
    <div
      class={`drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Icon of={FileUp} size={20} />
      <p class="lead">{t('import_drop')}</p>
      <label class="button primary">
        {t('import_choose')}
        <input
          class="hidden"
          type="file"
          multiple
          accept=".zip,.csv,.vcf,.vcard,.json,.age,.txt,.tsv,.tab,.ics,.ical,.vcs,.mbox,.mbx,.eml,.emlx"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p class="muted small">{t('import_local')}</p>
    </div>
  );
}

/** Where files come from. */
function Sources() {
  return (
    <section class="stack">
      <h2>{t('import_sources')}</h2>
      <dl class="sources">
        {(['linkedin', 'addressBook', 'calendar', 'mailbox', 'table', 'backup'] as const).map((source) => (
          <div key={source}>
            <dt>{t(`importSource_${source}`)}</dt>
            <dd>{t(`importSource_${source}How`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Follows the background's own progress of the running import. */
function useJobProgress(state: State, setState: (change: (last: State) => State) => void): void {
  const id = state.at === 'running' ? state.id : null;
  useEffect(() => {
    if (id === null) return;
    return onEvent((event) => {
      if (event.kind !== 'job' || event.job.id !== id || event.job.state !== 'running') return;
      const { done, total } = event.job;
      setState((last) =>
        last.at === 'running' && last.id === id ? { ...last, step: { ...last.step, done, total } } : last,
      );
    });
  }, [id, setState]);
}

function isGone(error: unknown): boolean {
  return error instanceof MessageFailure && error.kind === 'taskGone';
}

/** Once more when the background was restarted in the middle. */
function again<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    if (!isGone(error)) throw error;
    return work();
  });
}

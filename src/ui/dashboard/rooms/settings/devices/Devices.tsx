import { useEffect, useState } from 'preact/hooks';
import { canPickFolder, forgetFolder } from '../../../../../browser/pickedFolder.ts';
import { leaveStorage } from '../../../../../browser/storageAccess.ts';
import { t } from '../../../../../browser/text.ts';
import { type Place, tidyAddress } from '../../../../../core/sync/index.ts';
import { useSyncStatus } from '../../../shared/syncState.ts';
import { type Begun, type Checked, Connect } from './Connect.tsx';
import { FirstOrFurther } from './FirstOrFurther.tsx';
import { InStep } from './InStep.tsx';
import { KeepCode } from './KeepCode.tsx';
import { PickFolder } from './PickFolder.tsx';
import { Refused } from './Step.tsx';
import './devices.css';

const KINDS: readonly Place['kind'][] = ['webdav', 's3', 'folder'];
/** “2 minutes ago” is said anew so often. */
const TICK_MS = 30_000;

/** Several browsers kept in step over storage that the person already has: off, being set up, or on. */
export function Devices() {
  const { status, failure, show, refresh } = useSyncStatus();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [newCode, setNewCode] = useState<string | null>(null);
  useTick();

  const isOn = status?.on === true;
  /** It is set up: nothing of the way there is kept, least of all the password. */
  const arrive = () => {
    setBegun(null);
    setChecked(null);
    void refresh();
  };
  /** Whoever turns back has granted a server for nothing. */
  const turnBack = () => {
    const place = checked?.place;
    setChecked(null);
    if (place?.kind === 'folder') void forgetFolder();
    else if (place !== undefined) void leaveStorage(tidyAddress(place.url) ?? place.url);
  };

  if (failure !== '') return <Refused message={failure} />;
  if (status === null)
    return (
      <p class="muted" aria-busy="true">
        {t('loading')}
      </p>
    );
  if (newCode !== null) return <KeepCode code={newCode} onKept={() => setNewCode(null)} />;
  if (isOn)
    return (
      <InStep
        state={status}
        onStatus={show}
        onNewCode={setNewCode}
        onAnew={(known) => {
          setChecked(null);
          setBegun(known);
        }}
      />
    );
  if (checked !== null)
    return (
      <FirstOrFurther
        checked={checked}
        onCode={(code) => {
          setNewCode(code);
          arrive();
        }}
        onJoined={arrive}
        onBack={turnBack}
      />
    );
  const step = { onChecked: setChecked, onBack: () => setBegun(null) };
  if (begun?.kind === 'folder') return <PickFolder code={begun.code} {...step} />;
  if (begun !== null) return <Connect begun={begun} kind={begun.kind} {...step} />;
  return (
    <div class="stack wide">
      <p>{t('sync_off')}</p>
      <div class="row">
        {KINDS.filter((kind) => kind !== 'folder' || canPickFolder()).map((kind) => (
          <button
            key={kind}
            type="button"
            onClick={() => setBegun({ kind, address: '', user: '', code: '' })}
          >
            {t(`sync_kind_${kind}`)}
          </button>
        ))}
      </div>
      {!canPickFolder() && <p class="hint">{t('sync_noFolder')}</p>}
    </div>
  );
}

function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((last) => last + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
}

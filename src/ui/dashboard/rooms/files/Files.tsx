import './files.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import { goTo, linkTo, type RoomProps } from '../../links.ts';
import { handedOver, handOver } from '../../shared/handedOver.ts';
import { BackupFiles } from './BackupFiles.tsx';
import { Duplicates } from './Duplicates.tsx';
import { ExportFiles } from './ExportFiles.tsx';
import { ImportFiles } from './ImportFiles.tsx';

const SECTIONS = ['import', 'export', 'backup', 'duplicates'] as const;
type Section = (typeof SECTIONS)[number];

/**
 * The network in and out. Each section is an address: `#/files` (import), `#/files/export` (with `?ids=a,b` or
 * the contacts that another room handed over), `#/files/backup`, `#/files/duplicates`.
 */
export default function Files({ network, place, onSettings }: RoomProps) {
  const [named] = place.path;
  const section: Section = SECTIONS.find((name) => name === named) ?? 'import';
  const [ids, setIds] = useState<readonly string[] | null>(() => selectionOf(place.query.ids));
  useEffect(() => {
    // Whoever comes with a selection has come to export it.
    if (ids !== null && named === undefined) goTo(linkTo('files', ['export']), { replace: true });
  }, [ids, named]);
  return (
    <>
      <nav class="tabs" aria-label={t('files_sections')}>
        {SECTIONS.map((name) => (
          <a
            key={name}
            href={linkTo('files', name === 'import' ? [] : [name])}
            aria-current={name === section ? 'page' : undefined}
            onClick={() => name !== 'export' && forget()}
          >
            {t(`filesSection_${name}`)}
          </a>
        ))}
      </nav>
      {section !== 'backup' && <BackupDue />}
      {section === 'import' && <ImportFiles network={network} />}
      {section === 'export' && <ExportFiles network={network} ids={ids} onEverybody={forget} />}
      {section === 'backup' && <BackupFiles network={network} onSettings={onSettings} />}
      {section === 'duplicates' && <Duplicates />}
    </>
  );

  function forget(): void {
    handOver(null);
    setIds(null);
  }
}

/** A backup is due by the user's rhythm, and the browser may not make it by itself: one click away. */
function BackupDue() {
  const [due, setDue] = useState(false);
  useEffect(() => {
    call('backup.state', {}).then(
      (state) => setDue(state.due && !state.automatic),
      // The section itself will say what is wrong.
      () => {},
    );
  }, []);
  return due ? (
    <p class="notice warn backup-due">
      {t('backup_due')} <a href={linkTo('files', ['backup'])}>{t('backup_title')}</a>
    </p>
  ) : null;
}

function selectionOf(query: string | undefined): readonly string[] | null {
  return query ? query.split(',').filter((id) => id !== '') : handedOver();
}

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { errorText } from '../../../errorText.ts';
import './map.css';
import { linkTo, type RoomProps } from '../../links.ts';
import { PlaneMap } from './PlaneMap.tsx';

/** The plane of function and industry distance (`#/map`), and the affiliations (`#/map/affiliations`). */
export default function NetworkMap(props: RoomProps) {
  const affiliations = props.place.path[0] === 'affiliations';
  return (
    <>
      <nav class="map-kinds" aria-label={t('map_kinds')}>
        <a href={linkTo('map')} aria-current={affiliations ? undefined : 'page'}>
          {t('map_kindDistances')}
        </a>
        <a href={linkTo('map', ['affiliations'])} aria-current={affiliations ? 'page' : undefined}>
          {t('map_kindAffiliations')}
        </a>
      </nav>
      {affiliations ? <LazyAffiliations {...props} /> : <PlaneMap {...props} />}
    </>
  );
}

/** The affiliations with their layout are loaded when they are first looked at. */
function LazyAffiliations(props: RoomProps) {
  const [loaded, setLoaded] = useState<ComponentType<RoomProps> | Error | null>(null);
  useEffect(() => {
    import('./Affiliations.tsx').then(
      (module) => setLoaded(() => module.default),
      (error: Error) => setLoaded(error),
    );
  }, []);
  if (loaded instanceof Error)
    return (
      <p class="error" role="alert">
        {errorText(loaded)}
      </p>
    );
  const Loaded = loaded;
  return Loaded === null ? <p class="muted">{t('loading')}</p> : <Loaded {...props} />;
}

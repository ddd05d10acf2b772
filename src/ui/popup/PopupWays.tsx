import type { ComponentChildren } from 'preact';
import type { Input } from '../../messaging/protocol.ts';
import Ways from '../parts/Ways.tsx';
import { OpenDashboard } from './OpenDashboard.tsx';

/** Whom to ask about somebody, with links into the dashboard. */
export default function PopupWays({
  of,
  name,
  goals = [],
}: {
  of: Input<'contact.ways'>;
  name: string;
  goals?: readonly { id: string; title: string }[];
}) {
  return <Ways of={of} name={name} goals={goals} person={toContact} heading="h2" />;
}

/** A link to a contact in the dashboard. */
export function toContact(id: string, name: string): ComponentChildren {
  const shown = (
    <span class="name" dir="auto">
      {name}
    </span>
  );
  return <OpenDashboard to={`contacts?contact=${encodeURIComponent(id)}`} class="" label={shown} />;
}

import { nameKey } from '../../core/merge/index.ts';
import type { MailLog } from './mailLog.ts';
import type { MeetingLog } from './meetingLog.ts';
import type { LogLine, LogSources, TieSignal } from './parsed.ts';
import { dayNumber } from './recurrence.ts';

/** What mailboxes and calendars say together, by the other side's address (`email:ada@example.org`). */
export function logSignals(
  { mail, meetings }: { mail: MailLog; meetings: MeetingLog },
  { today, ownAddresses }: { today?: string; ownAddresses?: readonly string[] },
): { signals: TieSignal[]; sources: LogSources } {
  const { addresses, by } = mail.ownAddresses(ownAddresses);
  const own = new Set(addresses);
  const exchanged = mail.exchanged(own, today);
  const attended = meetings.attended(own, today === undefined ? null : dayNumber(today));
  const signals: TieSignal[] = [];
  for (const email of new Set([...exchanged.keys(), ...attended.keys()])) {
    const [wrote, met] = [exchanged.get(email), attended.get(email)];
    const name = nameKey((wrote?.name || met?.name || '').slice(0, 200));
    const firstContact = edge('first', wrote?.first, met?.first);
    const lastContact = edge('last', wrote?.last, met?.last);
    const lines: LogLine[] = [
      ...(met?.newest ?? []).map(({ day, summary }): LogLine => ({ day, kind: 'met', text: summary })),
      ...(wrote?.days ?? []).map((day): LogLine => ({ day, kind: 'wrote', text: '' })),
    ];
    signals.push({
      person: `email:${email}`,
      ...(name !== '' && { name }),
      sent: wrote?.sent ?? 0,
      received: wrote?.received ?? 0,
      recommendations: 0,
      endorsements: 0,
      ...(lastContact !== undefined && { lastContact }),
      log: {
        meetings: met?.meetings ?? 0,
        ...(firstContact !== undefined && { firstContact }),
        lines: lines.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
      },
    });
  }
  const sources = { messages: mail.messages, events: meetings.size, own: addresses, ownBy: by };
  return { signals, sources };
}

function edge(which: 'first' | 'last', a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b === (which === 'first') ? a : b;
}

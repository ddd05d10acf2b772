import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCatalogue } from '../../../src/browser/text.ts';
import { catalogueOf } from '../../../src/cli/sentences.ts';
import type { RestorePreview as Restore } from '../../../src/messaging/files.ts';
import type { Network } from '../../../src/messaging/protocol.ts';
import { RestorePreview } from '../../../src/ui/dashboard/rooms/files/RestorePreview.tsx';
import { makeMe } from '../../make.ts';

const restore: Restore = {
  exportedAt: '2026-11-01T10:00:00.000Z',
  contacts: { now: 812, after: 790, added: 20, changed: 30, removed: 42 },
  joined: { same: 770, forgotten: 3 },
  ties: { now: 10, after: 9 },
  goals: { now: 1, after: 1 },
  me: 'same',
  lastChange: { now: '2026-11-20T10:00:00.000Z', after: '2026-10-30T10:00:00.000Z' },
  leftOut: {},
};
const onReplace = vi.fn();
const onJoin = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  useCatalogue('en', catalogueOf('en'));
});
afterEach(cleanup);

function show(parts: Partial<Restore> = {}, me: Network['me'] = makeMe(), inStep = false) {
  return render(
    <RestorePreview
      restore={{ ...restore, ...parts }}
      network={{ me } as Network}
      inStep={inStep}
      onReplace={onReplace}
      onJoin={onJoin}
      onLeave={() => {}}
    />,
  );
}
const button = (name: string) => screen.getByRole('button', { name });

describe('a backup beside what is here', () => {
  it('says who is on which side, and adds without asking the forgotten back', () => {
    const { container } = show();
    expect(container.textContent).toContain('Here: 812 contacts. In the file: 790; 770 of them');
    expect(container.textContent).toContain('17 people join your network.');
    expect(container.textContent).toContain('770 people are on both sides');
    expect(container.textContent).toContain('42 people who are only here stay.');
    expect(container.textContent).not.toContain('will be lost');
    fireEvent.click(button('Add the backup'));
    expect(onJoin).toHaveBeenCalledWith(false);
    expect(onReplace).not.toHaveBeenCalled();
  });

  it('says of putting it in place of all that other devices bring back what only they have', () => {
    const { container } = show({}, makeMe(), true);
    expect(container.textContent).not.toContain('kept in step');
    fireEvent.click(screen.getByRole('radio', { name: /Put it in place/ }));
    expect(container.textContent).toContain('what other devices have and the backup has not comes back');
    cleanup();
    const alone = show();
    fireEvent.click(screen.getByRole('radio', { name: /Put it in place/ }));
    expect(alone.container.textContent).not.toContain('kept in step');
  });

  it('brings the forgotten back when told to', () => {
    const { container } = show();
    fireEvent.click(screen.getByRole('checkbox', { name: /Also bring back 3 people/ }));
    expect(container.textContent).toContain('20 people join your network.');
    fireEvent.click(button('Add the backup'));
    expect(onJoin).toHaveBeenCalledWith(true);
  });

  it('takes the place of everything only when that is chosen, and says what would be lost', () => {
    const { container } = show();
    expect(screen.queryByRole('button', { name: 'Replace everything' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /Put it in place of everything here/ }));
    expect(container.textContent).toContain('42 contacts that you have now are not in the backup');
    expect(screen.queryByRole('button', { name: 'Add the backup' })).toBeNull();
    fireEvent.click(button('Replace everything'));
    expect(onReplace).toHaveBeenCalledTimes(1);
    expect(onJoin).not.toHaveBeenCalled();
  });

  it('has nothing to choose where nothing is here', () => {
    show(
      {
        contacts: { now: 0, after: 790, added: 790, changed: 0, removed: 0 },
        joined: { same: 0, forgotten: 0 },
        goals: { now: 0, after: 1 },
      },
      null,
    );
    expect(screen.queryByRole('radio')).toBeNull();
    fireEvent.click(button('Restore'));
    expect(onReplace).toHaveBeenCalledTimes(1);
  });
});

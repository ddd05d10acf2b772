import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useCatalogue } from '../../../src/browser/text.ts';
import { catalogueOf } from '../../../src/cli/sentences.ts';
import type { Fit } from '../../../src/core/model/index.ts';
import RoleWords from '../../../src/ui/parts/RoleWords.tsx';

beforeEach(() => useCatalogue('en', catalogueOf('en')));
afterEach(cleanup);

const FIT: Fit = {
  goalId: 'g1',
  value: 50,
  confidence: 1,
  parts: [],
  roles: [
    { role: 'insider', strength: 1, confidence: 1, facts: [] },
    { role: 'mentor', strength: 1, confidence: 1, facts: [], own: true },
  ],
  unjudged: [],
  denied: ['peer'],
  serves: true,
};

it('each button and the list say one word on one role, and nothing of the others', () => {
  const said = vi.fn();
  const { container } = render(<RoleWords fit={FIT} goals={[]} onSay={said} />);
  for (const button of container.querySelectorAll('button')) fireEvent.click(button);
  const select = container.querySelector('select') as HTMLSelectElement;
  fireEvent.change(select, { target: { value: 'expert' } });
  expect(said.mock.calls).toEqual([
    [{ goalId: 'g1', role: 'insider', says: 'no' }],
    [{ goalId: 'g1', role: 'mentor', says: null }],
    [{ goalId: 'g1', role: 'peer', says: null }],
    [{ goalId: 'g1', role: 'expert', says: 'yes' }],
  ]);
});

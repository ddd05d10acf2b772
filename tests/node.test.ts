import { expect, it } from 'vitest';

it('runs under the pinned Node, not the system one', () => {
  expect(process.version).toMatch(/^v24\./);
});

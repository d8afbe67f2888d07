import { expect, it } from 'vitest';
import { capabilities } from '../patterns/capabilities';
import { pages } from '.';

it('every capability that names a page has it, so that no link leads nowhere', () => {
  const paths = capabilities.flatMap(({ path }) => path ?? []);
  expect(pages.map(({ path }) => path)).toEqual(['/', '/catalogue', ...paths, '/system']);
});

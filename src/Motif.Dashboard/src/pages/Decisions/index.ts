import { DecisionsIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const decisions: Page = {
  name: 'Decisions',
  path: '/decisions',
  Icon: DecisionsIcon,
  routes: [
    {
      path: 'decisions',
      lazy: async () => ({ Component: (await import('./DecisionsPage')).DecisionsPage }),
    },
  ],
};

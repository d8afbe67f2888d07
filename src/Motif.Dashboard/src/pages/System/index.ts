import { SystemIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const system: Page = {
  name: 'System',
  path: '/system',
  Icon: SystemIcon,
  routes: [
    {
      path: 'system',
      lazy: async () => ({ Component: (await import('./SystemPage')).SystemPage }),
    },
  ],
};

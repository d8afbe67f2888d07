import { SystemIcon } from '../../shell/icons';
import type { Page } from '../../shell/page';

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

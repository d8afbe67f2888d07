import { OverviewIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const overview: Page = {
  name: 'Overview',
  path: '/',
  Icon: OverviewIcon,
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./OverviewPage')).OverviewPage }),
    },
  ],
};

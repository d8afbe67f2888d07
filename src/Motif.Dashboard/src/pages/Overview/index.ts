import { OverviewIcon } from '../../shell/icons';
import type { Page } from '../../shell/page';

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

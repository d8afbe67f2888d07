import { DiscoveryIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const discovery: Page = {
  name: 'Discovery',
  path: '/discovery',
  Icon: DiscoveryIcon,
  routes: [
    {
      path: 'discovery',
      lazy: async () => ({ Component: (await import('./DiscoveryPage')).DiscoveryPage }),
    },
    {
      path: 'discovery/findings/:finding',
      lazy: async () => ({ Component: (await import('./Findings/FindingPage')).FindingPage }),
    },
    {
      path: 'discovery/experiments/:experiment',
      lazy: async () => ({
        Component: (await import('./Experiments/ExperimentPage')).ExperimentPage,
      }),
    },
  ],
};

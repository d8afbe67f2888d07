import { ContentIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const content: Page = {
  name: 'Content',
  path: '/content',
  Icon: ContentIcon,
  routes: [
    {
      path: 'content',
      lazy: async () => ({ Component: (await import('./ContentPage')).ContentPage }),
    },
  ],
};

import { CodeIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const code: Page = {
  name: 'Code',
  path: '/code',
  Icon: CodeIcon,
  routes: [
    { path: 'code', lazy: async () => ({ Component: (await import('./CodePage')).CodePage }) },
  ],
};

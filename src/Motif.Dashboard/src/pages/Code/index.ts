import { CodeIcon } from '../../shell/icons';
import type { Page } from '../../shell/page';

export const code: Page = {
  name: 'Code',
  path: '/code',
  Icon: CodeIcon,
  routes: [
    { path: 'code', lazy: async () => ({ Component: (await import('./CodePage')).CodePage }) },
  ],
};

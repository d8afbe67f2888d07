import { CatalogueIcon } from '../../frame/icons';
import type { Page } from '../../frame/page';

export const catalogue: Page = {
  name: 'Catalogue',
  path: '/catalogue',
  Icon: CatalogueIcon,
  routes: [
    {
      path: 'catalogue',
      lazy: async () => ({ Component: (await import('./CataloguePage')).CataloguePage }),
    },
    {
      path: 'catalogue/new',
      lazy: async () => ({ Component: (await import('./Edit/NewPatternPage')).NewPatternPage }),
    },
    {
      path: 'catalogue/:id',
      lazy: async () => ({ Component: (await import('./Detail/PatternPage')).PatternPage }),
    },
  ],
};

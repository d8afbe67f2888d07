import type { Page } from '../shell/page';
import { catalogue } from './Catalogue';
import { overview } from './Overview';

/** Every page, in the order of the navigation. */
export const pages: readonly Page[] = [overview, catalogue];

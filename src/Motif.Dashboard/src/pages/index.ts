import type { Page } from '../frame/page';
import { catalogue } from './Catalogue';
import { code } from './Code';
import { overview } from './Overview';
import { system } from './System';

/** Every page, in the order of the navigation. */
export const pages: readonly Page[] = [overview, catalogue, code, system];

import type { Page } from '../frame/page';
import { capabilities } from '../patterns/capabilities';
import { catalogue } from './Catalogue';
import { code } from './Code';
import { content } from './Content';
import { decisions } from './Decisions';
import { discovery } from './Discovery';
import { overview } from './Overview';
import { system } from './System';

/** The pages of capabilities; which of them are shown, and in which order, the list of capabilities says. */
const rooms: readonly Page[] = [code, content, discovery, decisions];

/** Every page, in the order of the navigation. */
export const pages: readonly Page[] = [
  overview,
  catalogue,
  ...capabilities.flatMap(({ path }) => rooms.filter((room) => room.path === path)),
  system,
];

/**
 * The API key of this tab. It lives in sessionStorage: closing the tab forgets it, and no other tab sees it.
 */
const storageKey = 'motif.api-key';

type Listener = () => void;

const listeners = new Set<Listener>();
let refused = false;

function changed(): void {
  listeners.forEach((listener) => listener());
}

export const session = {
  key: (): string | null => window.sessionStorage.getItem(storageKey),

  /** True after the server answered 401 and until another key is given. */
  isRefused: (): boolean => refused,

  use: (key: string): void => {
    window.sessionStorage.setItem(storageKey, key);
    refused = false;
    changed();
  },

  forget: (): void => {
    window.sessionStorage.removeItem(storageKey);
    changed();
  },

  refuse: (): void => {
    if (refused) return;
    refused = true;
    changed();
  },

  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

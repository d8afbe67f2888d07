import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// happy-dom draws nothing: the drawing is left out, its name and its numbers are tested.
vi.mock('../charts/EChart', () => ({ default: () => null }));

// happy-dom loads no fonts; a text area that grows asks when they have come.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

// A busy machine is no failure; what never comes is found out a little later.
configure({ asyncUtilTimeout: 120_000 });

afterEach(() => {
  cleanup();
  window.sessionStorage.clear();
});

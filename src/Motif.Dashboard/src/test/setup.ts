import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// happy-dom draws nothing: the drawing is left out, its name and its numbers are tested.
vi.mock('../charts/EChart', () => ({ default: () => null }));

// A busy machine is no failure; what never comes is found out a little later.
configure({ asyncUtilTimeout: 8_000 });

afterEach(() => {
  cleanup();
  window.sessionStorage.clear();
});

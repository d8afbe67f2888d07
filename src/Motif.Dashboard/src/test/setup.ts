import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// happy-dom draws nothing: the drawing is left out, its name and its numbers are tested.
vi.mock('../charts/EChart', () => ({ default: () => null }));

afterEach(() => {
  cleanup();
  window.sessionStorage.clear();
});

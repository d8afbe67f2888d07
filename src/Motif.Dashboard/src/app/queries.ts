import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem';

/** One retry, and only where waiting can help: a 404 stays a 404. */
const retry = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof ProblemError && error.isTransient;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });

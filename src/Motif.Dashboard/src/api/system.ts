import { useQuery } from '@tanstack/react-query';
import { api, answer } from './client';
import { noAnswer, problemOf } from './problem';
import type { Readiness } from './types';

export const useSystem = () =>
  useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/system', { signal })),
  });

/** Asked every few seconds while it is looked at. A server that is not ready answers 503 with the same document. */
export const useReadiness = () =>
  useQuery({
    queryKey: ['readiness'],
    refetchInterval: 10_000,
    queryFn: async ({ signal }): Promise<Readiness> => {
      const call = api.GET('/health/ready', { signal });
      const { data, error, response } = await call.catch((cause: unknown) => {
        throw noAnswer(cause);
      });
      const document: unknown = response.ok ? data : error;
      if (!isReadiness(document)) throw problemOf(response, document);
      return document;
    },
  });

const isReadiness = (document: unknown): document is Readiness =>
  typeof document === 'object' && document !== null && 'checks' in document;

/** The folders that scans started here may read, as the setting lists them (`:` between them, `;` on Windows). */
export function scanRoots(settings: Readonly<Record<string, string>> | undefined): string[] {
  const list = settings?.MOTIF_CODE_ROOTS ?? '';
  const separator = list.includes(';') || /^[A-Za-z]:[\\/]/.test(list) ? ';' : ':';
  return list.split(separator).filter((root) => root !== '');
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import type { DecisionOverrides, DecisionPattern, InboundMessage } from './types';

const most = 200;
const live = 3000;

/** Replies that wait for a person; asked for again every few seconds, so that new ones come by themselves. */
export const useQueue = () =>
  useQuery({
    queryKey: ['decisions', 'queue'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/decisions/queue/pending', { params: { query: { limit: most } }, signal }),
      ),
    refetchInterval: live,
  });

/** Automatic answers in their hold: a person can still stop them. */
export const useHeld = () =>
  useQuery({
    queryKey: ['decisions', 'held'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/decisions/executions', {
          params: { query: { state: 'held', limit: most } },
          signal,
        }),
      ),
    refetchInterval: live,
  });

export const useDecisionPatterns = () =>
  useQuery({
    queryKey: ['decisions', 'patterns'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/decisions/patterns', { signal })),
  });

/** The newest first. */
export const useEvolution = (id: string) =>
  useQuery({
    queryKey: ['decisions', 'evolution', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/decisions/patterns/{id}/evolution', {
          params: { path: { id }, query: { limit: most } },
          signal,
        }),
      ),
  });

export const useDecisionStats = () =>
  useQuery({
    queryKey: ['decisions', 'stats'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/decisions/stats', { signal })),
    refetchInterval: live,
  });

export const useDecisionConfig = () =>
  useQuery({
    queryKey: ['decisions', 'config'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/decisions/config', { signal })),
  });

export const useShadowReport = () =>
  useQuery({
    queryKey: ['decisions', 'shadow'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/decisions/shadow-report', { signal })),
  });

/** The messages a pattern was learned from, the newest first. */
export const useExamples = (id: string) =>
  useQuery({
    queryKey: ['decisions', 'examples', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/decisions/patterns/{id}/examples', {
          params: { path: { id }, query: { limit: 20 } },
          signal,
        }),
      ),
  });

/** Imports of conversations with the candidates that they brought. */
export const useImports = () =>
  useQuery({
    queryKey: ['decisions', 'imports'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/decisions/import', { signal })),
  });

/** The newest first, before an entry. */
export const useAudit = (before: number) =>
  useQuery({
    queryKey: ['decisions', 'audit', before],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/decisions/audit', { params: { query: { before, limit: 100 } }, signal }),
      ),
  });

export const useVerifyAudit = () =>
  useMutation({ mutationFn: () => answer(api.GET('/api/v1/decisions/audit/verify')) });

export const useWhatIf = () =>
  useMutation({
    mutationFn: (target: number) =>
      answer(api.POST('/api/v1/decisions/whatif', { body: { target } })),
  });

/** Says what would happen with a message; keeps nothing. */
export const useTestMessage = () =>
  useMutation({
    mutationFn: (body: InboundMessage) => answer(api.POST('/api/v1/decisions/test', { body })),
  });

/** Everything that is shown of decisions is read again. */
function useChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['decisions'] }),
        queries.invalidateQueries({ queryKey: ['pattern'] }),
      ]),
  });
}

export const useApprove = () =>
  useChange(({ id, version }: { id: string; version: number }) =>
    answer(
      api.POST('/api/v1/decisions/queue/{id}/approve', {
        params: { path: { id } },
        body: { version },
      }),
    ),
  );

export const useApproveAll = () =>
  useChange((ids: string[]) =>
    answer(api.POST('/api/v1/decisions/queue/approve', { body: { ids } })),
  );

export const useModify = () =>
  useChange(({ id, version, text }: { id: string; version: number; text: string }) =>
    answer(
      api.POST('/api/v1/decisions/queue/{id}/modify', {
        params: { path: { id } },
        body: { version, text },
      }),
    ),
  );

export const useReject = () =>
  useChange(({ id, version, reason }: { id: string; version: number; reason: string }) =>
    answer(
      api.POST('/api/v1/decisions/queue/{id}/reject', {
        params: { path: { id } },
        body: { version, reason },
      }),
    ),
  );

/** Takes up a candidate of an import, or leaves it. */
export const useReview = () =>
  useChange(
    (review: {
      importId: string;
      candidateId: string;
      approve: boolean;
      name?: string;
      /** It shall stand although another pattern says nearly the same. */
      insists?: boolean;
    }) =>
      answer(
        api.POST('/api/v1/decisions/import/{id}/candidates/{candidate}', {
          params: { path: { id: review.importId, candidate: review.candidateId } },
          body: {
            approve: review.approve,
            ...(review.name === undefined ? {} : { name: review.name }),
            allow_similar: review.insists === true,
          },
        }),
      ),
  );

/** Makes one of two patterns that mean the same; the version is that of the one which goes. */
export const useMerge = () =>
  useChange(({ id, version, into }: { id: string; version: number; into: string }) =>
    answer(
      api.POST('/api/v1/decisions/patterns/{id}/merge', {
        params: { path: { id } },
        headers: { 'If-Match': `"${version}"` },
        body: { into },
      }),
    ),
  );

export const useCancel = () =>
  useChange((id: string) =>
    answer(api.POST('/api/v1/decisions/executions/{id}/cancel', { params: { path: { id } } })),
  );

export const useConfigure = () =>
  useChange((body: DecisionOverrides) => answer(api.PUT('/api/v1/decisions/config', { body })));

/** Changes a pattern; with its version only as it was read. */
export const useChangePattern = () =>
  useChange(
    ({
      id,
      version,
      ...patch
    }: Partial<Pick<DecisionPattern, 'status' | 'reply'>> & {
      id: string;
      version?: number;
      note?: string;
    }) =>
      answer(
        api.PUT('/api/v1/decisions/patterns/{id}', {
          params: { path: { id } },
          ...(version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } }),
          body: patch,
        }),
      ),
  );

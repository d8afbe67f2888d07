import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';

/** What people did to neighbourhoods, the newest first. */
export const useEdits = () =>
  useQuery({
    queryKey: ['discovery', 'edits'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/edits', { signal })),
  });

/** One act by hand on a neighbourhood. */
export type Act =
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'merge'; readonly other: string }
  | { readonly kind: 'split' }
  | { readonly kind: 'pin'; readonly isPinned: boolean };

/** Does it; everything that may have changed is asked for again. */
export function useAct(cluster: string) {
  const changed = useChanged();
  const params = { path: { cluster_id: cluster } };
  return useMutation({
    mutationFn: (act: Act) => {
      switch (act.kind) {
        case 'rename':
          return answer(
            api.POST('/api/v1/discovery/clusters/{cluster_id}/rename', {
              params,
              body: { name: act.name },
            }),
          );
        case 'merge':
          return answer(
            api.POST('/api/v1/discovery/clusters/{cluster_id}/merge', {
              params,
              body: { other_id: act.other },
            }),
          );
        case 'split':
          return answer(api.POST('/api/v1/discovery/clusters/{cluster_id}/split', { params }));
        case 'pin':
          return answer(
            api.POST('/api/v1/discovery/clusters/{cluster_id}/pin', {
              params,
              body: { is_pinned: act.isPinned },
            }),
          );
      }
    },
    onSuccess: changed,
  });
}

/** Puts an item into a neighbourhood, for good. */
export function useMove() {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ item, into }: { readonly item: string; readonly into: string }) =>
      answer(
        api.POST('/api/v1/discovery/clusters/{cluster_id}/items', {
          params: { path: { cluster_id: into } },
          body: { item_id: item },
        }),
      ),
    onSuccess: changed,
  });
}

export function useUndo() {
  const changed = useChanged();
  return useMutation({
    mutationFn: (edit: string) =>
      answer(
        api.POST('/api/v1/discovery/edits/{edit_id}/undo', { params: { path: { edit_id: edit } } }),
      ),
    onSuccess: changed,
  });
}

function useChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['discovery'] });
}

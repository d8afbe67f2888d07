import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import type { FatigueOverrides } from './types';

const mostPersonas = 200;
const mostFamilies = 200;
const shownPosts = 30;
const shownDecisions = 50;

export const usePersonas = () =>
  useQuery({
    queryKey: ['content', 'personas'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas', {
          params: { query: { limit: mostPersonas } },
          signal,
        }),
      ),
  });

/** What a persona posted: its families with fatigue and performance. */
export const usePersona = (persona: string) =>
  useQuery({
    queryKey: ['content', 'persona', persona],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas/{persona_id}', {
          params: { path: { persona_id: persona } },
          signal,
        }),
      ),
  });

/** Newest first, from the reservation to the last change. */
export const usePosts = (persona: string) =>
  useQuery({
    queryKey: ['content', 'persona', persona, 'posts'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas/{persona_id}/posts', {
          params: { path: { persona_id: persona }, query: { limit: shownPosts } },
          signal,
        }),
      ),
  });

export const useDecisions = (persona: string) =>
  useQuery({
    queryKey: ['content', 'persona', persona, 'decisions'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas/{persona_id}/decisions', {
          params: { path: { persona_id: persona }, query: { limit: shownDecisions } },
          signal,
        }),
      ),
  });

export const useDecision = (persona: string, decision: string) =>
  useQuery({
    queryKey: ['content', 'persona', persona, 'decision', decision],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas/{persona_id}/decisions/{decision_id}', {
          params: { path: { persona_id: persona, decision_id: decision } },
          signal,
        }),
      ),
  });

/** Draws a decision again of what it was drawn of. */
export const useReplay = (persona: string, decision: string) =>
  useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/content/personas/{persona_id}/decisions/{decision_id}/replay', {
          params: { path: { persona_id: persona, decision_id: decision } },
        }),
      ),
  });

/** Families of all personas, those with the most posts first. */
export const useFamilies = () =>
  useQuery({
    queryKey: ['content', 'families'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/families', { params: { query: { limit: mostFamilies } }, signal }),
      ),
  });

export const useHoldout = (persona: string) =>
  useQuery({
    queryKey: ['content', 'persona', persona, 'holdout'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas/{persona_id}/holdout', {
          params: { path: { persona_id: persona } },
          signal,
        }),
      ),
  });

/** What the cap of families cost in the persona's newest decisions. */
export const useCapCost = (persona: string) =>
  useQuery({
    queryKey: ['content', 'persona', persona, 'cap-cost'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/content/personas/{persona_id}/cap-cost', {
          params: { path: { persona_id: persona } },
          signal,
        }),
      ),
  });

export const useContentSettings = () =>
  useQuery({
    queryKey: ['content', 'settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/content/settings', { signal })),
  });

export function useConfigureContent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FatigueOverrides) => answer(api.PUT('/api/v1/content/settings', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['content'] }),
  });
}

/** Whether a persona's audience is tired of a text; keeps nothing. */
export const useCheck = (persona: string) =>
  useMutation({
    mutationFn: (content: string) =>
      answer(api.POST('/api/v1/content/check', { body: { persona_id: persona, content } })),
  });

import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from './client';
import type { Experiment, PlanQuestion } from './types';

/** Newest first. */
export const useExperiments = () =>
  useQuery({
    queryKey: ['discovery', 'experiments'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/discovery/experiments', { signal })),
  });

export const useExperiment = (id: string) =>
  useQuery({
    queryKey: ['discovery', 'experiments', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/discovery/experiments/{experiment_id}', {
          params: { path: { experiment_id: id } },
          signal,
        }),
      ),
  });

/** How one that was started stands; of a stopped one what it came to. */
export const useExperimentResult = ({ experiment_id: id, state, version }: Experiment) =>
  useQuery({
    queryKey: ['discovery', 'experiments', id, 'result', version],
    enabled: state !== 'draft',
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/discovery/experiments/{experiment_id}/result', {
          params: { path: { experiment_id: id } },
          signal,
        }),
      ),
  });

export const usePlan = () =>
  useMutation({
    mutationFn: (question: PlanQuestion) =>
      answer(api.POST('/api/v1/discovery/experiments/plan', { body: question })),
  });

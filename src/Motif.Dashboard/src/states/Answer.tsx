import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './Loading';
import { ProblemNotice } from './ProblemNotice';

interface AnswerProps<T> {
  readonly query: UseQueryResult<T>;
  readonly loading?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** The three states of a question to the server: waiting, refused, answered. */
export function Answer<T>({ query, loading = <Loading />, children }: AnswerProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <>{loading}</>;
}

import { Skeleton, Stack } from '@mantine/core';

/** Grey bars in the shape of what is coming; announced once to screen readers. */
export function Loading({ rows = 4, height = 18 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width={row === rows - 1 && rows > 1 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}

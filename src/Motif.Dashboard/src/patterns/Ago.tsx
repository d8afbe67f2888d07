import { Tooltip } from '@mantine/core';
import { ago, exact } from '../format/time';

/** How long ago, with the exact time on hover and for machines. */
export const Ago = ({ at }: { at: string }) => (
  <Tooltip label={exact(at)}>
    <time dateTime={at}>{ago(at)}</time>
  </Tooltip>
);

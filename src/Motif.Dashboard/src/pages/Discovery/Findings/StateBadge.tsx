import { Badge, Tooltip } from '@mantine/core';
import type { FindingState } from '../../../api/types';
import { findingStates } from './states';

export function StateBadge({ state }: { state: FindingState }) {
  const { title, color, meaning } = findingStates[state];
  return (
    <Tooltip label={meaning}>
      <Badge variant="light" color={color} tt="none" miw="max-content">
        {title}
      </Badge>
    </Tooltip>
  );
}

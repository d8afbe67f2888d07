import { Button, Menu } from '@mantine/core';
import type { PatternStatus } from '../../../api/types';
import { ChevronIcon } from '../../../frame/icons';

const moves: readonly (readonly [PatternStatus, string])[] = [
  ['active', 'Activate'],
  ['deprecated', 'Deprecate'],
  ['archived', 'Archive'],
  ['draft', 'Back to draft'],
];

interface StatusMenuProps {
  readonly status: PatternStatus;
  readonly isBusy: boolean;
  readonly onChange: (status: PatternStatus) => void;
}

/** Every other status is offered; the server knows which moves are allowed and says why one is not. */
export const StatusMenu = ({ status, isBusy, onChange }: StatusMenuProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button variant="default" rightSection={<ChevronIcon />} loading={isBusy}>
        Change status
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {moves
        .filter(([to]) => to !== status)
        .map(([to, name]) => (
          <Menu.Item key={to} onClick={() => onChange(to)}>
            {name}
          </Menu.Item>
        ))}
    </Menu.Dropdown>
  </Menu>
);

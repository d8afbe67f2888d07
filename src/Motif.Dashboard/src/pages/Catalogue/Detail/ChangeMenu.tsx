import { Button, Menu } from '@mantine/core';
import type { PatternStatus } from '../../../api/types';
import { ChevronIcon } from '../../../frame/icons';

const moves: readonly (readonly [PatternStatus, string])[] = [
  ['active', 'Activate'],
  ['deprecated', 'Deprecate'],
  ['archived', 'Archive'],
  ['draft', 'Back to draft'],
];

interface ChangeMenuProps {
  readonly status: PatternStatus;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onStatus: (status: PatternStatus) => void;
}

/** Every other status is offered; the server knows which moves are allowed and says why one is not. */
export const ChangeMenu = ({ status, isBusy, onEdit, onStatus }: ChangeMenuProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button variant="default" rightSection={<ChevronIcon />} loading={isBusy}>
        Change
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={onEdit}>Edit the words</Menu.Item>
      <Menu.Divider />
      <Menu.Label>Status</Menu.Label>
      {moves
        .filter(([to]) => to !== status)
        .map(([to, name]) => (
          <Menu.Item key={to} onClick={() => onStatus(to)}>
            {name}
          </Menu.Item>
        ))}
    </Menu.Dropdown>
  </Menu>
);

import { Button, Collapse, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { DuplicateGroup } from '../../../api/types';
import { percent, plural } from '../../../format/numbers';
import classes from './Duplicates.module.css';
import { SideBySide } from './SideBySide';

/** A group of copies; on demand two of them side by side. */
export function DuplicateRow({ duplicate }: { duplicate: DuplicateGroup }) {
  const [isOpen, setOpen] = useState(false);
  const region = useId();
  const { places, files, redundant_lines, similarity, repository } = duplicate;
  return (
    <li className={classes.row}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            <Name text={duplicate.name} />
          </Text>
          <Text size="sm" c="dimmed">
            {plural(places, 'place')} in {plural(files, 'file')} of {repository},{' '}
            {plural(redundant_lines, 'line')} could go, at least {percent(similarity)} alike
          </Text>
        </div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-controls={region}
          aria-label={`${isOpen ? 'Hide' : 'Compare'} ${duplicate.name.replaceAll('`', '')}`}
        >
          {isOpen ? 'Hide' : 'Compare'}
        </Button>
      </Group>
      <Collapse expanded={isOpen} id={region}>
        {isOpen && <SideBySide duplicate={duplicate} />}
      </Collapse>
    </li>
  );
}

/** Names of code stand between back-ticks. */
const Name = ({ text }: { text: string }) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));

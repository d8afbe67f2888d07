import { Group, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDuplicateSources } from '../../../api/duplicates';
import type { DuplicateGroup, SourceExcerpt } from '../../../api/types';
import { aligned, type Side } from '../../../code/alignment';
import { CodeBlock } from '../../../code/CodeBlock';
import { plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { Copy } from '../../../states/Copy';
import { Loading } from '../../../states/Loading';
import classes from './Duplicates.module.css';

/** Two copies of a group; with more than two, one chooses which. */
export function SideBySide({
  duplicate: { duplicate_id: id, copies },
}: {
  duplicate: DuplicateGroup;
}) {
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(1);
  const sources = useDuplicateSources(id, left, right);
  const options = copies.map(({ file, start_line }, index) => ({
    value: String(index),
    label: `${file}:${start_line}`,
  }));
  return (
    <Stack gap="sm" mt="md">
      {copies.length > 2 && (
        <Group grow gap="sm">
          {(
            [
              ['Left copy', left, setLeft],
              ['Right copy', right, setRight],
            ] as const
          ).map(([label, value, choose]) => (
            <Select
              key={label}
              label={label}
              size="xs"
              data={options}
              value={String(value)}
              onChange={(chosen) => choose(Number(chosen ?? value))}
              allowDeselect={false}
            />
          ))}
        </Group>
      )}
      <Answer query={sources} loading={<Loading rows={1} height={220} />}>
        {(both) => <Both left={both.left} right={both.right} />}
      </Answer>
    </Stack>
  );
}

function Both({ left, right }: { left: SourceExcerpt; right: SourceExcerpt }) {
  const sides = useMemo(() => aligned(left.lines, right.lines), [left.lines, right.lines]);
  const differing = Math.max(...sides.map(({ different }) => different.length));
  return (
    <>
      <div className={classes.sides}>
        <OneSide source={left} side={sides[0]} />
        <OneSide source={right} side={sides[1]} />
      </div>
      <Text size="sm" c="dimmed">
        {differing === 0
          ? 'Both say the same, word for word.'
          : `${plural(differing, 'line')} ${differing === 1 ? 'differs' : 'differ'} and ${differing === 1 ? 'is' : 'are'} marked.`}
      </Text>
    </>
  );
}

function OneSide({ source, side }: { source: SourceExcerpt; side: Side }) {
  const where = `${source.file}:${source.start_line}`;
  return (
    <section className={classes.side} aria-label={where}>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={600} truncate="start">
          {where}
        </Text>
        <Copy text={where} what={where} />
      </Group>
      {source.lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {source.reason}
        </Text>
      ) : (
        <CodeBlock
          source={side.lines.join('\n')}
          language={source.language}
          numbers={side.places.map((place) => (place === null ? null : source.first_line + place))}
          marks={side.different.map((line) => ({ from: line, to: line, tone: 'different' }))}
          label={`Source of ${where}`}
        />
      )}
    </section>
  );
}

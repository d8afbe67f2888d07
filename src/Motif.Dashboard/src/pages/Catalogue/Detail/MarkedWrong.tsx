import { Button, Group, Text } from '@mantine/core';
import { useUnmarkWrong, useWrong } from '../../../api/wrong';
import { plural } from '../../../format/numbers';
import { Ago } from '../../../patterns/Ago';
import { ProblemNotice } from '../../../states/ProblemNotice';
import classes from './Occurrences.module.css';

/** What was marked as wrong, each with the way back, and what the marks did to the rules. */
export function MarkedWrong({ patternId }: { patternId: string }) {
  const wrong = useWrong(patternId);
  const unmark = useUnmarkWrong(patternId);
  if (wrong.error !== null) return <ProblemNotice error={wrong.error} />;
  const { items = [], rules = [] } = wrong.data ?? {};
  if (items.length === 0) return null;
  return (
    <details className={classes.wrong}>
      <summary>{plural(items.length, 'place')} marked as wrong</summary>
      {rules.map(({ rule, explanation }) => (
        <Text key={rule} size="sm" c="dimmed" mt="xs">
          {explanation}
        </Text>
      ))}
      <ul className={classes.list}>
        {items.map(({ repository, file, qualified_name, actor, reason, at }) => (
          <li key={`${repository}/${file}:${qualified_name}`} className={classes.place}>
            <Group justify="space-between" gap="xs">
              <div style={{ minWidth: 0 }}>
                <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {qualified_name}
                </Text>
                <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {repository}, {file}; by {actor}, <Ago at={at} />
                  {reason !== null && `: ${reason}`}
                </Text>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                loading={unmark.isPending}
                onClick={() => unmark.mutate({ repository, file, qualified_name })}
                aria-label={`It was right: ${qualified_name}`}
              >
                It was right
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {unmark.error !== null && <ProblemNotice error={unmark.error} />}
    </details>
  );
}

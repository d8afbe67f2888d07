import { Badge, Group, Stack, Text } from '@mantine/core';
import { useReadiness } from '../../api/system';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Loading } from '../../states/Loading';
import { title } from '../../format/numbers';

/** Every check of /health/ready with its reason. */
export function Health() {
  const readiness = useReadiness();
  return (
    <Panel
      title="Health"
      note="Checked every 10 seconds"
      aside={
        readiness.data !== undefined && (
          <Badge color={readiness.data.ready ? 'green' : 'red'} variant="light" size="lg" tt="none">
            {readiness.data.ready ? 'ready' : 'not ready'}
          </Badge>
        )
      }
    >
      <Answer query={readiness} loading={<Loading rows={2} />}>
        {({ checks }) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {checks.map((check) => (
              <li key={check.name}>
                <Group gap="sm">
                  <Badge
                    color={check.healthy ? 'green' : check.required ? 'red' : 'yellow'}
                    variant="dot"
                    tt="none"
                  >
                    {check.healthy ? 'works' : check.required ? 'fails' : 'does without'}
                  </Badge>
                  <Text fw={600}>{title(check.name)}</Text>
                  {check.reason !== null && <Text c="dimmed">{check.reason}</Text>}
                </Group>
              </li>
            ))}
          </Stack>
        )}
      </Answer>
    </Panel>
  );
}

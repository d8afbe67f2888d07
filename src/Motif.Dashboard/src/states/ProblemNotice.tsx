import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { ProblemError } from '../api/problem';
import { AlertIcon } from '../frame/icons';

interface ProblemNoticeProps {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong in the server's own words, with the id under which its log tells more. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const problem = error instanceof ProblemError ? error : null;
  const fields = Object.entries(problem?.fields ?? {});
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<AlertIcon />}
      title={problem?.title ?? 'This page failed'}
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        {problem?.detail !== null && <Text size="sm">{problem?.detail ?? error.message}</Text>}
        {fields.length > 0 && (
          <List size="sm">
            {fields.map(([field, errors]) => (
              <List.Item key={field}>
                <Code>{field}</Code> {errors.join('; ')}
              </List.Item>
            ))}
          </List>
        )}
        <Group gap="md">
          {onRetry !== undefined && (
            <Button size="xs" variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
          {problem?.requestId != null && (
            <Text size="xs" c="dimmed">
              Request <Code fz="xs">{problem.requestId}</Code>
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

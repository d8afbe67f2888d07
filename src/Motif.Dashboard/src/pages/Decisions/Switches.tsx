import { Badge, Button, Group, Switch, Text } from '@mantine/core';
import { useConfigure, useDecisionConfig, useDecisionStats } from '../../api/decisions';
import type { ConfigView, DecisionOverrides } from '../../api/types';

/** Whether the machine is on, whether it sends, and the switch that stops everything at once. */
export function Switches() {
  const config = useDecisionConfig();
  const stats = useDecisionStats();
  if (config.data === undefined) return null;
  return (
    <Group gap="md" align="center">
      {stats.data !== undefined && (
        <Text size="sm" c="dimmed">
          {stats.data.labels} labelled
        </Text>
      )}
      <Controls view={config.data} />
    </Group>
  );
}

function Controls({ view }: { view: ConfigView }) {
  const configure = useConfigure();
  const { settings, overrides } = view;
  const set = (change: DecisionOverrides) => configure.mutate({ ...overrides, ...change });
  return (
    <>
      <Badge
        variant="light"
        color={!settings.enabled ? 'gray' : settings.shadow_mode ? 'blue' : 'green'}
      >
        {!settings.enabled ? 'off' : settings.shadow_mode ? 'in shadow' : 'live'}
      </Badge>
      <Switch
        label="On"
        checked={settings.enabled}
        disabled={configure.isPending}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      <Button
        size="compact-md"
        color="red"
        variant={settings.kill_switch ? 'filled' : 'outline'}
        loading={configure.isPending}
        aria-pressed={settings.kill_switch}
        onClick={() => set({ kill_switch: !settings.kill_switch })}
      >
        {settings.kill_switch ? 'Nothing is sent: let go' : 'Stop all sending'}
      </Button>
      {configure.error !== null && (
        <Text size="sm" c="red" role="alert">
          {configure.error.message}
        </Text>
      )}
    </>
  );
}

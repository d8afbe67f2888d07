import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../../api/neighbourhoods';
import type { Cluster } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { ProblemNotice } from '../../../states/ProblemNotice';

interface HandsOnProps {
  readonly cluster: Cluster;
  readonly all: readonly Cluster[];
}

/** What a person may do to a neighbourhood; runs leave it in force. */
export function HandsOn({ cluster, all }: HandsOnProps) {
  const act = useAct(cluster.cluster_id);
  const navigate = useNavigate();
  const [name, setName] = useState(cluster.name);
  const [other, setOther] = useState<string | null>(null);
  const others = all.filter(
    ({ level, cluster_id: id }) => level === cluster.level && id !== cluster.cluster_id,
  );
  return (
    <Panel
      title="Change it"
      note="In force at once and through every later run; the history below takes it back"
    >
      <Stack gap="md">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate({ kind: 'rename', name: name.trim() });
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              label="Name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              style={{ flex: '1 1 200px' }}
            />
            <Button
              type="submit"
              variant="default"
              disabled={name.trim() === '' || name.trim() === cluster.name}
              loading={act.isPending}
            >
              Rename
            </Button>
          </Group>
        </form>
        {cluster.level !== 'micro' && others.length > 0 && (
          <Group align="flex-end" gap="sm">
            <Select
              label="Take in another one"
              placeholder={`a ${cluster.level}`}
              searchable
              clearable
              value={other}
              data={others.map(({ cluster_id: value, name: label }) => ({ value, label }))}
              onChange={setOther}
              style={{ flex: '1 1 200px' }}
            />
            <Button
              variant="default"
              disabled={other === null || act.isPending}
              onClick={() => {
                if (other === null) return;
                act.mutate({ kind: 'merge', other }, { onSuccess: () => setOther(null) });
              }}
            >
              Merge
            </Button>
          </Group>
        )}
        <Group gap="sm">
          {cluster.level !== 'micro' && (
            <Button
              variant="default"
              disabled={act.isPending}
              onClick={() =>
                act.mutate(
                  { kind: 'split' },
                  { onSuccess: () => void navigate('/discovery?view=neighbourhoods') },
                )
              }
            >
              Split in two
            </Button>
          )}
          <Button
            variant="default"
            disabled={act.isPending}
            onClick={() => act.mutate({ kind: 'pin', isPinned: !cluster.is_held })}
          >
            {cluster.is_held ? 'Let runs change it' : 'Keep it as it is'}
          </Button>
        </Group>
        {act.error !== null && <ProblemNotice error={act.error} />}
      </Stack>
    </Panel>
  );
}

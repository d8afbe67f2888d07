import { Button, Checkbox, Group, Select, Stack, Switch, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import {
  useApprove,
  useApproveAll,
  useCancel,
  useHeld,
  useModify,
  useQueue,
  useReject,
} from '../../api/decisions';
import type { DecisionExecution } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { plural, words } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { ProblemNotice } from '../../states/ProblemNotice';
import classes from './Queue.module.css';
import { sure } from './sure';

const reasons = ['wrong', 'outdated', 'incomplete', 'tone', 'other'];

/** What waits for a person, and what a person can still stop. */
export function Queue() {
  return (
    <Stack gap="lg">
      <Held />
      <Panel title="Waiting for a person" note="New ones come by themselves">
        <Answer query={useQueue()}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                title="Nothing waits"
                command={'motif decide process "Which bay is mine?" --message-id 1'}
              >
                In shadow everything is decided and nothing waits: the shadow report shows what
                would have been offered. Switch shadow mode off in the settings to work from here.
              </Empty>
            ) : (
              <Waiting items={items} />
            )
          }
        </Answer>
      </Panel>
    </Stack>
  );
}

function Held() {
  const held = useHeld();
  const cancel = useCancel();
  if (held.data === undefined || held.data.items.length === 0) return null;
  return (
    <Panel title="About to be sent" note="Automatic answers in their hold">
      {held.data.items.map((item) => (
        <Group key={item.execution_id} justify="space-between" wrap="nowrap">
          <Text size="sm">
            “{item.text}” → {item.reply}
          </Text>
          <Button
            size="compact-sm"
            color="red"
            variant="light"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(item.execution_id)}
          >
            Stop
          </Button>
        </Group>
      ))}
      {cancel.error !== null && <ProblemNotice error={cancel.error} />}
    </Panel>
  );
}

function Waiting({ items }: { items: readonly DecisionExecution[] }) {
  const [place, setPlace] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const [rejecting, setRejecting] = useState<string | null>(null);
  const [hasKeys, setKeys] = useLocalStorage({ key: 'motif-queue-keys', defaultValue: true });
  const approve = useApprove();
  const all = useApproveAll();
  const refused = all.data?.items.filter((one) => one.refusal != null) ?? [];
  const at = Math.min(place, items.length - 1);
  const item = items[at];
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const press = (act: () => void) => () => hasKeys && act();
  const send = (one: DecisionExecution | undefined) =>
    one !== undefined && approve.mutate({ id: one.execution_id, version: one.version });
  useHotkeys([
    ['j', press(() => setPlace(Math.min(at + 1, items.length - 1)))],
    ['k', press(() => setPlace(Math.max(at - 1, 0)))],
    ['a', press(() => send(item))],
    ['e', press(() => setEditing(item?.execution_id ?? null))],
    ['r', press(() => setRejecting(item?.execution_id ?? null))],
    ['x', press(() => item !== undefined && toggle(item.execution_id))],
  ]);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Switch
          size="sm"
          label="Keys: j k to move, a approve, e edit, r reject, x choose"
          checked={hasKeys}
          onChange={(event) => setKeys(event.currentTarget.checked)}
        />
        <Button
          size="compact-sm"
          disabled={chosen.length === 0}
          loading={all.isPending}
          onClick={() => all.mutate([...chosen], { onSuccess: () => setChosen([]) })}
        >
          Approve {plural(chosen.length, 'reply', 'replies')}
        </Button>
      </Group>
      {approve.error !== null && <ProblemNotice error={approve.error} />}
      {all.error !== null && <ProblemNotice error={all.error} />}
      {refused.length > 0 && (
        <Text size="sm" c="orange" role="status">
          {plural(refused.length, 'reply was', 'replies were')} not approved:{' '}
          {[...new Set(refused.map((one) => one.detail))].join('; ')}
        </Text>
      )}
      {items.map((one, index) => (
        <article
          key={one.execution_id}
          className={classes.item ?? ''}
          aria-current={index === at ? 'true' : undefined}
          ref={index === at ? seen : undefined}
          aria-label={`Reply to “${one.text}”`}
        >
          <Checkbox
            aria-label={`Choose the reply to “${one.text}”`}
            checked={chosen.includes(one.execution_id)}
            onChange={() => toggle(one.execution_id)}
          />
          <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
            <Asked item={one} />
            {editing === one.execution_id ? (
              <Edit item={one} onEnd={() => setEditing(null)} />
            ) : rejecting === one.execution_id ? (
              <Reject item={one} onEnd={() => setRejecting(null)} />
            ) : (
              <Group gap="xs">
                <Button size="compact-sm" loading={approve.isPending} onClick={() => send(one)}>
                  Approve
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setEditing(one.execution_id)}
                >
                  Edit
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setRejecting(one.execution_id)}
                >
                  Reject
                </Button>
              </Group>
            )}
          </Stack>
        </article>
      ))}
    </Stack>
  );
}

/** Moved to by a key, it is to be seen. */
const seen = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** Asked for by a key, the field is where the cursor goes. */
const focused = (element: HTMLElement | null) => element?.focus();

const Asked = ({ item }: { item: DecisionExecution }) => (
  <>
    <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
      {item.text}
    </Text>
    <Text className={classes.reply ?? ''}>{item.reply}</Text>
    <Text size="xs" c="dimmed">
      {item.pattern_name} · {sure(item.confidence)} sure
      {item.risk != null && ` · risk ${item.risk.toUpperCase()}`} ·{' '}
      {item.reasons.map(words).join(', ')} · <Ago at={item.at} />
      {item.approvers.length > 0 && ` · approved by ${item.approvers.join(', ')}`}
    </Text>
    {item.alarmed_at != null && (
      <Text size="xs" c="orange" fw={600}>
        Runs out <Ago at={item.due_at ?? item.alarmed_at} />: nobody has approved it
      </Text>
    )}
    {item.missing.length > 0 && (
      <Text size="xs" c="orange">
        Nothing was given for {item.missing.join(', ')}: edit the reply
      </Text>
    )}
    {item.blockers.length > 0 && (
      <Text size="xs" c="dimmed">
        Not automatic: {item.blockers.join('; ')}
      </Text>
    )}
  </>
);

function Edit({ item, onEnd }: { item: DecisionExecution; onEnd: () => void }) {
  const [text, setText] = useState(item.reply ?? '');
  const modify = useModify();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        modify.mutate({ id: item.execution_id, version: item.version, text }, { onSuccess: onEnd });
      }}
    >
      <Stack gap="xs">
        <Textarea
          label="Send these words"
          autosize
          ref={focused}
          onKeyDown={getHotkeyHandler([['Escape', onEnd]])}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Ends isPending={modify.isPending} onEnd={onEnd} doing="Send" />
        {modify.error !== null && <ProblemNotice error={modify.error} />}
      </Stack>
    </form>
  );
}

function Reject({ item, onEnd }: { item: DecisionExecution; onEnd: () => void }) {
  const [reason, setReason] = useState('wrong');
  const reject = useReject();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reject.mutate(
          { id: item.execution_id, version: item.version, reason },
          { onSuccess: onEnd },
        );
      }}
    >
      <Stack gap="xs">
        <Select
          label="Why not?"
          ref={focused}
          onKeyDown={getHotkeyHandler([['Escape', onEnd]])}
          data={reasons}
          value={reason}
          allowDeselect={false}
          onChange={(value) => value !== null && setReason(value)}
        />
        <Ends isPending={reject.isPending} onEnd={onEnd} doing="Reject" />
        {reject.error !== null && <ProblemNotice error={reject.error} />}
      </Stack>
    </form>
  );
}

const Ends = ({
  isPending,
  onEnd,
  doing,
}: {
  isPending: boolean;
  onEnd: () => void;
  doing: string;
}) => (
  <Group gap="xs">
    <Button size="compact-sm" type="submit" loading={isPending}>
      {doing}
    </Button>
    <Button size="compact-sm" variant="default" onClick={onEnd}>
      Back
    </Button>
  </Group>
);

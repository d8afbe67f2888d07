import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useChangePattern } from '../../api/decisions';
import { useHistory } from '../../api/pattern';
import type { DecisionPattern, PatternVersion, ReplyBody } from '../../api/types';
import { words } from '../../format/numbers';
import { Ago } from '../../patterns/Ago';
import { Answer } from '../../states/Answer';
import { ProblemNotice } from '../../states/ProblemNotice';
import { Template } from './Template';
import classes from './Versions.module.css';

/** A reply as it was kept: what holds by default need not be written there. */
type KeptReply = Pick<ReplyBody, 'template'> & Partial<ReplyBody>;

/** What a version answered with; null where its body is no reply. */
function replyOf({ snapshot }: PatternVersion): KeptReply | null {
  const body: unknown = snapshot.body;
  return typeof body === 'object' && body !== null && 'template' in body
    ? (body as KeptReply)
    : null;
}

/** Every version of a reply; an earlier one can be made current again, with the evidence that it had earned. */
export function Versions({ pattern }: { pattern: DecisionPattern }) {
  const change = useChangePattern();
  return (
    <Answer query={useHistory(pattern.pattern_id)}>
      {({ items }) => (
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            Words that are brought back bring back the evidence they had.
          </Text>
          {change.error !== null && <ProblemNotice error={change.error} />}
          <ol
            className={classes.list ?? ''}
            aria-label={`Versions of ${pattern.name}, newest first`}
          >
            {items.map((version) => (
              <Version
                key={version.version}
                version={version}
                isCurrent={replyOf(version)?.template === pattern.reply.template}
                isPending={change.isPending}
                onRestore={(reply) =>
                  change.mutate({
                    id: pattern.pattern_id,
                    version: pattern.version,
                    // Words come back; how far they may go is what was said last.
                    reply: {
                      ...pattern.reply,
                      template: reply.template,
                      translations: reply.translations ?? {},
                    },
                    note: `back to the words of version ${version.version}`,
                  })
                }
              />
            ))}
          </ol>
        </Stack>
      )}
    </Answer>
  );
}

interface VersionProps {
  readonly version: PatternVersion;
  readonly isCurrent: boolean;
  readonly isPending: boolean;
  readonly onRestore: (reply: KeptReply) => void;
}

function Version({ version, isCurrent, isPending, onRestore }: VersionProps) {
  const reply = replyOf(version);
  return (
    <li className={classes.version ?? ''}>
      <Group gap="xs">
        <Text fw={600} component="span" className="tabular">
          v{version.version}
        </Text>
        <Text size="sm" c="dimmed" component="span">
          {words(version.event)} by {version.actor} · <Ago at={version.at} />
        </Text>
        {isCurrent ? (
          <Badge size="sm" variant="light" tt="none">
            These words stand
          </Badge>
        ) : (
          reply !== null && (
            <Button
              size="compact-xs"
              variant="default"
              loading={isPending}
              aria-label={`Bring back the words of version ${version.version}`}
              onClick={() => onRestore(reply)}
            >
              Bring back
            </Button>
          )
        )}
      </Group>
      {version.note !== null && <Text size="sm">{version.note}</Text>}
      {reply !== null && <Template text={reply.template} />}
    </li>
  );
}

import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { MatchedPattern } from '../../../api/types';
import { percent, title } from '../../../format/numbers';
import { KindBadge } from '../../../patterns/Badges';
import { Judge } from '../../../patterns/Judge';
import { patternPath } from '../../../patterns/PatternLink';
import { CopyWords } from '../../../states/Copy';
import { useDisclosed } from './useDisclosed';
import { ExemplarLine } from './ExemplarLine';
import { Explanation } from './Explanation';
import { Reuse } from './Reuse';
import { Steps } from './Steps';

/** One result: how sure, what to do, and on demand why it stands here. */
export function MatchResult({ match, matchId }: { match: MatchedPattern; matchId: string }) {
  const { explain } = match;
  const code = useDisclosed('Show the code', 'Hide the code', () => (
    <Reuse patternId={match.pattern_id} />
  ));
  const why = useDisclosed('Why here?', 'Hide why', () =>
    explain == null ? null : <Explanation explain={explain} name={match.name} />,
  );
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <Group gap="xs">
            <Anchor component={Link} to={patternPath(match.pattern_id)} fw={600} data-list-item>
              {match.name}
            </Anchor>
            <KindBadge kind={match.kind} />
            <Text size="sm" c="dimmed">
              {title(match.pattern_type)}
            </Text>
          </Group>
          {match.description !== '' && (
            <Text size="sm" lineClamp={2}>
              {match.description}
            </Text>
          )}
        </div>
        <Badge size="lg" variant="light" tt="none" style={{ flexShrink: 0 }}>
          {percent(match.confidence_score)} sure
        </Badge>
      </Group>
      {match.exemplar != null && <ExemplarLine exemplar={match.exemplar} />}
      {match.steps.length > 0 && <Steps steps={match.steps} />}
      <Group gap="xs" mt="xs" align="flex-start">
        <Judge patternId={match.pattern_id} name={match.name} matchId={matchId} size="compact-sm" />
        <CopyWords text={match.pattern_id} what="id" />
        {match.kind === 'code' && code.button}
        {explain != null && why.button}
      </Group>
      {code.content}
      {why.content}
    </li>
  );
}

import { Anchor, Badge, Button, Collapse, Group, List, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { MatchedPattern } from '../../../api/types';
import { percent, title } from '../../../format/numbers';
import { KindBadge } from '../../../patterns/Badges';
import { Judge } from '../../../patterns/Judge';
import { patternPath } from '../../../patterns/PatternLink';
import { CopyWords } from '../../../states/Copy';
import { Explanation } from './Explanation';

/** One result: how sure, what to do, and on demand why it stands here. */
export function MatchResult({ match, matchId }: { match: MatchedPattern; matchId: string }) {
  const [isOpen, setOpen] = useState(false);
  const region = useId();
  const { explain } = match;
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
      {/* Ranked by how much they have to do with the intent: numbers would read as an order of doing. */}
      {match.recommendations.length > 0 && (
        <List size="sm" mt={6} withPadding>
          {match.recommendations.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      )}
      <Group gap="xs" mt="xs" align="flex-start">
        <Judge patternId={match.pattern_id} name={match.name} matchId={matchId} size="compact-sm" />
        <CopyWords text={match.pattern_id} what="id" />
        {explain != null && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            aria-controls={region}
          >
            {isOpen ? 'Hide why' : 'Why here?'}
          </Button>
        )}
      </Group>
      {explain != null && (
        <Collapse expanded={isOpen} id={region}>
          {isOpen && <Explanation explain={explain} name={match.name} />}
        </Collapse>
      )}
    </li>
  );
}

import { Anchor, Badge, Button, Collapse, Group, List, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { MatchedPattern } from '../../../api/types';
import { percent, title } from '../../../format/numbers';
import { KindBadge } from '../../../patterns/Badges';
import { patternPath } from '../../../patterns/PatternLink';
import { Explanation } from './Explanation';

/** One result: how sure, what to do, and on demand why it stands here. */
export function MatchResult({ match }: { match: MatchedPattern }) {
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
        <Badge
          size="lg"
          variant="light"
          tt="none"
          aria-label={`Confidence ${percent(match.confidence_score)}`}
          style={{ flexShrink: 0 }}
        >
          {percent(match.confidence_score)}
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
      {explain != null && (
        <>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            mt={6}
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            aria-controls={region}
          >
            {isOpen ? 'Hide why' : 'Why here?'}
          </Button>
          <Collapse expanded={isOpen} id={region}>
            {isOpen && <Explanation explain={explain} name={match.name} />}
          </Collapse>
        </>
      )}
    </li>
  );
}

import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useHasItems } from '../../api/discovery';
import { useSystem } from '../../api/system';
import { Panel } from '../../frame/Panel';
import { databaseCommand } from '../../patterns/databaseCommand';
import { Answer } from '../../states/Answer';
import { Command } from '../../states/Empty';

/** What fills the page: items first, then a run over them. */
export function NothingYet() {
  const hasItems = useHasItems();
  return (
    <Answer query={hasItems}>
      {(has) =>
        has ? (
          <Panel title="Nothing was discovered yet">
            <Text>
              There are items, and no run over them has finished.{' '}
              <Anchor component={Link} to="/discovery?view=runs">
                Start a run
              </Anchor>
              .
            </Text>
          </Panel>
        ) : (
          <FirstItems />
        )
      }
    </Answer>
  );
}

function FirstItems() {
  const system = useSystem();
  return (
    <Panel title="There are no items yet">
      <Answer query={system}>
        {({ database }) => (
          <Stack gap="md" maw={860}>
            <Text>
              An item is a video, an article, a post: a title, who published it and when, and how it
              did.
            </Text>
            <List spacing="lg">
              <List.Item>
                <b>Import what was published</b>, as JSON lines or CSV with id, text, channel,
                published_at and views:
                <Command text={databaseCommand(database, 'items import videos.jsonl')} />
              </List.Item>
              <List.Item>
                <b>Then run over it</b>, here or by
                <Command text={databaseCommand(database, 'discover run')} />
              </List.Item>
              <List.Item>
                <b>Look at channels that come with Motif</b>, in a database of their own:
                <Command text="motif demo" />
              </List.Item>
            </List>
          </Stack>
        )}
      </Answer>
    </Panel>
  );
}

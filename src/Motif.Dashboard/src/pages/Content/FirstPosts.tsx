import { List, Stack, Text } from '@mantine/core';
import { useSystem } from '../../api/system';
import { Panel } from '../../frame/Panel';
import { databaseCommand } from '../../patterns/databaseCommand';
import { Answer } from '../../states/Answer';
import { Command } from '../../states/Empty';

/** What fills the page: posts, from a file or one by one. */
export function FirstPosts() {
  const system = useSystem();
  return (
    <Panel title="No persona has posted yet">
      <Answer query={system}>
        {({ database }) => (
          <Stack gap="md" maw={860}>
            <Text>
              A persona is whoever posts: an account, a brand’s voice. Its first post makes it
              known.
            </Text>
            <List spacing="lg">
              <List.Item>
                <b>Import what was posted</b>, as JSON lines or CSV with persona_id, used_at and
                content:
                <Command text={databaseCommand(database, 'content import posts.csv')} />
              </List.Item>
              <List.Item>
                <b>Record posts as they go out</b>:
                <Command
                  text={databaseCommand(
                    database,
                    'content record "The secret to rye? It’s not what you think." --persona bakery',
                  )}
                />
              </List.Item>
              <List.Item>
                <b>Look at posts that come with Motif</b>, in a database of their own:
                <Command text="motif demo" />
              </List.Item>
            </List>
          </Stack>
        )}
      </Answer>
    </Panel>
  );
}

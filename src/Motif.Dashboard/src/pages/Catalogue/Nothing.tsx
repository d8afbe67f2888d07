import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Panel } from '../../frame/Panel';
import { Empty } from '../../states/Empty';

export const NothingFound = () => (
  <Panel title="No match">
    <Empty
      title="No pattern passes these filters"
      action={
        <Button component={Link} to="/catalogue" variant="light" mt="xs">
          Clear all filters
        </Button>
      }
    >
      Every word of the search must begin a word of the pattern’s name, tags or description. Take a
      word or a filter away.
    </Empty>
  </Panel>
);

import { Button, SimpleGrid, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { SelectedPoints } from '../../../api/types';
import { Panel } from '../../../frame/Panel';
import { count, plural } from '../../../format/numbers';
import { Answer } from '../../../states/Answer';
import { ItemTitle } from '../ItemTitle';

/** Members of a selection whose texts are asked for. */
const shownItems = 20;

interface SelectedProps {
  readonly selection: UseQueryResult<SelectedPoints>;
  /** Nothing passes the filter. */
  readonly isNone: boolean;
  readonly onClear: () => void;
}

/** What lies inside the lasso and passes the filter, as the server counts it. */
export const Selected = ({ selection, isNone, onClear }: SelectedProps) => (
  <Panel
    title="Selected"
    note={
      isNone
        ? 'No item passes the filter'
        : selection.data === undefined
          ? 'asking …'
          : `${plural(selection.data.count, 'item')} inside that pass the filter`
    }
    aside={
      <Button variant="default" size="compact-sm" onClick={onClear}>
        Clear
      </Button>
    }
  >
    {!isNone && (
      <Answer query={selection}>
        {({ item_ids: ids, count: all }) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
            {ids.slice(0, shownItems).map((id) => (
              <div key={id}>
                <ItemTitle id={id} />
              </div>
            ))}
            {all > shownItems && (
              <Text size="sm" c="dimmed">
                and {count(all - shownItems)} more
              </Text>
            )}
          </SimpleGrid>
        )}
      </Answer>
    )}
  </Panel>
);

import { Text } from '@mantine/core';
import { useItem } from '../../api/discovery';
import type { Item } from '../../api/types';
import { compact, times } from '../../format/numbers';
import { day } from '../../format/time';

/** An item by its words: only ids stand in findings and neighbourhoods, the text is asked for when it is shown. */
export function ItemTitle({ id }: { id: string }) {
  const item = useItem(id);
  if (item.data === undefined)
    return (
      <Text size="sm" c="dimmed">
        {item.error === null ? '…' : `${id} is no longer among the items`}
      </Text>
    );
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {item.data.text === '' ? id : item.data.text}
      </Text>
      <Text size="xs" c="dimmed">
        {about(item.data).join(' · ')}
      </Text>
    </>
  );
}

const about = ({ channel, published_at, views, performance_ratio }: Item): string[] => [
  ...(channel === null ? [] : [channel]),
  ...(published_at === null ? [] : [day(published_at)]),
  ...(views === null ? [] : [`${compact(views)} views`]),
  ...(performance_ratio === null ? [] : [`${times(performance_ratio)} the usual`]),
];

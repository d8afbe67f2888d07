import { Badge, Text } from '@mantine/core';

/** A reply with its places shown as what they are filled with. */
export const Template = ({ text }: { text: string }) => (
  <Text component="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {text.split(/(\{\{[^}]*\}\})/).map((part, index) =>
      part.startsWith('{{') ? (
        <Badge key={index} variant="light" color="gray" tt="none">
          {part.slice(2, -2)}
        </Badge>
      ) : (
        part
      ),
    )}
  </Text>
);

import { SimpleGrid, Stack } from '@mantine/core';
import { AskConcept } from './AskConcept';
import { AskTitle } from './AskTitle';
import { AskTrait } from './AskTrait';

/** Questions before something is published; nothing is kept of them. */
export const Ask = () => (
  <Stack gap="lg">
    <AskTitle />
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <AskConcept />
      <AskTrait />
    </SimpleGrid>
  </Stack>
);

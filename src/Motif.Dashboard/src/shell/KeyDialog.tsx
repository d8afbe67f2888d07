import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { session } from '../api/session';

/** Asks for an API key when the server wanted one, then asks the server everything again. */
export function KeyDialog() {
  const isRefused = useSyncExternalStore(session.subscribe, session.isRefused);
  const queries = useQueryClient();
  const [key, setKey] = useState('');

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    session.use(key.trim());
    setKey('');
    void queries.invalidateQueries();
  }

  return (
    <Modal
      opened={isRefused}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="This server wants an API key"
      centered
    >
      <form onSubmit={submit}>
        <Text size="sm" c="dimmed" mb="sm">
          It is kept in this tab only and forgotten when the tab is closed.
        </Text>
        <PasswordInput
          label="API key"
          autoComplete="off"
          data-autofocus
          required
          error={session.key() !== null && key === '' ? 'The key given before was refused.' : null}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button type="submit" disabled={key.trim() === ''}>
            Continue
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

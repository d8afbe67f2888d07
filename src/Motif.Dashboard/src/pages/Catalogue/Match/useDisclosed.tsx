import { Button, Collapse } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';

/** Two halves of something that opens on demand: its button, and what it opens. */
export function useDisclosed(show: string, hide: string, children: () => ReactNode) {
  const [isOpen, setOpen] = useState(false);
  const region = useId();
  return {
    button: (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={region}
      >
        {isOpen ? hide : show}
      </Button>
    ),
    content: (
      <Collapse expanded={isOpen} id={region}>
        {isOpen && children()}
      </Collapse>
    ),
  };
}

import { Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams, useLocation } from 'react-router';
import { SearchIcon } from '../frame/icons';

/** Searches the catalogue from anywhere; `/` leads here. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  const [text, setText] = useSearchText();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    const next = new URLSearchParams(pathname === '/catalogue' ? parameters : undefined);
    next.delete('cursor');
    if (text.trim() === '') next.delete('q');
    else next.set('q', text.trim());
    void navigate({ pathname: '/catalogue', search: next.toString() });
  }

  return (
    <form role="search" onSubmit={submit} style={{ flex: 1, maxWidth: 520, marginInline: 'auto' }}>
      <TextInput
        ref={input}
        type="search"
        name="q"
        aria-label="Search the catalogue"
        aria-keyshortcuts="/"
        placeholder="Search the catalogue"
        leftSection={<SearchIcon />}
        rightSection={<Kbd size="xs">/</Kbd>}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'ArrowDown')
            document.querySelector<HTMLElement>('[data-list-item]')?.focus();
        }}
        maxLength={200}
      />
    </form>
  );
}

/** What is typed, starting from (and following) what the address says. */
function useSearchText() {
  const [parameters] = useSearchParams();
  const addressed = parameters.get('q') ?? '';
  const [state, setState] = useState({ addressed, text: addressed });
  if (state.addressed !== addressed) setState({ addressed, text: addressed });
  return [state.text, (text: string) => setState({ addressed, text })] as const;
}

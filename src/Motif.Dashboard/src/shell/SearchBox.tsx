import { Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams, useLocation } from 'react-router';
import { SearchIcon } from '../frame/icons';

/** A pause in typing that long is a wish to see what there is. */
const pauseMilliseconds = 200;

/** Searches the catalogue from anywhere; `/` leads here. In the catalogue the list follows what is typed. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  const [text, setText] = useSearchText();
  const search = useSearch();
  const isInCatalogue = useLocation().pathname === '/catalogue';
  const searchSoon = useDebouncedCallback(search, pauseMilliseconds);

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchSoon.cancel();
        search(text.typed, false);
      }}
      style={{ flex: 1, maxWidth: 520, marginInline: 'auto' }}
    >
      <TextInput
        ref={input}
        type="search"
        name="search"
        aria-label="Search the catalogue"
        aria-keyshortcuts="/"
        placeholder="Search the catalogue"
        leftSection={<SearchIcon />}
        rightSection={<Kbd size="xs">/</Kbd>}
        value={text.typed}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          if (isInCatalogue) searchSoon(typed, true);
        }}
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

/** Leads to the list of what has these words; what was chosen there before stays, a wish gives way. */
function useSearch() {
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  return (typed: string, isReplaced: boolean) => {
    const next = new URLSearchParams(pathname === '/catalogue' ? parameters : undefined);
    for (const name of ['cursor', 'intent', 'context', 'search']) next.delete(name);
    if (typed.trim() !== '') next.set('search', typed.trim());
    // While one types, the browser's way back is not every letter.
    void navigate({ pathname: '/catalogue', search: next.toString() }, { replace: isReplaced });
  };
}

/** What is typed, starting from (and following) what the address says, unless that is what was typed already. */
function useSearchText() {
  const [parameters] = useSearchParams();
  const addressed = parameters.get('search') ?? '';
  const [state, setState] = useState({ addressed, typed: addressed });
  if (state.addressed !== addressed) {
    const isOwn = state.typed.trim().startsWith(addressed) && addressed !== '';
    setState({ addressed, typed: isOwn ? state.typed : addressed });
  }
  return [state, (typed: string) => setState({ ...state, addressed, typed })] as const;
}

import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ColorSchemeMenu } from './ColorSchemeMenu';
import { KeyDialog } from './KeyDialog';
import { Logo } from './Logo';
import { Navigation } from './Navigation';
import { SearchBox } from './SearchBox';
import classes from './Shell.module.css';

/** The frame around every page: skip link, header with search, navigation, main. */
export function Shell() {
  const [isOpen, menu] = useDisclosure();
  const main = useFocusOnNavigation(menu.close);
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <AppShell
        header={{ height: 60 }}
        navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
        padding="lg"
      >
        <AppShell.Header className={classes.header ?? ''}>
          <Group h="100%" px="md" gap="md" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label="Navigation"
              aria-expanded={isOpen}
            />
            <Logo />
            <SearchBox />
            <ColorSchemeMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes.navigation ?? ''} p="sm" aria-label="Pages">
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} ref={main} className={classes.main ?? ''}>
          <div className={classes.page}>
            <Outlet />
          </div>
        </AppShell.Main>
      </AppShell>
      <KeyDialog />
    </>
  );
}

/** A new page starts at its beginning for the eye and for the keyboard alike. */
function useFocusOnNavigation(close: () => void) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    close();
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, close]);
  return main;
}

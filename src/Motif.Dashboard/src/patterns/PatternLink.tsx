import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export const patternPath = (patternId: string): string =>
  `/catalogue/${encodeURIComponent(patternId)}`;

export const PatternLink = ({
  patternId,
  children,
}: {
  patternId: string;
  children: ReactNode;
}) => (
  <Anchor
    component={Link}
    to={patternPath(patternId)}
    fw={550}
    style={{ overflowWrap: 'anywhere' }}
  >
    {children}
  </Anchor>
);

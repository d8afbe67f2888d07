import { Link } from 'react-router';
import classes from './Logo.module.css';

export function Logo() {
  return (
    <Link to="/" className={classes.logo} aria-label="Motif, overview">
      <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
        <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
          <path d="M7 21V11l4.5 6L16 11v10" />
          <path d="M16 21V11l4.5 6L25 11v10" opacity=".55" />
        </g>
      </svg>
      <span className={classes.name}>Motif</span>
    </Link>
  );
}

import { NavLink as RouterLink } from 'react-router';
import { pages } from '../pages';
import classes from './Navigation.module.css';

export function Navigation() {
  return (
    <ul className={classes.list}>
      {pages.map(({ name, path, Icon }) => (
        <li key={path}>
          <RouterLink to={path} end={path === '/'} className={classes.link ?? ''}>
            <Icon />
            {name}
          </RouterLink>
        </li>
      ))}
    </ul>
  );
}

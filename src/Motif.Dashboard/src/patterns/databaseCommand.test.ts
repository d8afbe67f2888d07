import { expect, it } from 'vitest';
import { databaseCommand } from './databaseCommand';

it.each([
  ['/srv/motif.db', 'motif code scan . --database /srv/motif.db'],
  ["/home/o'neil/a b.db", "motif code scan . --database '/home/o'\\''neil/a b.db'"],
])('a command on the file %s is safe to paste', (location, command) => {
  expect(databaseCommand({ system: 'sqlite 3.53.4', location }, 'code scan .')).toBe(command);
});

it('a command on PostgreSQL names the server and leaves the secret to its reader', () => {
  expect(
    databaseCommand({ system: 'postgresql 15', location: 'db:5432/motif' }, 'code scan .'),
  ).toBe('motif code scan . --database postgresql://USER:PASSWORD@db:5432/motif');
});

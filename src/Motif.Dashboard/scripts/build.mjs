// What `dotnet build` runs: restores the packages when the lock file changed, then builds the dashboard into the
// server's wwwroot. Several builds may run this at the same time: one works, the others wait and find it done.
// Exit codes: 0 built, 3 not possible here (the reason is printed; the server is built without it), 1 broken.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(root, '../Motif.Server/wwwroot');
const page = join(output, 'index.html');
const work = join(root, 'obj');
const lock = join(work, 'build.lock');
const inputs = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const staleAfterMilliseconds = 10 * 60_000;

process.exitCode = await main();

async function main() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    return skipped(`Node ${process.versions.node} is older than 20.19`);
  fs.mkdirSync(work, { recursive: true });
  await takeLock();
  try {
    if (isCurrent()) return touched();
    if (!isRestored()) return skipped('its packages could not be restored (npm ci failed)');
    return build();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

/** mkdir is atomic everywhere; a lock that old belongs to a build that was killed. */
async function takeLock() {
  for (;;) {
    try {
      fs.mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const taken = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - taken > staleAfterMilliseconds)
        fs.rmSync(lock, { recursive: true, force: true });
      await setTimeout(200);
    }
  }
}

/** True when no input is newer than the built page. Folders count too: theirs is the time of a deletion. */
function isCurrent() {
  const built = fs.statSync(page, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return inputs.every((input) => newest(join(root, input)) < built);
}

function newest(path) {
  const stat = fs.statSync(path);
  return stat.isDirectory()
    ? Math.max(stat.mtimeMs, ...fs.readdirSync(path).map((name) => newest(join(path, name))))
    : stat.mtimeMs;
}

/** Tells MSBuild, which compares times, that there was nothing to do. */
function touched() {
  const now = new Date();
  fs.utimesSync(page, now, now);
  return 0;
}

function isRestored() {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.restored');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return true;
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']) !== 0)
    return false;
  fs.writeFileSync(stamp, wanted);
  return true;
}

/** Builds beside the last good one and takes its place only when complete. */
function build() {
  const started = new Date();
  const next = join(work, 'wwwroot');
  process.env.MOTIF_DASHBOARD_OUT = next;
  if (run('npm', ['run', 'build', '--silent', '--', '--logLevel', 'warn']) !== 0) return 1;
  // A source that was saved while the build ran is newer than the page, so that the next build sees it.
  fs.utimesSync(join(next, 'index.html'), started, started);
  fs.rmSync(output, { recursive: true, force: true });
  fs.renameSync(next, output);
  return 0;
}

function run(command, parameters) {
  const isWindows = process.platform === 'win32';
  return spawnSync(command, parameters, { cwd: root, stdio: 'inherit', shell: isWindows }).status;
}

function skipped(reason) {
  console.log(`The dashboard is not built: ${reason}. The server runs without it.`);
  return 3;
}

// Runs before the first paint, so that a dark page never flashes white. A file of its own because the
// content security policy allows no inline script. The key is Mantine's own.
(() => {
  let wanted = 'auto';
  try {
    wanted = window.localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // Storage can be forbidden; the system's scheme is then used.
  }
  const isDark =
    wanted === 'dark' ||
    (wanted !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();

import { describe, expect, it } from 'vitest';
import { highlighted } from './highlight';

describe('the highlighter', () => {
  it('marks the words of the language', () => {
    expect(highlighted('async def f(): pass', 'python')).toContain(
      '<span class="hljs-keyword">async</span>',
    );
    expect(highlighted('sealed class A;', 'csharp')).toContain('hljs-keyword');
    expect(highlighted('const a = 1;', 'javascript')).toContain('hljs-keyword');
    expect(highlighted('interface A {}', 'typescript')).toContain('hljs-keyword');
  });

  it('never lets markup of the source through', () => {
    const html = highlighted('x = "<img src=x onerror=alert(1)>"', 'python') ?? '';
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  it('leaves an unknown language and an enormous source plain', () => {
    expect(highlighted('x', 'cobol')).toBeNull();
    expect(highlighted('x\n'.repeat(60_000), 'python')).toBeNull();
  });
});

using System.Security.Cryptography;
using System.Text;
using Motif.Code.Rules;

namespace Motif.Code.Scanning.Kept;

/// <summary>
/// What the rules found in each file of a scan, what they looked at to find it, what its names meant, and what each file was then. A
/// later scan takes over what would be found again.
/// </summary>
/// <remarks>
/// A file is looked at again where it has changed, where a name that it or a file looked at from it mentions means something else, where
/// such a file has changed, or where a changed file answers what was asked of all: who calls, who derives, who assigns. Everything is
/// looked at again where that cannot be told: a file came, went or is of another module, a class in several parts or an
/// import of everything changed, something is decorated that was not, or bases go in a circle.
/// </remarks>
internal sealed class KeptMatches
{
    private readonly string[] _files;
    private readonly string[] _keys;
    private readonly FileInterface[] _interfaces;
    private readonly FileMatches[] _matches;
    private readonly FileTargets[] _targets;
    private readonly string _rules;
    private readonly string _decorators;
    private readonly bool _hasCircle;

    private KeptMatches(
        string[] files,
        string[] keys,
        FileInterface[] interfaces,
        FileMatches[] matches,
        FileTargets[] targets,
        string rules,
        string decorators,
        bool hasCircle
    )
    {
        (_files, _keys, _interfaces) = (files, keys, interfaces);
        (_matches, _targets) = (matches, targets);
        (_rules, _decorators, _hasCircle) = (rules, decorators, hasCircle);
    }

    /// <summary>Of a scan, after the rules have looked.</summary>
    /// <param name="before">From which some were taken over; null where none were.</param>
    /// <param name="changes">Since then; null where that is not known.</param>
    /// <param name="hashes">Of the contents, in the order of the project's files.</param>
    public static KeptMatches Of(
        CodeProject project,
        CodeRules rules,
        IReadOnlyList<string> hashes,
        KnownMatches found,
        KeptMatches? before,
        TreeChanges? changes,
        ParallelOptions parallel
    )
    {
        var files = project.Files;
        var indexes = Indexes(files);
        var (interfaces, matches) = (new FileInterface[files.Count], new FileMatches[files.Count]);
        var targets = new FileTargets[files.Count];
        Parallel.For(
            0,
            files.Count,
            parallel,
            i =>
            {
                var trail = found.TrailOf(i);
                var isSame = before is not null && trail is null;
                matches[i] = isSame
                    ? before!._matches[i]
                    : FileMatches.Of(found[i]!, trail!.Ends(), indexes);
                targets[i] =
                    changes is not null
                    && !changes.Touched.Contains(i)
                    && before!._targets[i].AreApartFrom(changes.Changed)
                        ? before._targets[i]
                        : FileTargets.Of(files[i], indexes);
                interfaces[i] = isSame ? before!._interfaces[i] : FileInterface.Of(files[i].Facts);
            }
        );
        return new KeptMatches(
            [.. files.Select(f => NameOf(f.Facts))],
            [.. hashes],
            interfaces,
            matches,
            targets,
            RulesOf(rules),
            DecoratorsOf(project),
            project.HasCircle
        );
    }

    /// <summary>What has changed since; null where everything may have.</summary>
    /// <param name="hashes">As in <see cref="Of"/>.</param>
    public TreeChanges? Since(IReadOnlyList<CodeFacts> files, IReadOnlyList<string> hashes)
    {
        if (!_files.SequenceEqual(files.Select(NameOf), StringComparer.Ordinal))
            return null;
        var changed = new HashSet<int>();
        for (var i = 0; i < files.Count; i++)
        {
            if (_keys[i] != hashes[i])
                changed.Add(i);
        }
        if (!TryFindChangedNames(files, changed, out var names))
            return null;
        for (var i = 0; i < files.Count; i++)
        {
            if (!changed.Contains(i) && !_targets[i].IsOf(files[i], files))
                return null;
        }
        HashSet<int> touched = [.. changed];
        if (names.Count > 0)
            AddMentions(files, names, touched);
        return new TreeChanges(changed, touched);
    }

    /// <summary>What names mean in the files to which nothing has happened.</summary>
    public void TellTargets(ProjectFile[] files, TreeChanges changes, ParallelOptions parallel) =>
        Parallel.For(
            0,
            files.Length,
            parallel,
            i =>
            {
                if (!changes.Touched.Contains(i))
                    _targets[i].Tell(files[i], files, changes.Changed);
            }
        );

    /// <summary>What need not be looked at again.</summary>
    public void Tell(CodeProject project, CodeRules rules, TreeChanges changes, KnownMatches known)
    {
        var files = project.Files;
        if (
            _rules != RulesOf(rules)
            || _hasCircle
            || project.HasCircle
            || _decorators != DecoratorsOf(project)
        )
            return;
        var touched = changes.Touched;
        var indexes = Indexes(files);
        var answers = touched.SelectMany(i => FileMatches.AnswersOf(files[i], indexes)).ToHashSet();
        for (var i = 0; i < files.Count; i++)
        {
            if (!touched.Contains(i) && !_matches[i].DependsOn(touched, answers))
                known.Know(i, _matches[i].In(files, i));
        }
    }

    public byte[] Encode(int before)
    {
        var to = new FactsWriter();
        to.Text(_rules);
        to.Text(_decorators);
        to.Number(_hasCircle ? 1 : 0);
        to.Number(_files.Length);
        for (var i = 0; i < _files.Length; i++)
        {
            to.Text(_files[i]);
            to.Text(_keys[i]);
            foreach (var hashes in Columns(_interfaces[i]))
            {
                to.Number(hashes.Length);
                to.Raw<ulong>(hashes);
            }
            to.Number(_interfaces[i].HasParts ? 1 : 0);
            _matches[i].Write(to);
            _targets[i].Write(to);
        }
        return to.Written(before);
    }

    /// <exception cref="ArgumentException">It is no such thing.</exception>
    /// <exception cref="InvalidDataException">Likewise.</exception>
    /// <exception cref="IndexOutOfRangeException">Likewise.</exception>
    /// <exception cref="OverflowException">Likewise.</exception>
    public static KeptMatches Decode(ReadOnlySpan<byte> bytes)
    {
        var from = new FactsReader(bytes);
        var (rules, decorators, hasCircle) = (from.Text(), from.Text(), from.Number() == 1);
        var count = from.Count();
        var (files, keys) = (new string[count], new string[count]);
        var (interfaces, matches) = (new FileInterface[count], new FileMatches[count]);
        var targets = new FileTargets[count];
        for (var i = 0; i < count; i++)
        {
            (files[i], keys[i]) = (from.Text(), from.Text());
            interfaces[i] = new FileInterface(
                Hashes(ref from),
                Hashes(ref from),
                Hashes(ref from),
                Hashes(ref from),
                Hashes(ref from),
                from.Number() == 1
            );
            matches[i] = FileMatches.Read(ref from, count);
            targets[i] = FileTargets.Read(ref from);
        }
        return new KeptMatches(
            files,
            keys,
            interfaces,
            matches,
            targets,
            rules,
            decorators,
            hasCircle
        );
    }

    private bool TryFindChangedNames(
        IReadOnlyList<CodeFacts> files,
        HashSet<int> changed,
        out HashSet<ulong> names
    )
    {
        names = [];
        foreach (var i in changed)
        {
            var (was, now) = (_interfaces[i], FileInterface.Of(files[i]));
            if (was.HasParts || now.HasParts || !was.Open.SequenceEqual(now.Open))
                return false;
            was.AddChanged(now, names);
        }
        return true;
    }

    /// <summary>A name under which a changed one is passed on has changed as well.</summary>
    private static void AddMentions(
        IReadOnlyList<CodeFacts> files,
        HashSet<ulong> names,
        HashSet<int> touched
    )
    {
        for (var before = 0; before != names.Count; )
        {
            before = names.Count;
            foreach (var import in files.SelectMany(f => f.Imports))
            {
                if (import.BoundName is { } bound && NameHash.IsMentioned(import.Target, names))
                    names.Add(NameHash.Of(bound));
            }
        }
        for (var i = 0; i < files.Count; i++)
        {
            if (!touched.Contains(i) && files[i].Outline.Mentions(names))
                touched.Add(i);
        }
    }

    private static Dictionary<CodeFacts, int> Indexes(IReadOnlyList<ProjectFile> files)
    {
        var indexes = new Dictionary<CodeFacts, int>(files.Count);
        for (var i = 0; i < files.Count; i++)
            indexes[files[i].Facts] = i;
        return indexes;
    }

    private static string NameOf(CodeFacts file) =>
        $"{file.Path}\n{file.ModuleName}\n{file.Language}";

    private static string RulesOf(CodeRules rules) =>
        string.Join(
            '\n',
            rules.Rules.Select(r =>
                $"{r.Name}\t{r.GetType()}\t{r.GetType().Module.ModuleVersionId}"
            )
        );

    private static string DecoratorsOf(CodeProject project) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', project.Decorators)))
        );

    private static ulong[][] Columns(FileInterface of) =>
        [of.Units, of.UnitNames, of.Imports, of.Bound, of.Open];

    private static ulong[] Hashes(ref FactsReader from) =>
        from.Raw<ulong>(from.Count(), sizeof(ulong));
}

/// <summary>What has happened to the files of a project since a scan, by their place.</summary>
/// <param name="Changed">Those with another text.</param>
/// <param name="Touched">Those and the ones in which a name may mean something else.</param>
internal sealed record TreeChanges(HashSet<int> Changed, HashSet<int> Touched);

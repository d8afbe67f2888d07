using System.Security.Cryptography;
using System.Text;

namespace Motif.Code.Scanning.Kept;

/// <summary>
/// A folder in which scans leave what the files said, so that the next scan parses only what has changed since. Nothing depends
/// on it: what is missing, damaged, of another program or just being written by another process is parsed as if it had never been kept.
/// </summary>
/// <param name="folder">Made where it is not there; for one catalogue.</param>
/// <remarks>
/// One file for each repository, whose names, documentation and structure it holds: for its owner's eyes alone. Thread-safe.
/// </remarks>
public sealed class KeptFacts(string folder)
{
    private const string Ending = ".facts";

    /// <summary>What the files of all repositories may take; beyond it those go that were not written for longest.</summary>
    internal long MaxBytes { get; init; } = 4L << 30;

    /// <summary>What the file of one repository may take; what comes after is parsed each time.</summary>
    internal long MaxFileBytes { get; init; } = 1L << 30;

    /// <summary>Why nothing could be kept the last time; null where it could.</summary>
    public string? Trouble { get; private set; }

    /// <summary>For one scan.</summary>
    internal FactsFile Open(string repository, IEnumerable<ISourceLanguage> languages)
    {
        Trouble = null;
        return new FactsFile(PathOf(repository), ReaderOf(languages), MaxFileBytes, Tell);
    }

    /// <summary>Removes what is too much.</summary>
    /// <param name="repository">Its file stays: it was just used.</param>
    internal void Bound(string repository)
    {
        try
        {
            var files = new DirectoryInfo(folder).GetFiles("*" + Ending);
            var rest = files.Sum(f => f.Length);
            foreach (var file in files.OrderBy(f => f.LastWriteTimeUtc))
            {
                if (rest <= MaxBytes)
                    break;
                if (file.FullName == Path.GetFullPath(PathOf(repository)))
                    continue;
                rest -= file.Length;
                Remove(file.FullName);
            }
        }
        catch (Exception exception) when (FactsFile.IsTrouble(exception))
        {
            Tell(exception.Message);
        }
    }

    /// <summary>Leaves nothing of a repository.</summary>
    internal void Forget(string repository)
    {
        if (File.Exists(PathOf(repository)))
            Remove(PathOf(repository));
    }

    private static void Remove(string path)
    {
        foreach (var ending in FactsFile.Endings)
            File.Delete(path + ending);
    }

    private void Tell(string trouble) => Trouble = trouble;

    private string PathOf(string repository)
    {
        var name = SHA256.HashData(Encoding.UTF8.GetBytes(repository));
        return Path.Combine(folder, Convert.ToHexStringLower(name)[..32] + Ending);
    }

    /// <summary>All that decides, beside its text, what a file says: this program, what it parses with, and whose characters it goes by.</summary>
    private static byte[] ReaderOf(IEnumerable<ISourceLanguage> languages)
    {
        var readers = languages.Select(l => $"{l.Name}\t{l.GetType().Module.ModuleVersionId}");
        var program = typeof(KeptFacts).Module.ModuleVersionId;
        var order = BitConverter.IsLittleEndian;
        return SHA256.HashData(
            Encoding.UTF8.GetBytes(
                $"{program}\n{Environment.Version}\n{order}\n{string.Join('\n', readers)}"
            )
        );
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Motif.Tests.Code;

/// <summary>
/// What a slow outside program said of files, kept in the temporary folder under the hash of all that its answer depends on:
/// the version of the program and the bytes of every file it reads. The same question is asked once on a machine.
/// </summary>
internal static class RememberedAnswers
{
    private static readonly DirectoryInfo Folder = Directory.CreateDirectory(
        Path.Combine(Path.GetTempPath(), "motif-remembered-answers")
    );

    /// <param name="version">Tells one program, version and set of options from another.</param>
    /// <param name="inputs">The files read, and the folders below which every Python file is.</param>
    internal static async Task<string> GetAsync(
        string version,
        IEnumerable<string> inputs,
        Func<Task<string>> ask
    )
    {
        var path = Path.Combine(Folder.FullName, Key(version, inputs));
        if (File.Exists(path))
            return await File.ReadAllTextAsync(path);
        var answer = await ask();
        var partial = $"{path}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(partial, answer);
        File.Move(partial, path, overwrite: true);
        return answer;
    }

    private static string Key(string version, IEnumerable<string> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(version));
        foreach (var file in inputs.SelectMany(Files))
        {
            var bytes = File.ReadAllBytes(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"\0{file}\0{bytes.Length}\0"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string input) =>
        Directory.Exists(input)
            ? Directory
                .EnumerateFiles(input, "*.py", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
            : [input];
}

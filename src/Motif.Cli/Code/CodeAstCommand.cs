using System.CommandLine;
using System.IO.Enumeration;
using System.Text.Encodings.Web;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Python;

namespace Motif.Cli.Code;

/// <summary><c>motif code ast PATH</c>: the syntax trees of Python files, or hashes to compare them by with CPython's.</summary>
internal static class CodeAstCommand
{
    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly EnumerationOptions Recursively = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    internal static Command Build()
    {
        var path = new Argument<string>("path")
        {
            Description = "A Python file, or a folder of them",
        };
        var hash = new Option<bool>("--hash")
        {
            Description = "One SHA-1 a file instead of the tree",
        };
        var positions = new Option<bool>("--positions")
        {
            Description = "With lines and UTF-8 columns",
        };
        var indent = new Option<int?>("--indent")
        {
            Description = "Spaces per level; one line without it",
        };
        var json = new Option<bool>("--json") { Description = "One JSON document" };
        var command = new Command(
            "ast",
            "Print Python syntax trees as CPython's ast module names them"
        )
        {
            path,
            hash,
            positions,
            indent,
            json,
        };
        command.SetAction(result =>
            Run(
                result.GetRequiredValue(path),
                new Options(
                    result.GetValue(hash),
                    result.GetValue(positions),
                    result.GetValue(indent),
                    result.GetValue(json)
                ),
                result.InvocationConfiguration.Output,
                result.InvocationConfiguration.Error
            )
        );
        return command.WithExamples(
            "motif code ast module.py --indent 2",
            "motif code ast src --hash --positions"
        );
    }

    private readonly record struct Options(bool Hash, bool Positions, int? Indent, bool Json);

    private readonly record struct Parsed(string Path, PythonTree Tree, string? Text);

    private static int Run(string path, Options options, TextWriter output, TextWriter error)
    {
        if (options.Indent is < 0 or > 16)
            throw new UsageException("--indent must be 0 to 16");
        var files = FilesOf(path);
        if (files.Count == 0)
            throw new UsageException(
                $"there is no file or folder {path}, or the folder holds no Python file (.py)"
            );
        var parsed = new Parsed[files.Count];
        Parallel.For(0, files.Count, i => parsed[i] = Parse(files[i], options));
        if (options.Json)
            WriteJson(parsed, output);
        else
            WriteLines(parsed, options, output, error);
        return Array.Exists(parsed, file => !file.Tree.IsValid) && !options.Hash
            ? ExitCode.Failed
            : ExitCode.Ok;
    }

    private static List<(string File, string Path)> FilesOf(string path)
    {
        if (File.Exists(path))
            return [(path, Path.GetFileName(path))];
        if (!Directory.Exists(path))
            return [];
        var found = new FileSystemEnumerable<string>(
            path,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            Recursively
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && entry.FileName.EndsWith(".py", StringComparison.Ordinal),
            // A link to a folder may lead in a circle.
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var root = Path.GetFullPath(path);
        var files = found
            .Select(file =>
                (file, Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            )
            .ToList();
        files.Sort((left, right) => string.CompareOrdinal(left.Item2, right.Item2));
        return files;
    }

    private static Parsed Parse((string File, string Path) file, Options options)
    {
        var tree = PythonParser.Parse(
            RegularFile.Read(file.File, int.MaxValue, CancellationToken.None)
        );
        var text =
            !tree.IsValid && options.Hash ? null
            : options.Hash ? PythonAstPrinter.Hash(tree, options.Positions)
            : PythonAstPrinter.Dump(tree, options.Positions, options.Indent);
        return new Parsed(file.Path, tree, text);
    }

    private static void WriteLines(
        Parsed[] files,
        Options options,
        TextWriter output,
        TextWriter error
    )
    {
        foreach (var file in files)
        {
            if (options.Hash)
            {
                output.WriteLine($"{file.Text ?? "ERR"}  {file.Path}");
                continue;
            }
            foreach (var diagnostic in file.Tree.Diagnostics)
            {
                var (line, column) = file.Tree.Position(diagnostic.Start);
                error.WriteLine($"{file.Path}:{line}:{column}: {diagnostic.Message}");
            }
            if (files.Length > 1)
                output.WriteLine($"# {file.Path}");
            output.WriteLine(file.Text);
        }
    }

    private static void WriteJson(Parsed[] files, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (var file in files)
                WriteFile(json, file);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteLine(
            System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)
        );
    }

    private static void WriteFile(Utf8JsonWriter json, Parsed file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteBoolean("valid", file.Tree.IsValid);
        json.WriteString("encoding", file.Tree.Encoding);
        json.WriteNumber("lines", file.Tree.LineCount);
        json.WriteNumber("nodes", file.Tree.Count);
        json.WriteString("ast", file.Text);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in file.Tree.Diagnostics)
        {
            var (line, column) = file.Tree.Position(diagnostic.Start);
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

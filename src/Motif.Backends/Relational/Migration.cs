using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Motif.Backends.Relational;

/// <summary>A numbered step of a schema: the embedded file <c>Migrations/0001_name.sql</c> of a backend's folder.</summary>
/// <param name="Version">1, 2, 3 … without gaps.</param>
internal sealed partial record Migration(int Version, string Name, string Sql)
{
    /// <summary>The tables it creates, in order: those that belong to Motif.</summary>
    public IEnumerable<string> Tables => Named(CreatedTable());

    /// <summary>The tables that stand after these steps, in the order in which they were created.</summary>
    public static IEnumerable<string> TablesAfter(IEnumerable<Migration> steps)
    {
        var tables = new List<string>();
        foreach (var step in steps)
        {
            tables.AddRange(step.Tables);
            foreach (var dropped in step.Named(DroppedTable()))
                tables.Remove(dropped);
        }
        return tables;
    }

    /// <summary>All migrations of a backend in order.</summary>
    /// <param name="folder">The backend's folder and namespace, such as <c>Sqlite</c>.</param>
    public static IReadOnlyList<Migration> Of(string folder)
    {
        var prefix = $"Motif.Backends.{folder}.Migrations.";
        var assembly = typeof(Migration).Assembly;
        var migrations = assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Read(assembly, n, n[prefix.Length..^".sql".Length]))
            .ToList();
        for (var i = 0; i < migrations.Count; i++)
        {
            if (migrations[i].Version != i + 1)
                throw new InvalidOperationException(
                    $"migration {migrations[i].Name} of {folder} should have the number {i + 1}"
                );
        }
        return migrations;
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var version = int.Parse(name.AsSpan(0, name.IndexOf('_')), CultureInfo.InvariantCulture);
        return new Migration(version, name, reader.ReadToEnd());
    }

    private IEnumerable<string> Named(Regex statement) =>
        statement.Matches(Sql).Select(m => m.Groups["table"].Value);

    [GeneratedRegex(
        @"^DROP TABLE (?<table>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex DroppedTable();

    [GeneratedRegex(
        @"^CREATE (VIRTUAL )?TABLE (?<table>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex CreatedTable();
}

using System.Collections.Frozen;

namespace Motif.Code.Rules;

/// <summary>
/// Says what a unit deals with, such as <c>Database</c> or <c>HTTP</c>: first by the libraries it calls, then by the words of its
/// identifiers.
/// </summary>
internal static class DomainLexicon
{
    /// <summary>Roots of modules and namespaces.</summary>
    private static readonly (string Module, string Domain)[] Modules =
    [
        ("sqlite3", "Database"),
        ("sqlalchemy", "Database"),
        ("psycopg", "Database"),
        ("psycopg2", "Database"),
        ("asyncpg", "Database"),
        ("aiosqlite", "Database"),
        ("pymysql", "Database"),
        ("pymongo", "Database"),
        ("motor", "Database"),
        ("django.db", "Database"),
        ("Microsoft.EntityFrameworkCore", "Database"),
        ("System.Data", "Database"),
        ("Npgsql", "Database"),
        ("Dapper", "Database"),
        ("requests", "HTTP"),
        ("httpx", "HTTP"),
        ("aiohttp", "HTTP"),
        ("urllib", "HTTP"),
        ("http", "HTTP"),
        ("django.http", "HTTP"),
        ("flask", "HTTP"),
        ("fastapi", "HTTP"),
        ("starlette", "HTTP"),
        ("System.Net.Http", "HTTP"),
        ("kafka", "Kafka"),
        ("aiokafka", "Kafka"),
        ("confluent_kafka", "Kafka"),
        ("Confluent.Kafka", "Kafka"),
        ("pika", "Message Queue"),
        ("aio_pika", "Message Queue"),
        ("RabbitMQ", "Message Queue"),
        ("celery", "Task Queue"),
        ("redis", "Redis"),
        ("aioredis", "Redis"),
        ("StackExchange.Redis", "Redis"),
        ("boto3", "Cloud"),
        ("botocore", "Cloud"),
        ("subprocess", "Process"),
        ("System.Diagnostics.Process", "Process"),
        ("socket", "Network"),
        ("ssl", "Network"),
        ("paramiko", "Network"),
        ("System.Net.Sockets", "Network"),
        ("smtplib", "Email"),
        ("email", "Email"),
        ("django.core.mail", "Email"),
        ("shutil", "File"),
        ("tempfile", "File"),
        ("pathlib", "File"),
        ("System.IO", "File"),
        ("zipfile", "Archive"),
        ("tarfile", "Archive"),
        ("json", "JSON"),
        ("System.Text.Json", "JSON"),
        ("csv", "CSV"),
        ("yaml", "YAML"),
        ("xml", "XML"),
        ("lxml", "XML"),
        ("jinja2", "Template"),
        ("django.template", "Template"),
        ("hashlib", "Cryptography"),
        ("hmac", "Cryptography"),
        ("cryptography", "Cryptography"),
        ("logging", "Logging"),
        ("numpy", "Numeric"),
        ("pandas", "Data"),
    ];

    /// <summary>The first parts of the modules: most names are of none and need no further look.</summary>
    private static readonly FrozenSet<string> Roots = Modules
        .Select(m => m.Module.Split('.')[0])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RootLookup =
        Roots.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Word, string Domain)[] Words =
    [
        ("database", "Database"),
        ("sql", "Database"),
        ("transaction", "Database"),
        ("query", "Database"),
        ("cursor", "Database"),
        ("http", "HTTP"),
        ("request", "HTTP"),
        ("response", "HTTP"),
        ("url", "HTTP"),
        ("kafka", "Kafka"),
        ("redis", "Redis"),
        ("file", "File"),
        ("path", "File"),
        ("directory", "File"),
        ("email", "Email"),
        ("mail", "Email"),
        ("payment", "Payment"),
        ("invoice", "Payment"),
        ("order", "Order"),
        ("cart", "Order"),
        ("user", "User"),
        ("account", "User"),
        ("auth", "Authentication"),
        ("token", "Authentication"),
        ("password", "Authentication"),
        ("json", "JSON"),
        ("xml", "XML"),
        ("html", "HTML"),
        ("csv", "CSV"),
        ("socket", "Network"),
        ("config", "Configuration"),
        ("settings", "Configuration"),
        ("log", "Logging"),
        ("image", "Image"),
    ];

    /// <summary>All that it can say, ordinal.</summary>
    public static IReadOnlyList<string> Domains { get; } =
    [
        .. Modules
            .Select(m => m.Domain)
            .Concat(Words.Select(w => w.Domain))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>At most two, the most frequent of the libraries first.</summary>
    public static IReadOnlyList<string> DomainsOf(ProjectUnit unit) =>
        DomainsOf(unit, ofOwnModules: true);

    /// <summary>Likewise by what is no part of the scanned tree: that Django's own code uses <c>django.db</c> sets none of it apart.</summary>
    public static IReadOnlyList<string> ForeignDomainsOf(ProjectUnit unit) =>
        DomainsOf(unit, ofOwnModules: false);

    private static List<string> DomainsOf(ProjectUnit unit, bool ofOwnModules)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var facts = unit.File.Facts;
        for (var i = unit.Node.Index; i < unit.Node.End; i++)
        {
            if (
                facts.Resolved[i] >= 0
                && ByModule(facts.Strings[facts.Resolved[i]]) is { } domain
                && (ofOwnModules || unit.File.TargetOf(facts.Resolved[i]) is null)
            )
                counts[domain] = counts.GetValueOrDefault(domain) + 1;
        }
        var found = new List<string>();
        foreach (var (domain, _) in counts.OrderByDescending(c => c.Value).Take(2))
            found.Add(domain);
        if (
            found.Count < 2
            && ByWord(unit.Fact.QualifiedName) is { } named
            && !found.Contains(named)
            && SaysMore(unit, named)
        )
            found.Add(named);
        return found;
    }

    /// <summary>One word alone misleads (<c>post_order</c>): another of the domain's words must stand in the code as well.</summary>
    private static bool SaysMore(ProjectUnit unit, string domain)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var facts = unit.File.Facts;
        AddWords(unit.Fact.QualifiedName, domain, words);
        for (var i = unit.Node.Index; i < unit.Node.End && words.Count < 2; i++)
        {
            if (facts.Kinds[i] is FactKind.Name or FactKind.Attribute && facts[i].Name is { } name)
                AddWords(name, domain, words);
        }
        return words.Count >= 2;
    }

    private static void AddWords(string name, string domain, HashSet<string> words)
    {
        foreach (var (word, of) in Words)
        {
            if (of == domain && IdentifierWords.Contains(name, word))
                words.Add(word);
        }
    }

    private static string? ByModule(string resolved)
    {
        var dot = resolved.IndexOf('.', StringComparison.Ordinal);
        if (!RootLookup.Contains(dot < 0 ? resolved : resolved.AsSpan(0, dot)))
            return null;
        foreach (var (module, domain) in Modules)
        {
            if (DottedName.IsIn(resolved, module))
                return domain;
        }
        return null;
    }

    private static string? ByWord(string name)
    {
        foreach (var (word, domain) in Words)
        {
            if (IdentifierWords.Contains(name, word))
                return domain;
        }
        return null;
    }
}

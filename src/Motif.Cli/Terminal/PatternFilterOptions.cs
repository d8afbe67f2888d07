using System.CommandLine;
using Motif.Catalog;

namespace Motif.Cli.Terminal;

/// <summary>The filters of every command that lists patterns.</summary>
internal sealed class PatternFilterOptions
{
    private readonly Option<string?> _kind = CommonOptions.Named<PatternKind>(
        "--kind",
        "Only this kind"
    );

    private readonly Option<string[]> _type = new("--type")
    {
        Description = "Only these pattern types",
    };

    private readonly Option<string?> _status = CommonOptions.Named<PatternStatus>(
        "--status",
        "Only this status"
    );

    private readonly Option<string[]> _tag = new("--tag")
    {
        Description = "Only patterns that carry any of these tags, or all (--tag-mode)",
    };

    private readonly Option<string?> _tagMode = CommonOptions.Named<TagMode>(
        "--tag-mode",
        "Whether any of the tags will do, which is the default, or all must be there"
    );

    private readonly Option<string[]> _language = new("--language")
    {
        Description = "Only patterns of one of these languages",
    };

    private readonly Option<string[]> _repository = new("--repository")
    {
        Description = "Only patterns that stand in one of these repositories",
    };

    private readonly Option<double?> _quality = new("--min-quality")
    {
        Description = "Only patterns of at least this quality, 0 to 1",
    };

    private readonly Option<string?> _usedBy = new("--used-by")
    {
        Description = "Only patterns that this actor applied",
        HelpName = "actor",
    };

    private readonly Option<string?> _search = new("--search")
    {
        Description = "Words that must each begin a word of name, tags or description",
    };

    public void AddTo(Command command, bool withKind = true)
    {
        if (withKind)
            command.Add(_kind);
        foreach (
            var option in (Option[])
                [_type, _status, _tag, _tagMode, _language, _repository, _quality, _usedBy, _search]
        )
            command.Add(option);
    }

    public PatternQuery Read(ParseResult parsed) =>
        new()
        {
            Kind = CommonOptions.Value<PatternKind>(parsed.GetValue(_kind)),
            PatternTypes = parsed.GetValue(_type) ?? [],
            Statuses = CommonOptions.Value<PatternStatus>(parsed.GetValue(_status)) is { } status
                ? [status]
                : [],
            Tags = parsed.GetValue(_tag) ?? [],
            TagMode = CommonOptions.Value<TagMode>(parsed.GetValue(_tagMode)) ?? default,
            Languages = parsed.GetValue(_language) ?? [],
            Repositories = parsed.GetValue(_repository) ?? [],
            MinQualityScore = parsed.GetValue(_quality),
            UsedBy = parsed.GetValue(_usedBy),
            Search = parsed.GetValue(_search),
        };
}

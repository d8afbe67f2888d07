using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>The filters of a list of patterns, as a query string.</summary>
internal sealed record PatternFilterParameters(
    [property:
        FromQuery(Name = "kind"),
        WireParameter(typeof(PatternKind)),
        Description("Only this kind.")
    ]
        string? Kind,
    [property: FromQuery(Name = "pattern_type"), Description("Only these types; may be repeated.")]
        string[]? PatternType,
    [property:
        FromQuery(Name = "status"),
        WireParameter(typeof(PatternStatus)),
        Description("Only these statuses; may be repeated.")
    ]
        string[]? Status,
    [property:
        FromQuery(Name = "tag"),
        Description(
            "Only patterns with any of these tags, or with all (tag_mode); capitals do not count; may be repeated."
        )
    ]
        string[]? Tag,
    [property:
        FromQuery(Name = "tag_mode"),
        WireParameter(typeof(TagMode)),
        Description("Whether any of the tags will do (when not given) or all must be there.")
    ]
        string? TagMode,
    [property:
        FromQuery(Name = "language"),
        Description("Only patterns of one of these languages; may be repeated.")
    ]
        string[]? Language,
    [property:
        FromQuery(Name = "repository"),
        Description("Only patterns that stand in one of these repositories; may be repeated.")
    ]
        string[]? Repository,
    [property:
        FromQuery(Name = "quality"),
        WireParameter(typeof(QualityBand)),
        Description(
            "Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated."
        )
    ]
        string[]? Quality,
    [property:
        FromQuery(Name = "min_quality_score"),
        Description("Least quality score, 0 to 1; unmeasured patterns do not pass.")
    ]
        double? MinQualityScore,
    [property:
        FromQuery(Name = "min_success_rate"),
        Description("Least raw success rate, 0 to 1; patterns without outcomes do not pass.")
    ]
        double? MinSuccessRate,
    [property:
        FromQuery(Name = "unused"),
        Description("true: only patterns that were never applied; false: only those that were.")
    ]
        bool? Unused,
    [property:
        FromQuery(Name = "last_used_before"),
        Description(
            "Only patterns whose last use lies before this time; never used ones do not pass."
        )
    ]
        DateTimeOffset? LastUsedBefore,
    [property:
        FromQuery(Name = "created_before"),
        Description("Only patterns that were added before this time.")
    ]
        DateTimeOffset? CreatedBefore,
    [property: FromQuery(Name = "used_by"), Description("Only patterns that this actor applied.")]
        string? UsedBy,
    [property:
        FromQuery(Name = "search"),
        Description("Words that must each begin a word of name, tags or description.")
    ]
        string? Search
)
{
    public PatternQuery Read(WireParameters wire) =>
        new()
        {
            Kind = wire.Read<PatternKind>("kind", Kind),
            PatternTypes = PatternType ?? [],
            Statuses = wire.Read<PatternStatus>("status", Status),
            Tags = Tag ?? [],
            TagMode = wire.Read<TagMode>("tag_mode", TagMode) ?? default,
            Languages = Language ?? [],
            Repositories = Repository ?? [],
            Qualities = wire.Read<QualityBand>("quality", Quality),
            MinQualityScore = MinQualityScore,
            MinSuccessRate = MinSuccessRate,
            Unused = Unused,
            LastUsedBefore = LastUsedBefore,
            CreatedBefore = CreatedBefore,
            UsedBy = UsedBy,
            Search = Search,
        };
}

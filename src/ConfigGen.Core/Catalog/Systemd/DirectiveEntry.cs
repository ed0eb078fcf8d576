using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>What is written about a directive, in our own words, with sources.</summary>
/// <param name="Name">Such as LimitNOFILE.</param>
/// <param name="Topic">Such as limits.</param>
/// <param name="Summary">What it does, in one or a few sentences.</param>
public sealed record DirectiveEntry(string Name, string Topic, string Summary)
{
    /// <summary>The section of a directive that the dumps do not list (Manager, of system.conf); null where the dumps say it.</summary>
    public string? Section { get; init; }

    /// <summary>The type of the value in words: "time span", "number from 1 to 10000, or idle".</summary>
    public string? Takes { get; init; }

    /// <summary>The unit of a number without one, or of what is counted; null where the value has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Meaning of special values, as "value: meaning", in order.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The default in words.</summary>
    public string? Default { get; init; }

    /// <summary>The first version of systemd, where sourced.</summary>
    public int? Since { get; init; }

    /// <summary>How its numbers compare with those of what it replaces or is replaced by.</summary>
    public string? Scale { get; init; }

    /// <summary>The directive whose values it takes; null where it has values of its own.</summary>
    public string? Like { get; init; }

    /// <summary>Directives and sysctl keys to look at as well.</summary>
    public ImmutableArray<string> See { get; init; } = [];

    /// <summary>Values that systemd takes.</summary>
    public ImmutableArray<string> ValidExamples { get; init; } = [];

    /// <summary>Values that systemd refuses.</summary>
    public ImmutableArray<string> InvalidExamples { get; init; } = [];

    /// <summary>Title and address of each source that was read.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Reads an entry from its lines in systemd-directives.pack: the name of a field, then its value; lists have one line an item.</summary>
    internal static DirectiveEntry Read(string name, ImmutableArray<ImmutableArray<string>> lines)
    {
        string? One(string field) => lines.FirstOrDefault(l => l[0] == field) is { IsDefault: false } line ? line[1] : null;
        ImmutableArray<string> Many(string field) => [.. lines.Where(l => l[0] == field).Select(l => string.Join(": ", l.Skip(1)))];
        return new DirectiveEntry(name, One("topic") ?? "", One("summary") ?? "")
        {
            Section = One("section"),
            Takes = One("takes"),
            Unit = One("unit"),
            Values = Many("value"),
            Default = One("default"),
            Since = One("since") is { } since ? int.Parse(since, System.Globalization.CultureInfo.InvariantCulture) : null,
            Scale = One("scale"),
            Like = One("like"),
            See = Many("see"),
            ValidExamples = Many("valid"),
            InvalidExamples = Many("invalid"),
            References = Many("reference"),
        };
    }
}

using System.Collections.Immutable;

namespace ConfigGen.Core.Findings;

/// <summary>CG7: what <c>import</c> could not take over from a file, and what it took otherwise than it stands there.</summary>
public static class ImportCodes
{
    /// <summary>A file of which nothing can be taken over.</summary>
    public static readonly FindingCode NotImportable = Code("CG7001", "not-importable", "A file that cannot be imported", Severity.Error);

    /// <summary>A line or part without a meaning for import.</summary>
    public static readonly FindingCode NotUnderstood = Code("CG7002", "not-understood", "A line that import does not understand", Severity.Warning);

    /// <summary>What a template engine, a build or a shell fills in.</summary>
    public static readonly FindingCode Placeholder = Code("CG7003", "unfilled-placeholder", "A placeholder whose value is not known", Severity.Warning);

    /// <summary>A line that another one overrides.</summary>
    public static readonly FindingCode LostLine = Code("CG7004", "lost-line", "A line without effect, as another one counts", Severity.Warning);

    /// <summary>A line that says again what another one says.</summary>
    public static readonly FindingCode RepeatedLine = Code("CG7005", "repeated-line", "A line that stands there twice", Severity.Info);

    /// <summary>A file that no loader reads.</summary>
    public static readonly FindingCode UnreadFile = Code("CG7006", "unread-file", "A file that is not read at boot", Severity.Warning);

    /// <summary>What systemd-sysctl and procps take in different ways.</summary>
    public static readonly FindingCode LoadersDisagree = Code("CG7007", "loaders-disagree", "The two loaders of sysctl files do not agree", Severity.Warning);

    /// <summary>What is understood and has no words in a spec.</summary>
    public static readonly FindingCode NotExpressible = Code("CG7008", "not-expressible", "A setting that a spec cannot express", Severity.Warning);

    /// <summary>A here-document whose end is missing.</summary>
    public static readonly FindingCode OpenHereDocument = Code("CG7009", "open-here-document", "A here-document that does not end", Severity.Error);

    /// <summary>A setting that is made under a condition.</summary>
    public static readonly FindingCode Conditional = Code("CG7010", "conditional-setting", "A setting that is made only under a condition", Severity.Warning);

    /// <summary>A setting of a container.</summary>
    public static readonly FindingCode NotOfTheHost = Code("CG7011", "not-of-the-host", "A setting of a container, not of the host", Severity.Warning);

    /// <summary>What was left out because it is not a decision of anybody.</summary>
    public static readonly FindingCode DefaultDropped = Code("CG7012", "default-dropped", "Values that nobody decided on are left out", Severity.Info);

    /// <summary>A file that another one takes in and that is not there.</summary>
    public static readonly FindingCode MissingInclude = Code("CG7013", "missing-include", "A file that is included is not at hand", Severity.Warning);

    /// <summary>What is written otherwise in the spec, and means the same.</summary>
    public static readonly FindingCode TakenAs = Code("CG7014", "taken-as", "A line is taken in another way than it is written", Severity.Info);

    /// <summary>Comments that explain no setting.</summary>
    public static readonly FindingCode CommentsDropped = Code("CG7015", "comments-dropped", "Comments that belong to no setting are left out", Severity.Info);

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<FindingCode> All { get; } =
    [
        NotImportable, NotUnderstood, Placeholder, LostLine, RepeatedLine, UnreadFile, LoadersDisagree, NotExpressible, OpenHereDocument, Conditional, NotOfTheHost,
        DefaultDropped, MissingInclude, TakenAs, CommentsDropped,
    ];

    // There is no spec yet that could say ignore.
    private static FindingCode Code(string id, string name, string title, Severity severity) => new(id, name, title, severity) { CanBeIgnored = false };
}

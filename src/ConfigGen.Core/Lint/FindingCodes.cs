using System.Collections.Frozen;
using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint;

/// <summary>Every code that ConfigGen may report, for <c>explain</c>, <c>rules</c> and ignore entries. A guard test holds the list complete.</summary>
public static class FindingCodes
{
    private static readonly ImmutableArray<FindingCode> Input =
    [
        InputCodes.NotFound, InputCodes.NotReadable, InputCodes.NotText, InputCodes.TooLarge, InputCodes.Syntax, InputCodes.DuplicateKey,
        InputCodes.Tab, InputCodes.Alias, InputCodes.TooDeep, InputCodes.Documents, InputCodes.Unsupported, InputCodes.ControlCharacter,
        InputCodes.TooMany, TableCodes.Header, TableCodes.Row, TableCodes.Column,
    ];

    private static readonly ImmutableArray<FindingCode> Raw =
    [
        RawCodes.NotLintable, RawCodes.Placeholder, RawCodes.NoAssignment, RawCodes.OverriddenLine, RawCodes.OverriddenFile, RawCodes.IgnoreForm,
        RawCodes.WindowsText, RawCodes.TrailingComment, RawCodes.UndoneLine, RawCodes.ModuleNotLoaded,
    ];

    private static readonly ImmutableArray<FindingCode> Spec =
    [
        SpecCodes.WrongType, SpecCodes.UnknownProperty, SpecCodes.MissingProperty, SpecCodes.NotAllowed, SpecCodes.Malformed, SpecCodes.SettingForm,
        SpecCodes.MalformedKey, SpecCodes.SameKeyTwice, SpecCodes.UnitMismatch, SpecCodes.UnknownPurpose, SpecCodes.PathEscape, SpecCodes.Cycle,
        SpecCodes.SiblingConflict, SpecCodes.FinalChanged, SpecCodes.UnsetNothing, SpecCodes.NoTargets, SpecCodes.KeepaliveConflict,
        SpecCodes.NoCase, SpecCodes.NothingToRender, SpecCodes.UnknownStartingPoint, SpecCodes.UnknownPlatform, SpecCodes.UnknownKernel, SpecCodes.BadCapture, SpecCodes.TargetForm,
        SpecCodes.UnknownGroup,
    ];

    private static readonly ImmutableArray<FindingCode> Verify = [VerifyCodes.NotADump, VerifyCodes.DumpLine];

    private static readonly ImmutableArray<FindingCode> Ignores =
    [
        IgnoreCodes.Unused, IgnoreCodes.Expired, IgnoreCodes.NotAllowed, IgnoreCodes.UnknownRule,
    ];

    private static readonly ImmutableArray<FindingCode> Configuration =
    [
        ConfigCodes.ToolVersion, ConfigCodes.Destination, ConfigCodes.SeverityTooLow, ConfigCodes.UnknownCode, ConfigCodes.NoSpec, ConfigCodes.Unreachable,
        ConfigCodes.Baseline, ConfigCodes.BaselineGone,
    ];

    private static readonly ImmutableArray<FindingCode> Rendering =
    [
        RenderCodes.Template, RenderCodes.SelfCheck, RenderCodes.Foreign, RenderCodes.HandEdited, RenderCodes.Stale, RenderCodes.Manifest,
        RenderCodes.Undecided, RenderCodes.Collision, RenderCodes.RoleOption, RenderCodes.LeftToRole,
    ];

    /// <summary>Sorted by id.</summary>
    public static ImmutableArray<FindingCode> All { get; } =
        [.. Input.Concat(Raw).Concat(Spec).Concat(Verify).Concat(Configuration).Concat(Ignores).Concat(Rendering).Concat(ImportCodes.All).Concat(RuleSet.All.Select(rule => rule.Code)).OrderBy(code => code.Id, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, FindingCode> ById = All.ToFrozenDictionary(code => code.Id, StringComparer.Ordinal);

    /// <summary>The code with this id (as in "CG2103"), or null.</summary>
    public static FindingCode? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The page of a code, in Markdown; null when there is no such code.</summary>
    public static string? Page(string id)
    {
        using var stream = typeof(FindingCodes).Assembly.GetManifestResourceStream($"pages/{id}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

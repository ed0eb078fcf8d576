using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec;

/// <summary>A value and where it is written.</summary>
public sealed record Located<T>(T Value, SourceSpan Span);

/// <summary>A spec with its layers merged and every setting evaluated for every target.</summary>
/// <param name="Name">Name of the rendered spec: file and role names come from it.</param>
/// <param name="Targets">In the order of the spec; never empty.</param>
/// <param name="Settings">Sorted by key, ordinally; keepalive intent included.</param>
public sealed record ResolvedSpec(Located<string> Name, ImmutableArray<Target> Targets, ImmutableArray<ResolvedSetting> Settings)
{
    /// <summary>The file that was asked for (layers are other files).</summary>
    public required SourceText Source { get; init; }

    /// <summary>Whether it extends other files: what is taken out of this one may come back from them.</summary>
    public bool HasLayers { get; init; }

    /// <summary>What the host class is for, one line.</summary>
    public string? Description { get; init; }

    /// <summary>What the host does (web, db, router …); rules depend on it.</summary>
    public ImmutableArray<Located<string>> Purpose { get; init; } = [];

    /// <summary>The keepalive intent, merged over layers; null when there is none.</summary>
    public KeepaliveIntent? Keepalive { get; init; }

    /// <summary>Units, sorted by name.</summary>
    public ImmutableArray<UnitSpec> Units { get; init; } = [];

    /// <summary>Directives that only a host can decide, sorted by unit, section and name.</summary>
    public ImmutableArray<UndecidedDirective> UndecidedDirectives { get; init; } = [];

    /// <summary>Accepted findings.</summary>
    public ImmutableArray<IgnoreEntry> Ignores { get; init; } = [];

    /// <summary>Where and how artifacts are written.</summary>
    public OutputOptions Outputs { get; init; } = new();

    /// <summary>The setting of a key, or null.</summary>
    public ResolvedSetting? Find(string key) => Settings.FirstOrDefault(s => string.Equals(s.Key.Name, key, StringComparison.Ordinal));
}

/// <summary>One sysctl key after layering.</summary>
/// <param name="Key">The key in canonical spelling.</param>
/// <param name="KeySpan">Where the winning layer writes the key.</param>
/// <param name="Values">One entry per target, in target order.</param>
public sealed record ResolvedSetting(SysctlKey Key, SourceSpan KeySpan, ImmutableArray<TargetValue> Values)
{
    /// <summary>Why, in the user's words.</summary>
    public string? Reason { get; init; }

    /// <summary>No layer above may change it.</summary>
    public bool Final { get; init; }

    /// <summary>Wanted even where it equals the default.</summary>
    public bool Pin { get; init; }

    /// <summary>True when the keepalive intent made it, not a line under sysctl.</summary>
    public bool FromKeepalive { get; init; }

    /// <summary>The cases to decide on the host; empty where every target decides.</summary>
    public ImmutableArray<HostCase> Cases { get; init; } = [];

    /// <summary>What lower layers said, nearest first.</summary>
    public ImmutableArray<RelatedLayerValue> Overridden { get; init; } = [];
}

/// <summary>A directive with a condition that a target does not say enough to decide.</summary>
/// <param name="Directive">As written.</param>
/// <param name="Doubts">The targets, in the order of the spec; never empty.</param>
public sealed record UndecidedDirective(DirectiveSpec Directive, ImmutableArray<TargetDoubt> Doubts);

/// <summary>What is not known about a target.</summary>
public sealed record TargetDoubt(Target Target, string Why);

/// <summary>What a lower layer wrote for a key.</summary>
public sealed record RelatedLayerValue(SourceSpan Span, string Text);

/// <summary>The value of one key on one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Value">What is written there; null when nothing is, or when that could not be decided.</param>
/// <param name="Undecided">Why it could not be decided (a memory size that is not given …); null when it was.</param>
public sealed record TargetValue(Target Target, SettingValue? Value, string? Undecided)
{
    /// <summary>The least that the host must have, where the setting only raises; null for others.</summary>
    public Int128? AtLeast { get; init; }
}

/// <summary>A value ready to be judged and rendered.</summary>
/// <param name="Text">What is written to the file: fields separated by one space, units converted.</param>
/// <param name="Fields">The fields; one for a scalar, none for an empty value.</param>
/// <param name="Written">The same as the user wrote them, with spans; as many as <paramref name="Fields"/>.</param>
/// <param name="Span">Where the value is written.</param>
public sealed record SettingValue(string Text, ImmutableArray<string> Fields, ImmutableArray<WrittenField> Written, SourceSpan Span)
{
    /// <summary>The value as the user wrote it, for messages.</summary>
    public string AsWritten => string.Join(' ', Written.Select(w => w.Text));

    /// <summary>The first field as an integer (leading + or - allowed, decimal); null when it is not one.</summary>
    public Int128? Number => Fields.Length > 0 && Int128.TryParse(Fields[0], System.Globalization.NumberStyles.AllowLeadingSign, null, out var n) ? n : null;
}

/// <summary>One field of a value as the user wrote it.</summary>
/// <param name="Text">Characters as written, quotes removed.</param>
/// <param name="Span">Where; inside "a b c" the span of the one word.</param>
/// <param name="Quoted">Whether the YAML scalar was quoted.</param>
public sealed record WrittenField(string Text, SourceSpan Span, bool Quoted);

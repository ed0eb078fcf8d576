using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>What a raw file says, before any rule.</summary>
public sealed record RawReading
{
    internal RawReading(RawFile file) => File = file;

    /// <summary>The file.</summary>
    public RawFile File { get; }

    /// <summary>What is wrong with its lines.</summary>
    public ImmutableArray<Finding> Findings { get; internal init; } = [];

    /// <summary>Assignments that are in force at its end: of each key the last, in the order of the file.</summary>
    internal ImmutableArray<RawSetting> Settings { get; init; } = [];

    /// <summary>The unit that it is about, its directives without targets; null for sysctl files and where it says nothing.</summary>
    internal UnitSpec? Unit { get; init; }

    /// <summary>Its ignore comments.</summary>
    internal ImmutableArray<RawIgnore> Ignores { get; init; } = [];
}

/// <summary>One assignment of a sysctl file, as the loaders understand it.</summary>
/// <param name="Key">The key in canonical spelling, which may be a pattern.</param>
/// <param name="KeySpan">Where it is written, without the dash.</param>
/// <param name="Value">What is written to the file, blanks around it removed.</param>
/// <param name="IgnoresFailure">A leading dash: systemd does not mind when the write fails.</param>
internal sealed record RawSetting(SysctlKey Key, SourceSpan KeySpan, SettingValue Value, bool IgnoresFailure);

/// <summary>An ignore comment.</summary>
/// <param name="Entry">As an entry of a spec.</param>
/// <param name="Line">The line that it is for; null for the whole file.</param>
internal sealed record RawIgnore(IgnoreEntry Entry, int? Line);

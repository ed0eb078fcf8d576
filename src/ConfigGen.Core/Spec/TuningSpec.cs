using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Spec;

/// <summary>One spec file, typed; layers not merged, nothing evaluated.</summary>
public sealed record TuningSpec(SourceText Source)
{
    /// <summary>The name; null where the file does not say.</summary>
    public Located<string>? Name { get; init; }

    /// <summary>One line about the hosts.</summary>
    public string? Description { get; init; }

    /// <summary>True: only ever extended.</summary>
    public bool IsLayer { get; init; }

    /// <summary>The files that it builds on, in order.</summary>
    public ImmutableArray<Located<string>> Extends { get; init; } = [];

    /// <summary>What the hosts do; null where the file does not say.</summary>
    public Located<ImmutableArray<Located<string>>>? Purpose { get; init; }

    /// <summary>The targets; null where the file does not say.</summary>
    public Located<ImmutableArray<TargetSpec>>? Targets { get; init; }

    /// <summary>The keepalive intent.</summary>
    public KeepaliveIntent? Keepalive { get; init; }

    /// <summary>The settings, in the order written.</summary>
    public ImmutableArray<SettingSpec> Settings { get; init; } = [];

    /// <summary>The directives of all units, in the order written.</summary>
    public ImmutableArray<DirectiveSpec> Directives { get; init; } = [];

    /// <summary>Accepted findings; null where the file does not say.</summary>
    public Located<ImmutableArray<IgnoreEntry>>? Ignores { get; init; }

    /// <summary>Priority of fragments and drop-ins.</summary>
    public Located<int>? Priority { get; init; }

    /// <summary>False: no role is rendered; true: one is; null where the file does not say.</summary>
    public Located<bool>? Ansible { get; init; }

    /// <summary>Role name.</summary>
    public Located<string>? Role { get; init; }

    /// <summary>Keys that an inventory may override.</summary>
    public Located<ImmutableArray<Located<string>>>? Overridable { get; init; }

    /// <summary>Units that the role may restart.</summary>
    public Located<ImmutableArray<Located<string>>>? Restart { get; init; }
}

/// <summary>One target as written.</summary>
public sealed record TargetSpec(SourceSpan Span)
{
    /// <summary>Platform id.</summary>
    public Located<string>? Platform { get; init; }

    /// <summary>Kernel version.</summary>
    public Located<string>? Kernel { get; init; }

    /// <summary>Path of a captured table.</summary>
    public Located<string>? Capture { get; init; }

    /// <summary>Name of a target group of the repository; the compiler puts its targets in the place of this one.</summary>
    public Located<string>? Group { get; init; }

    /// <summary>Major version of systemd.</summary>
    public int? Systemd { get; init; }

    /// <summary>Bytes of memory.</summary>
    public Int128? MemoryBytes { get; init; }

    /// <summary>Number of CPUs.</summary>
    public int? Cpus { get; init; }
}

/// <summary>One entry under sysctl, as written.</summary>
/// <param name="Key">The key in canonical spelling.</param>
/// <param name="KeySpan">Where the key is written.</param>
/// <param name="Cases">The first whose condition holds gives the value; a plain setting has one without a condition.</param>
public sealed record SettingSpec(SysctlKey Key, SourceSpan KeySpan, ImmutableArray<SettingCase> Cases)
{
    /// <summary>No spec above may change it.</summary>
    public bool Final { get; init; }

    /// <summary>Wanted even where it equals the default.</summary>
    public bool Pin { get; init; }

    /// <summary>Made from the keepalive block.</summary>
    public bool FromKeepalive { get; init; }

    /// <summary>Takes back what a layer set, everywhere.</summary>
    public bool IsUnset => Cases is [{ When: null, Expression: UnsetValue }];
}

/// <summary>One directive under units, as written.</summary>
/// <param name="Unit">Such as nginx.service or app@.service.</param>
/// <param name="Section">Without brackets.</param>
/// <param name="Name">Such as LimitNOFILE.</param>
/// <param name="Cases">The first whose condition holds gives the values, each a <see cref="FixedValue"/> or an <see cref="UnsetValue"/>.</param>
public sealed record DirectiveSpec(Located<string> Unit, Located<string> Section, Located<string> Name, ImmutableArray<SettingCase> Cases)
{
    /// <summary>No spec above may change it.</summary>
    public bool Final { get; init; }

    /// <summary>Takes back what a layer set, everywhere.</summary>
    public bool IsUnset => Cases is [{ When: null, Expression: UnsetValue }];

    /// <summary>As findings and ignore entries name it: "nginx.service Service.LimitNOFILE".</summary>
    public string Setting => $"{Unit.Value} {Section.Value}.{Name.Value}";
}

/// <summary>One case of a setting or a directive.</summary>
public sealed record SettingCase(Condition? When, ValueExpression Expression, string? Reason, SourceSpan Span);

/// <summary>How a value is given.</summary>
public abstract record ValueExpression(SourceSpan Span);

/// <summary>As it stands.</summary>
public sealed record FixedValue(ImmutableArray<WrittenField> Fields, SourceSpan Span) : ValueExpression(Span);

/// <summary>Raised where it is lower.</summary>
public sealed record AtLeastValue(WrittenField Bound, SourceSpan Span) : ValueExpression(Span);

/// <summary>A share of the host's memory, between two sizes in bytes.</summary>
/// <param name="Percent">0..100.</param>
public sealed record OfMemoryValue(decimal Percent, Int128? MinBytes, Int128? MaxBytes, SourceSpan Span) : ValueExpression(Span);

/// <summary>Nothing is written.</summary>
public sealed record UnsetValue(SourceSpan Span) : ValueExpression(Span);

/// <summary>When a case holds: every part must.</summary>
public sealed record Condition(SourceSpan Span)
{
    /// <summary>Comparisons of the kernel version.</summary>
    public ImmutableArray<Comparison> Kernel { get; init; } = [];

    /// <summary>Comparisons of systemd's major version.</summary>
    public ImmutableArray<Comparison> Systemd { get; init; } = [];

    /// <summary>Comparisons of the memory in bytes.</summary>
    public ImmutableArray<Comparison> Memory { get; init; } = [];

    /// <summary>Comparisons of the number of CPUs.</summary>
    public ImmutableArray<Comparison> Cpus { get; init; } = [];

    /// <summary>One of these platforms; empty for any.</summary>
    public ImmutableArray<Located<string>> Platforms { get; init; } = [];
}

/// <summary>One comparison: an operator (one of =, &lt;, &lt;=, &gt;, &gt;=) and its right side as written.</summary>
public sealed record Comparison(string Operator, string Operand);

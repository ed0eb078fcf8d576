using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Findings;

/// <summary>How bad a finding is; the default threshold that fails a run is <see cref="Error"/>.</summary>
public enum Severity
{
    /// <summary>Worth knowing; never fails a run by default.</summary>
    Info,

    /// <summary>Probably not what was meant.</summary>
    Warning,

    /// <summary>Wrong: nothing is written.</summary>
    Error,
}

/// <summary>A second place that a finding speaks of, with what is there.</summary>
public sealed record RelatedSpan(SourceSpan Span, string Message);

/// <summary>Replace the text of a span by another; safe fixes may be applied unseen.</summary>
public sealed record Fix(SourceSpan Span, string Replacement, string Title, bool IsSafe);

/// <summary>One thing to tell the user: which code, how bad, what, where, and the way out.</summary>
/// <param name="Code">The descriptor that the finding belongs to.</param>
/// <param name="Severity">As decided by the engine, not by the rule.</param>
/// <param name="Message">One or two sentences: the value as written, the targets concerned, why.</param>
/// <param name="Span">Where; null for findings about a run as a whole (an output file, say).</param>
public sealed record Finding(FindingCode Code, Severity Severity, string Message, SourceSpan? Span)
{
    /// <summary>What to write instead, one line; shown as "help:".</summary>
    public string? Help { get; init; }

    /// <summary>Other places that matter.</summary>
    public ImmutableArray<RelatedSpan> Related { get; init; } = [];

    /// <summary>A fix that a tool can apply.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The sysctl key or "unit Section.Directive" that the finding is about; what <c>ignore</c> entries match on.</summary>
    public string? Setting { get; init; }

    /// <summary>The file that the finding is about when there is no span, as the user would write it.</summary>
    public string? Path { get; init; }

    /// <summary>The same with a way out.</summary>
    public Finding WithHelp(string? help) => this with { Help = help };

    /// <summary>The same with one more place.</summary>
    public Finding WithRelated(SourceSpan span, string message) => this with { Related = Related.Add(new RelatedSpan(span, message)) };

    /// <summary>The same, about a setting.</summary>
    public Finding About(string setting) => this with { Setting = setting };

    /// <summary>The same as it may be shown: passwords and keys made unreadable, and without a fix that repeats one.</summary>
    public Finding Shown() => this with
    {
        Message = Secrets.Mask(Message),
        Help = Help is null ? null : Secrets.Mask(Help),
        Related = [.. Related.Select(r => r with { Message = Secrets.Mask(r.Message) })],
        Fix = Fix is { } fix && Secrets.Mask(fix.Replacement) != fix.Replacement ? null : Fix,
    };

    /// <summary>A finding with the default severity of its code.</summary>
    public static Finding Of(FindingCode code, SourceSpan? span, string message) => new(code, code.DefaultSeverity, message, span);
}

/// <summary>What a code stands for, for ever.</summary>
/// <param name="Id">CG and four digits: the first is the family (0 input, 1 spec, 2 sysctl, 3 systemd, 4 relations, 5 platforms, 6 rendering, 7 import).</param>
/// <param name="Name">A kebab-case name, as unique as the id.</param>
/// <param name="Title">One line for lists.</param>
/// <param name="DefaultSeverity">Before any configuration.</param>
public sealed record FindingCode(string Id, string Name, string Title, Severity DefaultSeverity)
{
    /// <summary>False where an <c>ignore</c> would let something unsafe through (input, injection, path escape).</summary>
    public bool CanBeIgnored { get; init; } = true;

    /// <summary>True where the finding says that a line does nothing: then <c>pin: true</c> on the setting says that it is wanted all the same, as a compliance profile may ask.</summary>
    public bool IsAboutNoOp { get; init; }

    /// <summary>The family that the first digit of the id stands for: input, spec, sysctl, systemd, relations, platforms, rendering or import.</summary>
    public string Family => FindingFamilies.Of(Id);

    /// <inheritdoc/>
    public override string ToString() => Id;
}

using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>One line of a sysctl file that the loaders take, as they take it: the value to the letter.</summary>
/// <param name="Key">The key in canonical spelling, which may be a pattern.</param>
/// <param name="KeySpan">Where it is written, without the dash.</param>
/// <param name="Value">What is written to the file, blanks around it removed; null for an exclusion, <c>-key</c> without a value.</param>
/// <param name="Span">The whole line without the blanks around it.</param>
/// <param name="IgnoresFailure">A leading dash: nobody minds when the write fails.</param>
public sealed record SysctlLine(SysctlKey Key, SourceSpan KeySpan, string? Value, SourceSpan Span, bool IgnoresFailure)
{
    /// <summary>Only keeps patterns of other lines away from the key.</summary>
    public bool IsExclusion => Value is null;
}

/// <summary>A line that is neither blank nor a comment and that nobody can take.</summary>
/// <param name="Span">The line.</param>
/// <param name="Why">A sentence without a full stop.</param>
public sealed record OddSysctlLine(SourceSpan Span, string Why);

/// <summary>The lines of a sysctl file: sysctl.d(5), sysctl.conf(5), and what systemd-sysctl 252 and procps 4.0.2 were seen to do.</summary>
/// <param name="Lines">What the loaders take, in order.</param>
/// <param name="Odd">What they pass over, fail at, or do not agree on.</param>
public sealed record SysctlLines(ImmutableArray<SysctlLine> Lines, ImmutableArray<OddSysctlLine> Odd)
{
    /// <summary>Reads a whole file; any text is fine.</summary>
    public static SysctlLines Read(SourceText source)
    {
        var (lines, odd) = (ImmutableArray.CreateBuilder<SysctlLine>(), ImmutableArray.CreateBuilder<OddSysctlLine>());
        for (var number = 1; number <= source.LineCount; number++)
        {
            var span = RawLines.Trimmed(source, number);
            if (span.Span.Length > 0 && !RawLines.IsComment(span.Text))
            {
                var (line, why) = Take(span);
                if (line is null)
                {
                    odd.Add(new OddSysctlLine(span, why!));
                }
                else
                {
                    lines.Add(line);
                }
            }
        }

        return new SysctlLines(lines.ToImmutable(), odd.ToImmutable());
    }

    /// <summary>One line, neither blank nor a comment, blanks around it removed; or why nobody can take it.</summary>
    public static (SysctlLine? Line, string? Why) Take(SourceSpan span)
    {
        var text = span.Text;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var dash = text[0] == '-' ? 1 : 0;
        if (text.Any(c => char.IsControl(c) && c is not ('\t' or '\f' or '\v')))
        {
            return (null, "it holds a control character");
        }

        if (equals < 0 && dash == 0)
        {
            return (null, "it has no '='");
        }

        // procps looks for a file whose name starts with the blank, systemd drops it.
        var key = RawLines.Trimmed(span, dash, equals < 0 ? text.Length : equals);
        var problem = dash == 1 && text is [_, ' ' or '\t', ..] ? "a blank stands between the dash and the key, which procps takes for a part of the key" : null;
        if (problem is null && SysctlKey.TryParse(key.Text.TrimStart('/'), out var name, out problem))
        {
            var value = equals < 0 ? null : RawLines.Trimmed(span, equals + 1, text.Length).Text;
            return (new SysctlLine(name!, key, value, span, dash == 1), null);
        }

        return (null, problem);
    }
}

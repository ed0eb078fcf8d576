using System.Collections.Immutable;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>One assignment as the loaders understand it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="File">The file below /proc/sys that is written, such as net/ipv4/conf/br0.5/rp_filter.</param>
/// <param name="Value">Blanks around it removed.</param>
/// <param name="IgnoresFailure">A leading dash: the loaders do not mind when the write fails.</param>
internal sealed record SysctlAssignment(int Line, string File, string Value, bool IgnoresFailure);

/// <summary>A line that the two loaders would not both take as one plain assignment.</summary>
internal sealed record OddLine(int Line, string Text, string Why);

/// <summary>What a fragment says: its assignments in order, and the lines that are none.</summary>
internal sealed record SysctlFragmentText(ImmutableArray<SysctlAssignment> Assignments, ImmutableArray<OddLine> OddLines);

/// <summary>Reads a fragment as both systemd-sysctl (sysctl.d(5)) and procps (sysctl.conf(5)) do; where they differ, the line is odd.</summary>
/// <remarks>Shares nothing with the code that writes fragments, on purpose: it is what finds a mistake in it.</remarks>
internal static class SysctlFragmentReader
{
    private const string CommentStarts = "#;";
    private const string PatternCharacters = "*?[]{}\\";

    /// <summary>Reads a whole fragment; any text is fine.</summary>
    public static SysctlFragmentText Read(string text)
    {
        var assignments = ImmutableArray.CreateBuilder<SysctlAssignment>();
        var odd = ImmutableArray.CreateBuilder<OddLine>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.Trim(' ', '\t');
            if (Why(content) is { } why)
            {
                odd.Add(new OddLine(number, content, why));
            }
            else if (content.Length > 0 && !CommentStarts.Contains(content[0], StringComparison.Ordinal))
            {
                assignments.Add(Assignment(number, content));
            }
        }

        return new SysctlFragmentText(assignments.ToImmutable(), odd.ToImmutable());
    }

    /// <summary>The file below /proc/sys that a key stands for, in either spelling: whichever of "." and "/" comes first separates.</summary>
    public static string FileOf(string key)
    {
        var first = key.AsSpan().IndexOfAny('.', '/');
        return first < 0 || key[first] == '/'
            ? key
            : string.Create(key.Length, key, static (file, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    file[i] = from[i] switch { '.' => '/', '/' => '.', var other => other };
                }
            });
    }

    private static SysctlAssignment Assignment(int number, string content)
    {
        var ignores = content[0] == '-';
        var equals = content.IndexOf('=', StringComparison.Ordinal);
        var key = content[(ignores ? 1 : 0)..equals].Trim(' ', '\t');
        return new SysctlAssignment(number, FileOf(key), content[(equals + 1)..].Trim(' ', '\t'), ignores);
    }

    private static string? Why(string content)
    {
        // systemd ends a line at a carriage return and at NUL, procps does not.
        if (content.Any(c => char.IsControl(c) && c != '\t'))
        {
            return "it holds a control character";
        }

        if (content.Length == 0 || CommentStarts.Contains(content[0], StringComparison.Ordinal))
        {
            return null;
        }

        var equals = content.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? "it is no assignment" : WhyKey(content[..equals].TrimStart('-').Trim(' ', '\t'));
    }

    private static string? WhyKey(string key)
    {
        if (key.Any(c => PatternCharacters.Contains(c, StringComparison.Ordinal)))
        {
            return "its key is a pattern that may match other keys";
        }

        if (key.Any(c => c is ' ' or '\t'))
        {
            return "its key holds a blank";
        }

        return FileOf(key).Split('/').Any(part => part is "" or "." or "..") ? "its key names no file below /proc/sys" : null;
    }
}

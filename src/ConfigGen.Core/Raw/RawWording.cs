using System.Globalization;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Raw;

/// <summary>Rules advise in the words of a spec. Where those mean nothing in a raw file, this says the same in the words of one.</summary>
internal static partial class RawWording
{
    private const string ToHave = ", or keep it in a file that goes only to hosts which have it";
    private const string Accept = "accept this with a comment: # configgen: ignore";

    // From the first text to the end of the help, the second stands in its place.
    private static readonly (string From, string To)[] Tails =
    [
        (", or keep it in a case with `when`", ToHave),
        (", or keep it where it exists: [{when", ToHave),
        (", or one value per target with `when`", ", or one file for each kind of host"),
        ("write it only where it is known, such as", "keep it in a file that goes only to hosts which know it, or accept that the others pass over it"),
        ("; or keep it on purpose with pin: true", "; or keep it against another file that changes it"),
        (", as in {of_memory", ""),
        ("; where a least value is meant, write {at_least", ""),
        ("write 0 for those targets, with a case of its own", "write 0, or keep the line in a file for the other hosts"),
        ("write KeepAlive: yes beside it", "write KeepAlive=yes beside it, unless the unit that this adds to has it"),
        (", or for socket units by naming them under keepalive.units", ", or by KeepAlive=yes in socket units"),
        (": ExecStart: [", ": ExecStart= on a line of its own"),
        ("give these targets a spec of their own", "keep the file away from such hosts"),
        ("record the facts on such a host", "say with --target which kernels the file is for"),
        (", or take the purpose away", ""),
        ("give the target its memory, as in {platform", "name a target group of .configgen.yaml that gives the memory of its targets"),
    ];

    private static readonly (string Spec, string Raw)[] Words =
    [
        ("can be accepted with an ignore entry", "can be accepted with a comment: # configgen: ignore CG2001 and the reason"),
        ("ignore this", Accept),
    ];

    /// <summary>The finding as it reads for a raw file.</summary>
    public static Finding For(Finding finding)
    {
        var help = finding.Help;
        foreach (var (from, to) in Tails)
        {
            help = help?.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at ? help[..at] + to : help;
        }

        foreach (var (spec, raw) in Words)
        {
            help = help?.Replace(spec, raw == Accept ? $"{raw} {finding.Code.Id} and the reason," : raw, StringComparison.Ordinal);
        }

        if (Foreign(finding) is { } blank)
        {
            help = $"U+{(int)blank:X4} stands in the value, a character that looks like a blank or like nothing: type the value again";
        }

        help = help is null ? null : List().Replace(help, match => match.Groups["numbers"].Value.Replace(",", "", StringComparison.Ordinal));
        return finding with { Help = string.IsNullOrEmpty(help) ? null : help, Message = finding.Message.Replace("YAML 1.2 reads", "a reader sees", StringComparison.Ordinal) };
    }

    // What is pasted from a web page or a word processor may hold blanks that no loader takes for one.
    private static char? Foreign(Finding finding) =>
        finding.Code.Id is "CG2006" or "CG3006" or "CG2001" or "CG3001" && finding.Span?.Text.FirstOrDefault(c => c > '\u007f' && char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.Format) is { } found and not '\0' ? found : null;

    // A vector is a list in a spec, and stands with blanks in a raw file.
    [GeneratedRegex(@"\[(?<numbers>-?[0-9]+(, -?[0-9]+)+)\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex List();
}

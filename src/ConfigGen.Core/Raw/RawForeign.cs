using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Files of the same name that other systems have.</summary>
internal static partial class RawForeign
{
    /// <summary>A finding for a sysctl.conf of a BSD, which has keys that no Linux has and none that only Linux has; null for any other.</summary>
    public static Finding? OfBsd(SourceText source) =>
        Bsd().Match(source.Text) is { Success: true } key && !Linux().IsMatch(source.Text)
            ? Finding.Of(RawCodes.NotLintable, source.Span(key.Groups["key"].Index, key.Groups["key"].Length), $"This is a sysctl file of a BSD: Linux has no {key.Groups["key"].Value}.")
                .WithHelp("lint judges the files of Linux hosts")
            : null;

    [GeneratedRegex(@"^[ \t]*(?<key>(kern|hw|machdep|vfs|ddb|hint|security\.(bsd|mac|jail)|net\.(inet6?|link|bpf|local|isr|graph))\.[a-z0-9_.]+)[ \t]*=", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Bsd();

    [GeneratedRegex(@"^[ \t]*-?(kernel|fs|user|net[./](ipv4|ipv6|core|netfilter|bridge|unix|nf_conntrack_max))[./]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Linux();
}

using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ConfigGen.Core.Text;

/// <summary>Finds passwords and keys that stand in a text as NAME=value or in an address, so that no report repeats them.</summary>
public static partial class Secrets
{
    // Shorter values are switches, and those that only say where the secret is are none.
    private const int Shortest = 4;

    // How the names in the patterns below end.
    private static readonly string[] Endings = ["PASSWORD=", "PASSWD=", "PASSPHRASE=", "_PWD=", "SECRET=", "TOKEN=", "KEY="];

    private static readonly ImmutableArray<string> Switches = ["true", "false", "none", "null", "disabled", "enabled", "required", "optional", "auto"];

    /// <summary>The name that is given the first secret of a text, such as DB_PASSWORD; null where there is none.</summary>
    public static string? NameOfFirst(string text) => MayHoldOne(text) ? Matches(text).Select(m => m.Groups["name"].Value).FirstOrDefault() : null;

    /// <summary>The text with every secret in it made unreadable, as long as before, so that columns stay.</summary>
    public static string Mask(string text)
    {
        if (!MayHoldOne(text))
        {
            return text;
        }

        var (masked, end) = (new StringBuilder(), 0);
        foreach (var value in Matches(text).Select(m => m.Groups["value"]))
        {
            masked.Append(text, end, value.Index - end).Append('*', value.Length);
            end = value.Index + value.Length;
        }

        return end == 0 ? text : masked.Append(text, end, text.Length - end).ToString();
    }

    // Every message and every line that is shown comes here, and most hold nothing of the kind: the patterns, which are costly to set up, are left alone then.
    private static bool MayHoldOne(string text) =>
        text.Contains('=', StringComparison.Ordinal)
        && (text.Contains("://", StringComparison.Ordinal) || Array.Exists(Endings, e => text.Contains(e, StringComparison.OrdinalIgnoreCase)));

    private static List<Match> Matches(string text) =>
        NamedValue().Matches(text)
            .Concat(AddressWithPassword().Matches(text))
            .Where(m => IsSecret(m.Groups["value"].Value.Trim('"', '\'')))
            .OrderBy(m => m.Groups["value"].Index)
            .Aggregate(new List<Match>(), WithoutOverlap);

    private static List<Match> WithoutOverlap(List<Match> taken, Match next)
    {
        if (taken is not [.., var last] || next.Groups["value"].Index >= last.Groups["value"].Index + last.Groups["value"].Length)
        {
            taken.Add(next);
        }

        return taken;
    }

    // Paths, specifiers, variables and placeholders only say where the secret is.
    private static bool IsSecret(string value) =>
        value.Length >= Shortest && value[0] is not ('/' or '%' or '$' or '<' or '{') && !Switches.Contains(value, StringComparer.OrdinalIgnoreCase);

    // "NAME=all of it", 'NAME=all of it', NAME="all of it", NAME=word
    [GeneratedRegex(
        """
        ("(?<name>[A-Za-z0-9_]*(PASSWORD|PASSWD|PASSPHRASE|_PWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY))=(?<value>[^"\r\n]+))
        |('(?<name>[A-Za-z0-9_]*(PASSWORD|PASSWD|PASSPHRASE|_PWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY))=(?<value>[^'\r\n]+))
        |((?<name>[A-Za-z0-9_]*(PASSWORD|PASSWD|PASSPHRASE|_PWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY))=(?<value>"[^"\r\n]+"?|'[^'\r\n]+'?|[^\s"']+))
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NamedValue();

    // DATABASE_URL=postgres://user:word@host
    [GeneratedRegex(
        @"(?<name>[A-Za-z0-9_]+)=[""']?[A-Za-z][A-Za-z0-9+.-]*://[^\s/:@""']*:(?<value>[^\s/@""']+)@",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AddressWithPassword();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Raw;

/// <summary>Comments that accept a finding: <c># configgen: ignore CG2101 reason</c> for the next line, <c>ignore-file</c> for all of the file.</summary>
internal static partial class IgnoreComments
{
    private const string WholeFile = "ignore-file";

    /// <summary>Every comment of that form; those without a code or a reason are findings.</summary>
    public static ImmutableArray<RawIgnore> Read(SourceText source, ImmutableArray<Finding>.Builder findings)
    {
        var ignores = ImmutableArray.CreateBuilder<RawIgnore>();
        var next = source.LineCount + 1;
        for (var number = source.LineCount; number > 0 && ignores.Count <= RawLines.MostSettings; number--)
        {
            var line = RawLines.Trimmed(source, number);
            var isComment = RawLines.IsComment(line.Text);
            next = isComment || line.Span.Length == 0 ? next : number;
            if (isComment && Start().IsMatch(line.Text))
            {
                Take(line, next, ignores, findings);
            }
        }

        if (RawLines.TooMany(ignores.Select(i => i.Entry.Span)) is { } tooMany)
        {
            findings.Add(tooMany);
            return [];
        }

        return ignores.ToImmutable();
    }

    // For the next line that is no comment: several ignores may stand above one line.
    private static void Take(SourceSpan line, int next, ImmutableArray<RawIgnore>.Builder ignores, ImmutableArray<Finding>.Builder findings)
    {
        if (Whole().Match(line.Text) is not { Success: true } match)
        {
            findings.Add(Finding.Of(RawCodes.IgnoreForm, line, "This comment is meant for configgen and accepts nothing: it needs a code and a reason.")
                .WithHelp("# configgen: ignore CG2103 why it is fine here; or ignore-file in the place of ignore, for all lines"));
            return;
        }

        var code = match.Groups["code"];
        var rule = new Located<string>(code.Value, line.Source.Span(line.Span.Start + code.Index, code.Length));
        var entry = new IgnoreEntry(rule, Setting: null, match.Groups["reason"].Value, Until: null, line, Inherited: false);
        ignores.Add(new RawIgnore(entry, match.Groups["what"].Value == WholeFile ? null : next));
    }

    [GeneratedRegex(@"^[#;][#; \t]*configgen:[ \t]*ignore", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"^[#;][#; \t]*configgen:[ \t]*(?<what>ignore(-file)?)[ \t]+(?<code>\S+)[ \t]+(?<reason>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}

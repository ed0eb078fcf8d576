using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Binding;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Config;

/// <summary><c>destinations</c>: a folder below the repository for a kind of artifact.</summary>
internal static partial class DestinationBinder
{
    private static readonly string[] Placeholders = ["name", "group"];

    /// <summary>Those that can be used.</summary>
    public static Destinations Bind(YamlMapping? map, ImmutableArray<Finding>.Builder findings)
    {
        var all = ImmutableArray.CreateBuilder<Destination>();
        foreach (var kind in ArtifactKind.All)
        {
            if (map?[kind.Name].Text() is { Value.Length: > 0 } written && IsUsable(written, findings))
            {
                all.Add(new Destination(kind, written with { Value = written.Value.TrimEnd('/') }));
            }
        }

        return new Destinations(all.ToImmutable());
    }

    private static bool IsUsable(Located<string> written, ImmutableArray<Finding>.Builder findings)
    {
        var finding = RepositoryPath.Escape(written.Value) is { } escape
            ? Finding.Of(SpecCodes.PathEscape, written.Span, escape).WithHelp("name a folder of this repository, by its path from the top")
            : Problem(written.Value) is { } problem ? Finding.Of(ConfigCodes.Destination, written.Span, problem).WithHelp("a folder from the top of the repository, such as files/{group}/sysctl.d; {name} is the name of the spec") : null;
        if (finding is not null)
        {
            findings.Add(finding);
        }

        return finding is null;
    }

    private static string? Problem(string path)
    {
        var unknown = Placeholder().Matches(path).Select(m => m.Groups["word"].Value).FirstOrDefault(word => !Placeholders.Contains(word, StringComparer.Ordinal));
        if (unknown is not null)
        {
            return $"'{{{unknown}}}' is not known in a destination.{Spelling.Question([.. Spelling.Closest(unknown, Placeholders, 1).Select(p => $"{{{p}}}")])}";
        }

        var parts = path.TrimEnd('/').Split('/');
        if (Array.Exists(parts, p => p.Contains("{group}", StringComparison.Ordinal) && p != "{group}"))
        {
            return "{group} must be a whole part of the path: where all targets get the same values that part goes away.";
        }

        var filled = Placeholder().Replace(path.TrimEnd('/'), "x");
        return OutputPath.IsInside(OutputPath.FromTop(filled)) && !filled.AsSpan().ContainsAny('{', '}')
            ? null
            : $"'{path}' does not name a folder of the repository.";
    }

    [GeneratedRegex(@"\{(?<word>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

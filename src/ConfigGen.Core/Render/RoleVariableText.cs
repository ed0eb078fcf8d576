using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Plan.Roles;

namespace ConfigGen.Core.Render;

/// <summary>Words a variable of a role: its default as YAML, its range for people, and the conditions that Ansible checks.</summary>
internal static class RoleVariableText
{
    private const int YamlWidth = 68;

    /// <summary>What the templates are given.</summary>
    public static Dictionary<string, object?> Model(RoleVariable variable) => new(StringComparer.Ordinal)
    {
        ["variable"] = variable.Name,
        ["key"] = variable.Key,
        ["type"] = variable.Type == SysctlType.Integer ? "int" : "str",
        ["default"] = variable.Type == SysctlType.Integer ? variable.Default : Quoted(variable.Default),
        ["accepts"] = CommentText.Wrap($"{variable.Key}: {Accepts(variable)}", YamlWidth).Cast<object?>().ToList(),
        ["conditions"] = Conditions(variable).Select(c => (object?)CommentText.Wrap(c, YamlWidth).Cast<object?>().ToList()).ToList(),
    };

    /// <summary>A double-quoted YAML scalar.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c is '"' or '\\' ? $"\\{c}" : c.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private static string Accepts(RoleVariable variable)
    {
        var what = variable.Type switch
        {
            SysctlType.Integer => "an integer",
            SysctlType.Vector => string.Create(CultureInfo.InvariantCulture, $"{variable.FieldCount} integers separated by blanks"),
            _ => "one line of text",
        };
        var ranges = variable.Ranges.Select(range => string.Join(" or ", Bounded(range).Select(Words))).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);
        var words = string.Join(", and ", ranges);
        return words.Length == 0 ? what : $"{what}, {words}";
    }

    private static string Words(AcceptedRun run) => (run.Low, run.High) switch
    {
        ({ } low, { } high) when low == high => Text(low),
        ({ } low, { } high) => $"{Text(low)} to {Text(high)}",
        ({ } low, null) => $"at least {Text(low)}",
        (null, { } high) => $"at most {Text(high)}",
        _ => "any",
    };

    private static IEnumerable<string> Conditions(RoleVariable variable)
    {
        if (variable.Type is not (SysctlType.Integer or SysctlType.Vector))
        {
            yield return $"{variable.Name} | string is match('[^\\n]+$')";
            yield break;
        }

        var more = variable.FieldCount - 1;
        var pattern = more == 0 ? "-?[0-9]+$" : string.Create(CultureInfo.InvariantCulture, $"-?[0-9]+([ ]+-?[0-9]+){{{more}}}$");
        yield return $"{variable.Name} | string is match('{pattern}')";
        foreach (var range in variable.Ranges)
        {
            var runs = Bounded(range);
            if (runs.Length > 0)
            {
                yield return string.Join(" or ", runs.Select(run => Within(variable, range, run)));
            }
        }
    }

    // Runs whose bounds are exact; where one is not, nothing can be refused for certain.
    private static ImmutableArray<AcceptedRun> Bounded(AcceptedRange range)
    {
        var open = range.HigherIsUnknown || range.Runs.Any(r => !r.LowIsExact || !r.HighIsExact);
        return range.Runs.Any(r => r is { Low: null, High: null }) || (open && range.Runs.Length > 1)
            ? []
            : [.. range.Runs.Select(r => new AcceptedRun(r.LowIsExact ? r.Low : null, r.HighIsExact && !range.HigherIsUnknown ? r.High : null)).Where(r => r is not { Low: null, High: null })];
    }

    private static string Within(RoleVariable variable, AcceptedRange range, AcceptedRun run)
    {
        var fields = range.EveryField || variable.FieldCount == 1 ? "" : "[:1]";
        var values = $"({variable.Name} | string).split(){fields} | map('int')";
        var low = run.Low is { } l ? $"{values} | min >= {Text(l)}" : null;
        var high = run.High is { } h ? $"{values} | max <= {Text(h)}" : null;
        return "(" + string.Join(" and ", new[] { low, high }.Where(part => part is not null)) + ")";
    }

    private static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}

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
        var ranges = variable.Ranges.Select(range => string.Join(" or ", Bounded(variable, range).Select(Words))).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);
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
            var runs = Bounded(variable, range);
            if (runs.Length > 0)
            {
                yield return string.Join(" or ", runs.Select(run => Within(variable, range, run)));
            }
        }
    }

    // The run that the spec's own value lies in: further ones, where a kernel has them, are numbers that overflow. A bound that is not exact refuses nothing.
    private static ImmutableArray<AcceptedRun> Bounded(RoleVariable variable, AcceptedRange range)
    {
        var numbers = variable.Default.Split(' ').Select(f => Int128.TryParse(f, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (Int128?)null);
        return
        [
            .. range.Runs
                .Where(run => numbers.First() is { } number && run.Contains(number))
                .Select(run => new AcceptedRun(run.LowIsExact ? run.Low : null, run.HighIsExact ? run.High : null))
                .Where(run => run is not { Low: null, High: null }),
        ];
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

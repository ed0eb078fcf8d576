using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Spec.Binding;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Config;

/// <summary><c>severities</c>: one severity for a code, or cases by the file that a finding stands in.</summary>
internal sealed class SeverityBinder(ImmutableArray<Finding>.Builder findings)
{
    /// <summary>The severity of a word; null for any other word.</summary>
    public static Severity? SeverityOf(string? word) => word switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => null,
    };

    /// <summary>The table, as far as it can be used.</summary>
    public SeverityTable Bind(YamlMapping? map)
    {
        var cases = SeverityTable.Empty.Cases.ToBuilder();
        foreach (var entry in map?.Entries ?? [])
        {
            if (Code(entry.Key) is { } code)
            {
                cases[code.Id] = Cases(code, entry.Value);
            }
        }

        return new SeverityTable(cases.ToImmutable());
    }

    private FindingCode? Code(YamlScalar key)
    {
        if (FindingCodes.Find(key.Value) is { } code)
        {
            return code;
        }

        var named = FindingCodes.All.FirstOrDefault(c => string.Equals(c.Name, key.Value, StringComparison.Ordinal));
        ImmutableArray<string> closest = named is null ? Spelling.Closest(key.Value, FindingCodes.All.Select(c => c.Id), 1) : [named.Id];
        findings.Add(Finding.Of(ConfigCodes.UnknownCode, key.Span, $"There is no finding with the code '{key.Value}'.{Spelling.Question(closest)}") with
        {
            Help = "codes are CG and four digits, as findings show them",
            Fix = closest is [var one] ? new Fix(key.Span, one, $"Write '{one}'", IsSafe: false) : null,
        });
        return null;
    }

    private ImmutableArray<SeverityCase> Cases(FindingCode code, YamlNode node)
    {
        if (node is YamlScalar)
        {
            return Allowed(code, node.Text()) is { } severity ? [new SeverityCase(Files: null, severity)] : [];
        }

        var cases = ImmutableArray.CreateBuilder<SeverityCase>();
        var isComplete = false;
        foreach (var item in node.Items().OfType<YamlMapping>())
        {
            if (isComplete)
            {
                findings.Add(Finding.Of(ConfigCodes.Unreachable, item.Span, $"This case of {code.Id} is never reached: one before it holds for every file.")
                    .WithHelp("the first case that matches counts: put the one without files last"));
                break;
            }

            cases.AddRange(Case(code, item));
            isComplete = item["files"] is null;
        }

        return cases.ToImmutable();
    }

    private IEnumerable<SeverityCase> Case(FindingCode code, YamlMapping map)
    {
        var files = map["files"].Text() is { Value.Length: > 0 } written ? ConfigurationBinder.Glob(written, findings) : null;
        return Allowed(code, map["severity"].Text()) is { } severity ? [new SeverityCase(files, severity)] : [];
    }

    private Severity? Allowed(FindingCode code, Located<string>? written)
    {
        var severity = SeverityOf(written?.Value);
        if (severity < code.DefaultSeverity && !code.CanBeIgnored)
        {
            findings.Add(Finding.Of(ConfigCodes.SeverityTooLow, written!.Span, $"{code.Id} ({code.Name}) cannot be lowered to {written.Value}: accepting it would let something unsafe or unreadable through.")
                .WithHelp("remove the entry and repair what it reports"));
            return null;
        }

        return severity;
    }
}

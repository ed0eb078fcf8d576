using System.Collections.Immutable;
using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Verify;

/// <summary>What was written down on a host: the output of sysctl -a, a captured table, or the output of systemctl show.</summary>
public static class HostDump
{
    private const string LoadState = "LoadState=";

    /// <summary>The host with what a file says about it.</summary>
    /// <param name="host">The host as known so far.</param>
    /// <param name="source">The file.</param>
    /// <param name="findings">What is wrong with it.</param>
    public static LiveHost Add(LiveHost host, SourceText source, ImmutableArray<Finding>.Builder findings)
    {
        var text = source.Text.TrimStart('\ufeff');
        return text.StartsWith(CapturedHost.KernelLine, StringComparison.Ordinal) ? Captured(host, source, text, findings)
            : text.StartsWith(LoadState, StringComparison.Ordinal) || text.Contains("\n" + LoadState, StringComparison.Ordinal) ? host with { Units = Units(text).Aggregate(host.Units ?? ImmutableDictionary.Create<string, UnitState>(StringComparer.Ordinal), Named) }
            : Listed(host, source, findings);
    }

    /// <summary>The units in the output of systemctl show, in its order: a block each, with an empty line between them.</summary>
    public static ImmutableArray<UnitState> Units(string text)
    {
        var units = ImmutableArray.CreateBuilder<UnitState>();
        foreach (var block in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var properties = block.Split('\n').Select(line => line.Split('=', 2)).Where(p => p.Length == 2).GroupBy(p => p[0], StringComparer.Ordinal)
                .ToImmutableDictionary(p => p.Key, p => string.Join('\n', p.Select(v => v[1])), StringComparer.Ordinal);
            if (properties.TryGetValue("Id", out var id))
            {
                units.Add(new UnitState(id, properties));
            }
        }

        return units.ToImmutable();
    }

    // A unit may be asked for by any of its names.
    private static ImmutableDictionary<string, UnitState> Named(ImmutableDictionary<string, UnitState> units, UnitState unit) =>
        unit.Properties.GetValueOrDefault("Names", unit.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(unit.Name).Aggregate(units, (all, name) => all.SetItem(name, unit));

    private static LiveHost Captured(LiveHost host, SourceText source, string text, ImmutableArray<Finding>.Builder findings)
    {
        var (identity, rows, problem) = CapturedHost.Read(text);
        var table = identity is null ? null : TextTable.Parse(identity.Kernel.ToString(), rows);
        var keys = table?.Keys.ToList() ?? [];
        if (problem is not null || keys.Count == 0 || !table!.Rows(keys[0])[0]!.Columns.Contains("value"))
        {
            findings.Add(NotADump(source, problem is null ? "the table has no column 'value', so it is about a kernel and not about a host" : problem));
            return host;
        }

        var values = keys.Select(key => KeyValuePair.Create(key, Value(table.Rows(key)[0]!)));
        return host with { Identity = identity, Values = host.Values.SetItems(values), IsComplete = false };
    }

    private static string? Value(TableRow row) =>
        row["value"] is { Length: > 0 } value ? value.Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : row["type"] == "string" ? ""
        : null;

    private static LiveHost Listed(LiveHost host, SourceText source, ImmutableArray<Finding>.Builder findings)
    {
        var (values, odd, count) = SysctlListing.Read(source);
        if (count > values.Count || !values.Keys.Any(SysctlCatalog.BuiltIn.IsInSomeKernel))
        {
            findings.Add(NotADump(source, odd is [var line, ..] ? $"'{Short(line.Text)}' is no line of sysctl -a" : values.IsEmpty ? "it is empty" : "no key in it is one of a kernel", odd.FirstOrDefault()));
            return host;
        }

        findings.AddRange(odd.Select(line => Finding.Of(VerifyCodes.DumpLine, line, $"'{Short(line.Text)}' is no line of sysctl -a and says nothing about the host.").WithHelp("each line reads key = value; record it with: sysctl -a")));
        var text = new HostText { Release = values.GetValueOrDefault("kernel.osrelease"), Version = values.GetValueOrDefault("kernel.version") };
        return host with { Identity = host.Identity ?? HostIdentity.Of(text, PlatformCatalog.BuiltIn), Values = host.Values.SetItems(values) };
    }

    private static Finding NotADump(SourceText source, string why, SourceSpan? place = null) =>
        Finding.Of(VerifyCodes.NotADump, place ?? source.Span(0, 0), $"This is no dump of a host: {why}.")
            .WithHelp("verify takes the output of sysctl -a, of configgen capture and of systemctl show");

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Catalog.Audit;

/// <summary>Reads a tab-separated table of facts; what is wrong with it becomes findings, never an exception.</summary>
public sealed class FactTableReader
{
    /// <summary>Errors after which the rest of a table is not read: it is something else.</summary>
    private const int MaxErrors = 20;

    /// <summary>More columns than any table has: then it is something else, and is not looked at column by column.</summary>
    private const int MaxColumns = 100;

    private const string KernelLine = "# kernel:";

    private static readonly ImmutableArray<string> MeasuredColumns =
    [
        "mode", "default_value", "in_netns", "module", "accepted_min", "accepted_max", "rejected", "type", "accept_ranges", "held_ranges", "not_held",
        "netns_kind", "netns_mode", "netns_value", "inherits",
    ];

    private static readonly ImmutableArray<string> SourceColumns = ["type", "mode", "min", "max", "per_netns", "default", "condition", "source", "handler"];

    // What stood there when a host was captured: nothing that the catalogue could know.
    private static readonly ImmutableArray<string> KnownColumns = [.. MeasuredColumns.Union(SourceColumns), "value"];

    private readonly SourceText source;
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private FactTableReader(SourceText source) => this.source = source;

    /// <summary>The table, null when a row or the header is unusable, and everything wrong with it.</summary>
    public static (FactTable? Table, ImmutableArray<Finding> Findings) Read(SourceText source)
    {
        var reader = new FactTableReader(source);
        var table = reader.Read();
        return (table, reader.findings.ToImmutable());
    }

    private FactTable? Read()
    {
        var written = Enumerable.Range(1, source.LineCount).Where(line => source.LineAt(line) is not ("" or ['#', ..])).ToList();
        if (written.Count == 0)
        {
            Report(TableCodes.Header, 1, 0, 0, source.Text.Length == 0 ? "The file is empty." : "The file holds nothing but comments and empty lines.");
            return null;
        }

        ImmutableArray<string> columns = [.. source.LineAt(written[0]).Split('\t')];
        if (!CheckHeader(columns, written[0]))
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<FactRow>();
        foreach (var line in written.Skip(1).TakeWhile(_ => findings.Count(f => f.Severity == Severity.Error) < MaxErrors))
        {
            if (Row(columns, line) is { } row)
            {
                rows.Add(row);
            }
        }

        return Finish(columns, rows.ToImmutable(), written);
    }

    private FactTable? Finish(ImmutableArray<string> columns, ImmutableArray<FactRow> rows, List<int> written)
    {
        if (written.Count == 1)
        {
            Report(TableCodes.Header, written[0], 0, source.LineAt(written[0]).Length, "The table has a header and no rows.");
        }

        var errors = findings.Count(f => f.Severity == Severity.Error);
        if (errors >= MaxErrors)
        {
            findings.Add(Finding.Of(InputCodes.TooMany, span: null, $"After {MaxErrors} errors the rest of the table was not read.") with { Path = source.Path });
        }

        return errors > 0 ? null : new FactTable(source, KernelName(), KindOf(columns), columns, rows);
    }

    /// <summary>A table that says what a handler checks was read from source; everything else was measured.</summary>
    private static TableKind KindOf(ImmutableArray<string> columns) =>
        SourceColumns.Except(MeasuredColumns).Count(columns.Contains) > MeasuredColumns.Except(SourceColumns).Count(columns.Contains) ? TableKind.Source : TableKind.Measured;

    private string? KernelName() =>
        Enumerable.Range(1, source.LineCount).Select(source.LineAt).TakeWhile(line => line is "" or ['#', ..])
            .FirstOrDefault(line => line.StartsWith(KernelLine, StringComparison.Ordinal))?[KernelLine.Length..].Trim();

    private bool CheckHeader(ImmutableArray<string> columns, int line)
    {
        if (columns.Length > MaxColumns)
        {
            Report(TableCodes.Header, line, 0, source.LineAt(line).Length, $"The first line names {columns.Length} columns, more than any table of facts has.");
            return false;
        }

        if (!columns.Contains(FactTable.Key))
        {
            var closest = Spelling.Question(Spelling.Closest(FactTable.Key, columns, 1));
            Report(TableCodes.Header, line, 0, source.LineAt(line).Length, $"The first line names no column '{FactTable.Key}'.{closest}");
            return false;
        }

        var at = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            CheckColumn(columns, i, line, at);
            at += columns[i].Length + 1;
        }

        return !findings.Any(f => f.Severity == Severity.Error);
    }

    private void CheckColumn(ImmutableArray<string> columns, int index, int line, int at)
    {
        var name = columns[index];
        if (columns.IndexOf(name) < index)
        {
            Report(TableCodes.Header, line, at, name.Length, $"The column '{name}' is named twice.");
            return;
        }

        if (name != FactTable.Key && !KnownColumns.Contains(name))
        {
            var closest = Spelling.Question(Spelling.Closest(name, KnownColumns, 1));
            Report(TableCodes.Column, line, at, name.Length, $"'{name}' is not a column that the catalogue can answer.{closest}");
        }
    }

    private FactRow? Row(ImmutableArray<string> columns, int line)
    {
        var text = source.LineAt(line);
        var fields = text.Split('\t');
        if (fields.Length != columns.Length)
        {
            Report(TableCodes.Row, line, 0, text.Length, $"The row has {fields.Length} {(fields.Length == 1 ? "field" : "fields")}, and there are {columns.Length} columns.");
            return null;
        }

        var keyAt = columns.IndexOf(FactTable.Key);
        var offset = fields.Take(keyAt).Sum(f => f.Length + 1);
        if (!SysctlKey.TryParse(fields[keyAt], out var key, out var reason))
        {
            Report(TableCodes.Row, line, offset, fields[keyAt].Length, $"'{fields[keyAt]}' is not a key: {reason}.");
            return null;
        }

        if (!lines.TryAdd(key!.Name, line))
        {
            Report(TableCodes.Row, line, offset, fields[keyAt].Length, $"'{key}' has a row already, in line {lines[key.Name]}.");
            return null;
        }

        return new FactRow(key.Name, line, new TableRow(columns.RemoveAt(keyAt), [.. fields.Where((_, i) => i != keyAt)]));
    }

    private void Report(FindingCode code, int line, int start, int length, string message) =>
        findings.Add(Finding.Of(code, source.Span(source.OffsetAt(line, 1) + start, length), message));
}

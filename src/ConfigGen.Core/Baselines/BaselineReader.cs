using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Baselines;

/// <summary>Reads a baseline; every line that cannot be used is a finding at its place, never an exception.</summary>
public sealed partial class BaselineReader
{
    /// <summary>Findings after which the rest of a file is not read: it is something else.</summary>
    private const int MaxFindings = 20;

    private static readonly ImmutableArray<string> Columns = ["code", "file", "setting", "fingerprint", "places"];

    private readonly SourceText _source;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    private BaselineReader(SourceText source) => _source = source;

    /// <summary>The baseline, as far as it can be used, and everything wrong with it in the order of the lines.</summary>
    public static (Baseline Baseline, ImmutableArray<Finding> Findings) Read(SourceText source)
    {
        var reader = new BaselineReader(source);
        var baseline = reader.Read();
        return (baseline, reader._findings.ToImmutable());
    }

    private Baseline Read()
    {
        if (_source.LineAt(1) != Baseline.Header)
        {
            Report(1, 0, _source.LineAt(1).Length, $"This is not a baseline: its first line is not '{Baseline.Header}'.");
            return Baseline.Of([]);
        }

        var entries = new Dictionary<string, BaselineEntry>(StringComparer.Ordinal);
        for (var line = 2; line <= _source.LineCount && _findings.Count < MaxFindings; line++)
        {
            if (_source.LineAt(line) is not ("" or ['#', ..]) && Entry(line) is { } entry && !entries.TryAdd(entry.Fingerprint, entry))
            {
                ReportColumn(line, 3, "This fingerprint stands in an earlier line already.");
            }
        }

        return Baseline.Of(entries.Values);
    }

    private BaselineEntry? Entry(int line)
    {
        var fields = _source.LineAt(line).Split('\t');
        if (fields.Length != Columns.Length)
        {
            Report(line, 0, _source.LineAt(line).Length, $"A line of a baseline is {string.Join(", ", Columns)} with tabs between them, and this has {fields.Length} of the {Columns.Length}.");
            return null;
        }

        if (Problem(fields) is { } problem)
        {
            ReportColumn(line, problem.Column, problem.Message);
            return null;
        }

        return new BaselineEntry(fields[0], fields[1], fields[2], fields[3], Places(fields[4])) { Span = Span(line, 0, _source.LineAt(line).Length) };
    }

    private static (int Column, string Message)? Problem(string[] fields)
    {
        if (FindingCodes.Find(fields[0]) is not { } code)
        {
            return (0, $"There is no finding with the code '{fields[0]}'.");
        }

        if (!Baseline.CanHold(code))
        {
            return (0, $"{code.Id} ({code.Name}) cannot be in a baseline: hiding it would let something unsafe or broken through.");
        }

        if (!Fingerprint().IsMatch(fields[3]))
        {
            return (3, $"'{fields[3]}' is not a fingerprint: 32 hexadecimal digits in lower case.");
        }

        return Places(fields[4]) > 0 ? null : (4, $"'{fields[4]}' is not a number of places from 1 to 999999.");
    }

    private static int Places(string text) =>
        text.Length <= 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private void ReportColumn(int line, int column, string message)
    {
        var fields = _source.LineAt(line).Split('\t');
        Report(line, fields.Take(column).Sum(f => f.Length + 1), fields[column].Length, message);
    }

    private void Report(int line, int start, int length, string message) =>
        _findings.Add(Finding.Of(ConfigCodes.Baseline, Span(line, start, length), message).WithHelp($"write it again: configgen validate --write-baseline {_source.Path}"));

    private SourceSpan Span(int line, int start, int length) => _source.Span(_source.OffsetAt(line, start + 1), length);

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex Fingerprint();
}

using System.Collections.Immutable;
using System.Globalization;

namespace ConfigGen.Core.Catalog.Audit;

/// <summary>Compares a table of facts with what a catalogue says about its kernel.</summary>
/// <remarks>An answer may be missing, never wrong; a table that cannot know whether a key is there is not asked.</remarks>
public sealed class TableAudit
{
    private const string Existing = "existence";
    private const string Accepted = "accept_ranges";

    private static readonly ImmutableArray<string> Order =
        [Existing, "mode", "type", "fields", "default", "module", Accepted, "held_ranges", "per_netns", "netns_kind", "inherits"];

    private readonly SysctlCatalog answers;
    private readonly SysctlCatalog known;
    private readonly FactTable table;
    private readonly EvidenceTable facts;
    private readonly Kernel kernel;
    private readonly AuditTally tally;
    private AspectCount withModuleState = new(Existing, 0, 0, 0);
    private AspectCount ofThoseThere = new(Existing, 0, 0, 0);
    private AspectCount values = new("values", 0, 0, 0);

    private TableAudit(SysctlCatalog answers, SysctlCatalog known, FactTable table, EvidenceTable facts, Kernel kernel)
    {
        this.answers = answers;
        this.known = known;
        this.table = table;
        this.facts = facts;
        this.kernel = kernel;
        tally = new AuditTally(table);
    }

    /// <summary>Compares every key of the table and of the catalogue.</summary>
    /// <param name="answers">The catalogue that is asked, perhaps with tables set aside.</param>
    /// <param name="known">The whole catalogue: it tells which keys modules bring, and so what a table without modules cannot know.</param>
    /// <param name="table">The table.</param>
    /// <param name="facts">Its kernel.</param>
    public static AuditResult Run(SysctlCatalog answers, SysctlCatalog known, FactTable table, EvidenceTable facts) =>
        Run(answers, known, table, facts, KernelOf(answers, facts));

    /// <summary>The same, asked about a kernel of another family with the same version.</summary>
    internal static AuditResult Run(SysctlCatalog answers, SysctlCatalog known, FactTable table, EvidenceTable facts, Kernel kernel)
    {
        var audit = new TableAudit(answers, known, table, facts, kernel);
        var rows = table.Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var key in known.Keys.Union(rows.Keys, StringComparer.Ordinal))
        {
            audit.Compare(key, rows.GetValueOrDefault(key));
        }

        return new AuditResult(
            table, facts, audit.tally.Aspects(Order), audit.withModuleState, audit.ofThoseThere, audit.values, audit.tally.Contradictions, audit.tally.Unknowns);
    }

    /// <summary>
    /// A table that the catalogue has is this kernel. A tree of a distribution that it has not is none of its other trees of that series, but lies beside them.
    /// </summary>
    private static Kernel KernelOf(SysctlCatalog answers, EvidenceTable facts)
    {
        var byName = answers.Tables.Any(t => t.Name == facts.Name) || facts.Family is KernelFamily.Ubuntu or KernelFamily.RedHat;
        return new Kernel(facts.Version, facts.Family, byName ? facts.Name : null);
    }

    private void Compare(string key, FactRow? row)
    {
        if (row is null && !KnowsAbsence(key))
        {
            return;
        }

        var said = answers.Lookup(key, kernel);
        var there = row is null ? Existence.Absent : Existence.Exists;
        var answer = said.Existence == Existence.Unknown ? null : Word(said.Existence);
        tally.Add(Existing, FactTable.Key, row, said, Word(there), answer);
        if (known.IsMeasured(key) || row is not null && facts.Kind == TableKind.Measured)
        {
            bool? agrees = answer is null ? null : said.Existence == there;
            withModuleState = withModuleState.With(agrees);
            ofThoseThere = row is null ? ofThoseThere : ofThoseThere.With(agrees);
        }

        if (row is not null && said.Existence == Existence.Exists)
        {
            CompareAttributes(row, said);
            CompareValues(row, said);
        }
    }

    private bool KnowsAbsence(string key) => !(table.IsCapture && WithheldKeys.Reason(key) is not null) && SaysAbsence(key);

    private bool SaysAbsence(string key) =>
        facts.Kind == TableKind.Source ? known.IsInSomeSource(key) : facts.ModulesLoaded || known.Module(key) is null;

    private void CompareAttributes(FactRow row, SysctlFact said)
    {
        var measured = facts.Kind == TableKind.Measured;
        var real = RowReader.Read(said, new Testimony(facts, row.Cells));
        Add("mode", "mode", row, said, row.Cells["mode"].Length == 0 ? null : real.Mode, said.Mode);
        Add("default", measured ? "default_value" : "default", row, said, DefaultOf(row, real), AnswerOf(said, real));
        Add("per_netns", measured ? "netns_kind" : "per_netns", row, said, Word(real.PerNetworkNamespace), Word(said.PerNetworkNamespace));
        if (measured)
        {
            Add("type", "type", row, said, Word(real.Type), Word(said.Type));
            Add("fields", "default_value", row, said, Word(real.FieldCount), Word(said.FieldCount));
            Add("netns_kind", "netns_kind", row, said, real.NamespaceKind, said.NamespaceKind);
            Add("inherits", "inherits", row, said, Word(row.Cells["inherits"].Length == 0 ? null : real.InheritsInitial), Word(said.InheritsInitial));
            CompareModule(row, said, real);
            CompareRange("held_ranges", row, said, row.Cells[Accepted].Length == 0 ? null : real.Holds, said.Holds);
            CompareRange(Accepted, row, said, real.Accepts, said.Accepts);
        }
    }

    private string? DefaultOf(FactRow row, SysctlFact real) =>
        table.Columns.Contains("default_value") && !(table.IsCapture && row.Cells["default_value"].Length == 0) || row.Cells["default"].Length > 0 ? real.Default : null;

    /// <summary>A default that hangs on the machine is no answer about another one.</summary>
    private string? AnswerOf(SysctlFact said, SysctlFact real) => said.Default != real.Default && known.HasOwnDefault(said.Key) ? null : said.Default;

    /// <summary>Built in and not known look alike in the catalogue: only a module that either of them names is compared.</summary>
    private void CompareModule(FactRow row, SysctlFact said, SysctlFact real)
    {
        if (real.Module is not null || said.Module is not null && facts.ModulesLoaded)
        {
            tally.Add("module", "module", row, said, real.Module ?? "built in", said.Module);
        }
    }

    /// <summary>Ranges agree when the catalogue says of every number that fits into 31 bits what the table says; they contradict each other where any number does.</summary>
    private void CompareRange(string column, FactRow row, SysctlFact said, AcceptedRange? real, AcceptedRange? answer)
    {
        if (real is null)
        {
            return;
        }

        tally.Add(
            column,
            Agree(real, answer),
            () => new AuditDifference(tally.Place(row, column), said.Key, column, RangeText.Write(real), answer is null ? null : RangeText.Write(answer), said.Evidence));
    }

    private static bool? Agree(AcceptedRange real, AcceptedRange? answer)
    {
        if (answer is null || real.Equals(answer))
        {
            return answer is null ? null : true;
        }

        var verdicts = ProbeValues.Of([]).Concat(Ends(real)).Concat(Ends(answer)).Select(v => (Value: v, Real: real.Check(v), Answer: answer.Check(v)))
            .Where(v => v.Real != Verdict.Unknown).ToList();
        return verdicts.Exists(v => v.Answer != Verdict.Unknown && v.Answer != v.Real) ? false
            : verdicts.Exists(v => v.Answer == Verdict.Unknown && v.Value >= 0 && v.Value <= int.MaxValue) ? null
            : true;
    }

    private static IEnumerable<Int128> Ends(AcceptedRange range) =>
        range.Runs.SelectMany(r => new[] { r.Low, r.High }).OfType<Int128>().SelectMany(b => new[] { b - 1, b, b + 1 });

    private void CompareValues(FactRow row, SysctlFact said)
    {
        var fields = RowReader.Read(said with { FieldCount = null }, new Testimony(facts, row.Cells)).FieldCount ?? 1;
        var rows = known.Tables.Select(t => known.Row(row.Key, t.Name)).OfType<TableRow>().Append(row.Cells);
        foreach (var value in ProbeValues.Of(rows))
        {
            var real = ProbeValues.Truth(facts.Kind, row.Cells, value);
            if (real == Verdict.Unknown)
            {
                continue;
            }

            var text = ProbeValues.Text(facts.Kind, row.Cells, value, fields);
            var answer = answers.Accepts(row.Key, kernel, text);
            values = values.With(answer == Verdict.Unknown ? null : answer == real);
            if (answer != Verdict.Unknown && answer != real)
            {
                var column = facts.Kind == TableKind.Measured ? Accepted : value < 0 ? "min" : "max";
                tally.Wrong(new AuditDifference(tally.Place(row, column), row.Key, $"value {text}", Word(real), Word(answer), said.Evidence));
            }
        }
    }

    private void Add(string aspect, string column, FactRow row, SysctlFact said, string? real, string? answer)
    {
        if (real is not null)
        {
            tally.Add(aspect, column, row, said, real, answer);
        }
    }

    private static string Word(Existence existence) => existence == Existence.Exists ? "there" : "not there";

    private static string Word(Verdict verdict) => verdict == Verdict.Accepted ? "accepted" : "refused";

    private static string? Word(bool? flag) => flag switch { true => "yes", false => "no", null => null };

    private static string? Word(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Word(SysctlType type) => type switch
    {
        SysctlType.Integer => "int",
        SysctlType.Vector => "int-vector",
        SysctlType.Text => "string",
        _ => null,
    };
}

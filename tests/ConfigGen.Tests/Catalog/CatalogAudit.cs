using ConfigGen.Core.Catalog;

namespace ConfigGen.Tests.Catalog;

/// <summary>Compares the answers of a catalogue with what one table, which it does not have, says.</summary>
internal sealed class CatalogAudit(SysctlCatalog answers, SysctlCatalog truth, string table, Kernel kernel)
{
    private readonly EvidenceTable facts = truth.Tables.First(t => t.Name == table);

    public List<string> Contradictions { get; } = [];

    public int Asked { get; private set; }

    public int Decided { get; private set; }

    /// <summary>Of these, the keys that some booted kernel has: there the module is known.</summary>
    public int AskedMeasured { get; private set; }

    public int DecidedMeasured { get; private set; }

    public int ValuesAsked { get; private set; }

    public int ValuesDecided { get; private set; }

    public int DefaultsAsked { get; private set; }

    public int DefaultsDecided { get; private set; }

    public List<string> Undecided { get; } = [];

    public CatalogAudit Run(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            Compare(key);
        }

        return this;
    }

    public override string ToString() =>
        $"{table} as {kernel.Family}: existence {Percent(Decided, Asked)} of {Asked} ({Percent(DecidedMeasured, AskedMeasured)} of the {AskedMeasured} that some booted kernel has), defaults {Percent(DefaultsDecided, DefaultsAsked)} of {DefaultsAsked}, "
        + $"values {Percent(ValuesDecided, ValuesAsked)} of {ValuesAsked}, contradictions {Contradictions.Count}";

    private static string Percent(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:F1} %";

    private void Compare(string key)
    {
        if (ExistenceIn(key) is not { } there)
        {
            return;
        }

        var measured = truth.Tables.Any(t => t.Kind == TableKind.Measured && truth.Row(key, t.Name) is not null);
        Asked++;
        AskedMeasured += measured ? 1 : 0;
        var fact = answers.Lookup(key, kernel);
        if (fact.Existence == Existence.Unknown)
        {
            Undecided.Add(key);
            return;
        }

        Decided++;
        DecidedMeasured += measured ? 1 : 0;
        if (fact.Existence != there)
        {
            Contradictions.Add($"{key}: said {fact.Existence}, is {there}");
        }
        else if (there == Existence.Exists)
        {
            CompareAttributes(key, fact);
            CompareValues(key);
        }
    }

    /// <summary>Null where the table cannot know.</summary>
    private Existence? ExistenceIn(string key)
    {
        if (truth.Row(key, table) is not null)
        {
            return Existence.Exists;
        }

        return facts.Kind == TableKind.Source
            ? truth.Tables.Any(t => t.Kind == TableKind.Source && truth.Row(key, t.Name) is not null) ? Existence.Absent : null
            : !facts.ModulesLoaded && truth.Module(key) is not null ? null
            : Existence.Absent;
    }

    private void CompareAttributes(string key, SysctlFact said)
    {
        var real = truth.Lookup(key, new Kernel(facts.Version, facts.Family, table));
        Differ(key, "mode", said.Mode, real.Mode);
        Differ(key, "network namespace", said.PerNetworkNamespace, real.PerNetworkNamespace);
        if (facts.Kind == TableKind.Measured)
        {
            Differ(key, "type", said.Type == SysctlType.Unknown ? null : said.Type, real.Type == SysctlType.Unknown ? null : real.Type);
            Differ(key, "fields", said.FieldCount, real.FieldCount);
            Differ(key, "accepts", said.Accepts?.ToString(), real.Accepts?.ToString());
            if (facts.ModulesLoaded && said.Module is not null && said.Module != real.Module)
            {
                Contradictions.Add($"{key}: said module {said.Module}, is {real.Module}");
            }
        }

        if (real.Default is not null)
        {
            DefaultsAsked++;
            DefaultsDecided += said.Default is null ? 0 : 1;
            Differ(key, "default", said.Default, real.Default);
        }
    }

    private void Differ(string key, string what, object? said, object? real)
    {
        if (said is not null && real is not null && !said.Equals(real))
        {
            Contradictions.Add($"{key}: said {what} {said}, is {real}");
        }
    }

    private void CompareValues(string key)
    {
        var row = truth.Row(key, table)!;
        var vector = truth.Lookup(key, new Kernel(facts.Version, facts.Family, table)).FieldCount ?? 1;
        foreach (var value in AuditValues.For(truth, key))
        {
            var real = AuditValues.Truth(facts.Kind, row, value);
            if (real == Verdict.Unknown)
            {
                continue;
            }

            ValuesAsked++;
            var text = string.Join(' ', Enumerable.Repeat(value, facts.Kind == TableKind.Measured && !row["accept_ranges"].StartsWith("all:", StringComparison.Ordinal) ? 1 : vector));
            var said = answers.Accepts(key, kernel, text);
            ValuesDecided += said == Verdict.Unknown ? 0 : 1;
            if (said != Verdict.Unknown && said != real)
            {
                Contradictions.Add($"{key} = {text}: said {said}, is {real}");
            }
        }
    }
}

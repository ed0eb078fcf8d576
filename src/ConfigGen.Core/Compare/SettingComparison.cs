using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Compare;

/// <summary>Compares what the settings of a spec come to on two sides.</summary>
internal sealed class SettingComparison(SysctlCatalog catalog, Side from, Side to)
{
    private readonly List<Change> changes = [];
    private readonly List<string> unknown = [];

    /// <summary>Every setting of a spec that was evaluated for the two sides, in this order.</summary>
    public static ChangeSet Run(SysctlCatalog catalog, Side from, Side to, ResolvedSpec spec)
    {
        var comparison = new SettingComparison(catalog, from, to);
        foreach (var setting in spec.Settings.Where(s => !s.Key.IsGlob))
        {
            comparison.Compare(setting.Key.Name, setting.Values[0], setting.Values[1]);
        }

        return new ChangeSet(spec.Settings.Length, KeyFamilies.Join(comparison.changes), [.. comparison.unknown, .. spec.Settings.Where(s => s.Key.IsGlob).Select(s => $"{s.Key}: a pattern")]);
    }

    private void Compare(string key, TargetValue was, TargetValue isNow)
    {
        if (was.Value?.Text != isNow.Value?.Text && was.Undecided is null && isNow.Undecided is null)
        {
            Add(key, ChangeKind.OtherValue, $"the spec sets {isNow.Value?.Text ?? "nothing"} there, {was.Value?.Text ?? "nothing"} before");
        }

        var (before, after) = (KeyFacts.Of(catalog, key, from), KeyFacts.Of(catalog, key, to));
        if (isNow.Undecided is not null || after.IsUnknown)
        {
            unknown.Add(isNow.Undecided is null ? $"{key}: whether it is there" : $"{key}: which value the spec sets there");
        }
        else if (isNow.Value is { Fields.IsEmpty: false } value)
        {
            CompareSet(key, was.Value?.Text == value.Text, before, after, value);
        }
    }

    private void CompareSet(string key, bool same, KeyFacts before, KeyFacts after, SettingValue value)
    {
        if (!after.IsEverywhere)
        {
            var where = after.IsNowhere ? "" : $" on {string.Join(", ", after.Facts.Where(f => f.Existence == Existence.Absent).Select(f => f.Kernel.ToString()))}";
            var instead = catalog.Curated(key)?.ReplacedBy is { } other ? $"; see {other}" : "";
            var sameKernels = !before.IsUnknown && !before.IsEverywhere && before.Some == after.Some;
            AddBreak(key, before.IsNowhere || sameKernels, ChangeKind.Gone, $"= {value.Text}: not there{where}{instead}");
            return;
        }

        AddBreak(key, before.IsReadOnly == true, ChangeKind.ReadOnly, after.IsReadOnly == true ? $"= {value.Text}: read-only" : null);
        var verdict = after.Accepts(value.Text);
        if (verdict == Verdict.Unknown)
        {
            unknown.Add($"{key}: whether {value.Text} is accepted");
        }

        var refused = verdict == Verdict.Refused ? $"= {value.Text}: refused{Narrow(after, value.Text)}" : null;
        AddBreak(key, same && before.Accepts(value.Text) == Verdict.Refused, ChangeKind.Refused, refused);
        CompareHeld(key, same, before, after, value, verdict);
        CompareDefault(key, same, before, after, value);
    }

    private static string Narrow(KeyFacts after, string value) =>
        after.Refusing(value).ToList() is var refusing && refusing.Count < after.Facts.Length ? $" on {string.Join(", ", refusing)}" : "";

    private void CompareHeld(string key, bool same, KeyFacts before, KeyFacts after, SettingValue value, Verdict verdict)
    {
        var altered = value is { Number: { } number, Fields.Length: 1 } && verdict != Verdict.Refused && after.Holds(number) == Verdict.Refused;
        AddBreak(key, same && value.Number is { } old && before.Holds(old) == Verdict.Refused, ChangeKind.Altered, altered ? $"= {value.Text}: accepted, and another value is in force" : null);
    }

    private void CompareDefault(string key, bool same, KeyFacts before, KeyFacts after, SettingValue value)
    {
        if (after.Default is not { } isNow)
        {
            return;
        }

        if (isNow == value.Text && !(same && before.Default == value.Text))
        {
            Add(key, ChangeKind.EqualsDefault, $"= {value.Text}: equals the default now{(before.Default is { } was ? $" (was {was})" : "")}");
        }
        else if (before.Default is { } was && was != isNow)
        {
            Add(key, ChangeKind.Default, $"= {value.Text}: the default where it is not set {was} → {isNow}");
        }
    }

    /// <summary>What was so on the first side already is told, and is not what the upgrade breaks.</summary>
    private void AddBreak(string key, bool wasBefore, ChangeKind kind, string? text)
    {
        if (text is not null)
        {
            changes.Add(new Change(SysctlComparison.GroupOf(catalog, key), key, kind, wasBefore ? $"{text}, as on {from.Label}" : text, Breaks: !wasBefore));
        }
    }

    private void Add(string key, ChangeKind kind, string text) => changes.Add(new Change(SysctlComparison.GroupOf(catalog, key), key, kind, text));
}

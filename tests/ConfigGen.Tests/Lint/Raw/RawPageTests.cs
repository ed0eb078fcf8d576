using ConfigGen.Core.Lint;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Lint.Raw;

public sealed class RawPageTests
{
    // Quotes are YAML's: a raw file has none. And it loads no module.
    private static readonly string[] YamlOnly = ["CG2008", "CG2401"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_bad_example_of_a_rule_gets_its_finding_as_a_raw_file(string id)
    {
        var spec = PageSpecs.Compile(PageSpecs.Example(id, "Bad")!).Spec!;
        var targets = new RawTargets(spec.Targets, AreNamed: true);
        string[] purpose = [.. spec.Purpose.Select(p => p.Value)];
        var codes = Files(spec).SelectMany(f => RawCases.Lint(f, targets, purpose).Findings).Select(f => f.Code.Id);
        Assert.Contains(id, codes);
    }

    public static TheoryData<string> Rules() => [.. RuleSet.All.Select(r => r.Code.Id).Where(id => !YamlOnly.Contains(id, StringComparer.Ordinal) && IsPlain(id))];

    // Only what a raw file can say: no intent, no cases, no two files whose relation is the point.
    private static bool IsPlain(string id)
    {
        var spec = PageSpecs.Compile(PageSpecs.Example(id, "Bad")!).Spec!;
        return spec.Keepalive is null
            && spec.Settings.All(s => s.Values.All(v => v.Value?.Text is { } text && text == s.Values[0].Value!.Text))
            && spec.Units.SelectMany(u => u.Sections).SelectMany(s => s.Directives).All(d => d.Targets.Length == spec.Targets.Length)
            && (spec.Units.Length == 1 && spec.Settings.IsEmpty || spec.Units.IsEmpty && !spec.Settings.IsEmpty);
    }

    private static IEnumerable<RawFile> Files(ResolvedSpec spec)
    {
        if (!spec.Settings.IsEmpty)
        {
            // As written: a spec converts durations and sizes, and reads quotes.
            var text = string.Concat(spec.Settings.Select(s => $"{s.Key} = {s.Values[0].Value!.Text}\n"));
            yield return new RawFile(new SourceText("x.conf", text), RawForm.Sysctl);
        }

        foreach (var unit in spec.Units)
        {
            var text = string.Concat(unit.Sections.Select(s => $"[{s.Name.Value}]\n{string.Concat(s.Directives.SelectMany(d => d.Values.Select(v => $"{d.Name.Value}={v.Text}\n")))}"));
            yield return new RawFile(new SourceText("x.conf", text), new RawForm(RawKind.Unit, unit.Name.Value, IsDropIn: true));
        }
    }
}

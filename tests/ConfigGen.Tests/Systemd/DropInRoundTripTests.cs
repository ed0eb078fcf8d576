using ConfigGen.Core.Render.SelfCheck;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;
using ConfigGen.Tests.Render;
using FsCheck;
using FsCheck.Fluent;

namespace ConfigGen.Tests.Systemd;

/// <summary>Whatever a unit says, the independent reader gives back.</summary>
public sealed class DropInRoundTripTests
{
    private static readonly Gen<string> Word = Gen.Elements('a', 'Z', '0', '-', '#', ';', '=', '%', '"', '\'', '\\', '[', ']', '$', '{', '}', ' ', ' ', 'ü', '×', '\u00a0').ListOf()
        .Where(c => c.Count < 14).Select(c => string.Concat(c));

    // What a line of a unit file can say; the binder reports anything else.
    private static readonly Gen<string> Value = Word.Where(w => w.Trim(' ') == w && (w.Length - w.TrimEnd('\\').Length) % 2 == 0);

    private static readonly Gen<(string Section, string Name, string[] Values)[]> Directives =
        (from section in Gen.Elements("Unit", "Service", "Install", "X-Team")
         from name in Gen.Elements("Environment", "ExecStart", "After", "Description", "LimitNOFILE", "Nice")
         from values in Value.ListOf().Where(v => v.Count is > 0 and < 4)
         select (section, name, values.ToArray()))
        .ListOf().Where(d => d.Count > 0).Select(d => d.DistinctBy(x => (x.section, x.name)).ToArray());

    [Fact]
    public void Any_directives_survive_rendering_and_reading() =>
        Prop.ForAll(Directives.ToArbitrary(), RoundTrip).QuickCheckThrowOnFailure();

    private static void RoundTrip((string Section, string Name, string[] Values)[] directives)
    {
        var source = new SourceText("specs/web.yaml", "spec: v1\n");
        var span = source.Span(0, 4);
        Located<string> At(string text) => new(text, span);
        var builder = new SpecBuilder().Build();
        var sections = directives.GroupBy(d => d.Section, StringComparer.Ordinal).Select(s => new UnitSection(
            At(s.Key), [.. s.Select(d => new UnitDirective(At(d.Name), [.. d.Values.Select(v => new WrittenField(v, span, Quoted: true))], span) { Targets = builder.Targets })]));
        var spec = builder with { Units = [new UnitSpec(At("a.service"), [.. sections])] };

        var read = UnitFileReader.Read(Rendering.Text(spec));
        Assert.Empty(read.OddLines);
        Assert.Equal(
            directives.OrderBy(d => (d.Section, d.Name)).SelectMany(d => d.Values.Select(v => (d.Section, d.Name, v))),
            read.Assignments.GroupBy(a => (a.Section, a.Name)).OrderBy(g => g.Key).SelectMany(g => g.Select(a => (a.Section, a.Name, a.Value))));
    }
}

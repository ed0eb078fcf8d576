using ConfigGen.Core.Render.SelfCheck;
using FsCheck;
using FsCheck.Fluent;

namespace ConfigGen.Tests.Render;

/// <summary>Whatever is planned, the independent reader gives back.</summary>
public class RoundTripTests
{
    private static readonly Gen<string> Part = Gen.Elements("net", "ipv4", "conf", "br0/5", "all", "tcp_rmem", "nf-call", "x0", "a_b");

    private static readonly Gen<string> Key = Part.ListOf().Where(p => p.Count is > 1 and < 7).Select(p => string.Join('.', p));

    private static readonly Gen<string> Word = Gen.Elements('0', '1', '9', 'a', '-', '#', ';', '=', '*', '%', '/', 'ü', '×', '|', '\\').ListOf()
        .Where(c => c.Count is > 0 and < 12).Select(c => string.Concat(c));

    private static readonly Gen<string> Value = Word.ListOf().Where(w => w.Count < 5).Select(w => string.Join(' ', w));

    private static readonly Gen<string> Reason = Gen.Elements('a', ' ', '\n', '\r', '=', '#', '\u2028', '\u0085', '\0', 'ü', '{', '}', '\u202e').ListOf().Select(c => string.Concat(c));

    private static readonly Gen<(string Key, string Value, string Reason)[]> Settings =
        (from key in Key from value in Value from reason in Reason select (key, value, reason))
        .ListOf().Where(s => s.Count > 0).Select(s => s.DistinctBy(x => x.key, StringComparer.Ordinal).ToArray());

    [Fact]
    public void Any_settings_survive_rendering_and_reading() =>
        Prop.ForAll(Settings.ToArbitrary(), RoundTrip).QuickCheckThrowOnFailure();

    private static void RoundTrip((string Key, string Value, string Reason)[] settings)
    {
        var spec = new SpecBuilder();
        foreach (var (key, value, reason) in settings)
        {
            spec.Set(key, value, reason);
        }

        var read = SysctlFragmentReader.Read(Rendering.Text(spec.Build()));
        Assert.Empty(read.OddLines);
        Assert.Equal(
            settings.Select(s => (Path(s.Key), s.Value)).Order(),
            read.Assignments.Select(a => (a.File, a.Value)).Order());
    }

    // The expected path, worked out in another way than the reader does.
    private static string Path(string key) => string.Join('/', key.Split('.').Select(part => part.Replace('/', '.')));
}

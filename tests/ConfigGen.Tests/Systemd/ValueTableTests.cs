using ConfigGen.Core.Findings;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Systemd;

/// <summary>values.tsv, judged for systemd 252; tests/real/systemd asks systemd itself about the same lines.</summary>
public sealed class ValueTableTests
{
    public static TheoryData<string, string, string> Lines =>
        [.. File.ReadLines(RepositoryRoot.File("tests", "ConfigGen.Tests", "Systemd", "values.tsv"))
            .Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(fields => new TheoryDataRow<string, string, string>(fields[0], fields[1], fields[2]))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void ConfigGen_says_of_a_value_what_systemd_says(string verdict, string section, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        var value = assignment[(equals + 1)..].Replace("'", "''", StringComparison.Ordinal);
        var unit = section switch { "Socket" => "x.socket", "Timer" => "x.timer", _ => "x.service" };
        var spec = Specs.On("{platform: debian-12}", $"units:\n  {unit}:\n    {section}: {{{assignment[..equals]}: '{value}'}}\n");
        // Keepalive times without KeepAlive are fine to systemd, and to no purpose.
        var findings = Specs.Compile(spec).Findings.Where(f => f.Severity > Severity.Info && f.Code.Id != "CG3007").Select(f => $"{f.Code} {f.Message}").ToList();
        Assert.True(verdict == "ok" == (findings.Count == 0), $"{assignment}: {string.Join("; ", findings)}");
    }
}

using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Cli;

/// <summary>Known findings are not reported and do not fail; new ones are and do.</summary>
public sealed class BaselineSpecs : IDisposable
{
    private const string Head = "spec: v1\nname: web\ntargets: [{platform: debian-12}]\nsysctl:\n";

    private const string Explained =
        "# configgen baseline v1\n"
        + "# Findings that are known and not reported. Update it with configgen validate --write-baseline FILE.\n"
        + "# code\tfile\tsetting\tfingerprint\tplaces\n";

    private readonly Workspace _workspace = new() { Compile = Compiler.Compile };

    public BaselineSpecs()
    {
        _workspace.Write(".configgen.yaml", "specs: [\"*.yaml\", \"!.configgen.yaml\"]\n");
        _workspace.Write("web.yaml", Head + "  net.core.somaxcon: 8192\n  net.core.netdev_budget: \"500\"\n");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void It_is_written_sorted_one_line_for_a_finding_with_the_fingerprint_of_sarif()
    {
        var sarif = _workspace.Run("validate", "--format", "sarif").Out;

        Assert.Equal(new CliResult(0, "", "1 spec, 2 findings written to known.txt: no findings\n"), _workspace.Run("validate", "--write-baseline", "known.txt"));

        var (unknown, quoted) = (Fingerprint("CG2001", "net.core.somaxcon", "net.core.somaxcon"), Fingerprint("CG2008", "net.core.netdev_budget", "\"500\""));
        Assert.Equal(
            Explained + $"CG2001\tweb.yaml\tnet.core.somaxcon\t{unknown}\t1\nCG2008\tweb.yaml\tnet.core.netdev_budget\t{quoted}\t1\n",
            _workspace.Read("known.txt"));
        Assert.Contains($"\"{unknown}:1\"", sarif, StringComparison.Ordinal);
        Assert.Contains($"\"{quoted}:1\"", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_it_is_neither_reported_nor_fails_and_its_spec_is_rendered()
    {
        Accept();

        Assert.Equal(new CliResult(0, "", "1 spec, 2 known findings: no findings\n"), _workspace.Run("validate"));
        Assert.Equal(0, _workspace.Run("generate").Code);
        Assert.True(_workspace.Has("out/web/sysctl.d/60-web.conf"));
    }

    [Fact]
    public void Moved_lines_are_known_and_a_new_finding_fails()
    {
        Accept();
        _workspace.Write("web.yaml", "# a new comment\n\n" + Head + "  net.core.netdev_budget: \"500\"\n  net.core.somaxcon: 16384\n  net.core.rmem_ma: 1\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                web.yaml:9:3: error CG2001 No known kernel has a key net.core.rmem_ma. [unknown-key]
                   9 |   net.core.rmem_ma: 1
                     |   ^~~~~~~~~~~~~~~~
                     help: did you mean net.core.rmem_max or net.core.wmem_max?

                """,
                "1 spec, 2 known findings: 1 error in 1 file\nFor more about it: configgen explain CG2001\n"),
            _workspace.Run("validate"));
    }

    [Fact]
    public void More_places_than_known_are_new_from_the_last_one_on()
    {
        _workspace.Write("web.yaml", Head + "  kernel.sem: [010, 010, 32, 128]\n");
        Accept();
        Assert.EndsWith("\t2\n", _workspace.Read("known.txt"), StringComparison.Ordinal);

        _workspace.Write("web.yaml", Head + "  kernel.sem: [010, 010, 010, 128]\n");
        var result = _workspace.Run("validate");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("web.yaml:5:26: error CG2007 ", result.Out, StringComparison.Ordinal);
        Assert.Equal("1 spec, 2 known findings: 1 error in 1 file\nFor more about it: configgen explain CG2007\n", result.Error);
    }

    [Fact]
    public void An_entry_that_no_longer_occurs_is_told_and_goes_away_with_an_update()
    {
        Accept();
        _workspace.Write("web.yaml", Head + "  net.core.netdev_budget: \"500\"\n");
        var line = _workspace.Read("known.txt").Split('\n')[3].Replace("\t", "    ", StringComparison.Ordinal);

        Assert.Equal(
            new CliResult(
                0,
                $"""
                known.txt:4:1: info CG1208 CG2001 on net.core.somaxcon is no longer found in web.yaml. [baseline-entry-gone]
                   4 | {line}
                     | ^{new string('~', line.Length - 1)}
                     help: update the baseline, so that it does not come back unseen: configgen validate --write-baseline known.txt

                """,
                "1 spec, 1 known finding: 1 info in 1 file\nFor more about it: configgen explain CG1208\n"),
            _workspace.Run("validate"));

        Accept();
        Assert.Equal(new CliResult(0, "", "1 spec, 1 known finding: no findings\n"), _workspace.Run("validate"));
    }

    [Fact]
    public void An_update_over_one_spec_keeps_the_entries_of_the_others()
    {
        _workspace.Write("db.yaml", Head.Replace("web", "db", StringComparison.Ordinal) + "  net.core.somaxcon: 8192\n");
        Accept();
        _workspace.Write("web.yaml", Head + "  net.core.somaxconn: 8192\n");

        Assert.Equal(0, _workspace.Run("validate", "--write-baseline", "known.txt", "web.yaml").Code);
        Assert.Equal(["CG2001\tdb.yaml"], _workspace.Read("known.txt").Split('\n')[3..^1].Select(l => string.Join('\t', l.Split('\t')[..2])));
    }

    [Fact]
    public void Broken_input_and_what_is_unsafe_never_get_into_it()
    {
        _workspace.Write("web.yaml", "spec: v1\nname: ../web\nextends: [../../other.yaml]\ntargets: [{platform: debian-12}]\nsysctl:\n  net.core.somaxcon: 1\n  ../../etc/x: 1\n");

        var result = _workspace.Run("validate", "--write-baseline", "known.txt");

        Assert.Equal(1, result.Code);
        Assert.Equal(["CG1005", "CG1007", "CG1011"], result.Out.Split('\n').Where(l => l.StartsWith("web.yaml", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(_workspace.Read("known.txt").Split('\n')[3..^1], line => Assert.StartsWith("CG2001\t", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_cannot_be_read_stops_the_run()
    {
        Accept();
        _workspace.Write("known.txt", Explained + "CG2001 web.yaml\n");

        Assert.Equal(
            new CliResult(
                1,
                """
                known.txt:4:1: error CG1207 A line of a baseline is code, file, setting, fingerprint, places with tabs between them, and this has 1 of the 5. [bad-baseline]
                   4 | CG2001 web.yaml
                     | ^~~~~~~~~~~~~~~
                     help: write it again: configgen validate --write-baseline known.txt

                """,
                "nothing judged: 1 error in 1 file\nFor more about it: configgen explain CG1207\n"),
            _workspace.Run("validate"));
    }

    [Fact]
    public void A_file_that_is_something_else_is_not_overwritten()
    {
        var before = _workspace.Read("web.yaml");

        Assert.Equal(new CliResult(2, "", "configgen: cannot write web.yaml: it is there and is not a baseline\n"), _workspace.Run("validate", "--write-baseline", "web.yaml"));
        Assert.Equal(before, _workspace.Read("web.yaml"));
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_an_error_where_it_is_named()
    {
        Assert.Equal(
            new CliResult(2, "", "configgen validate: --baseline: gone.txt does not exist.\nRun 'configgen validate --help' to see what it takes.\n"),
            _workspace.Run("validate", "--baseline", "gone.txt"));

        _workspace.Write(".configgen.yaml", "specs: [web.yaml]\nbaseline: gone.txt\n");
        Assert.StartsWith(".configgen.yaml:2:11: error CG0001 gone.txt does not exist", _workspace.Run("validate").Out, StringComparison.Ordinal);

        _workspace.Write(".configgen.yaml", "specs: [web.yaml]\nbaseline: ../gone.txt\n");
        Assert.StartsWith(".configgen.yaml:2:11: error CG1011 ", _workspace.Run("validate").Out, StringComparison.Ordinal);
    }

    private static string Fingerprint(params string[] parts) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\0', parts[0], "web.yaml", parts[1], parts[2]))))[..32];

    private void Accept()
    {
        _workspace.Write(".configgen.yaml", "specs: [\"*.yaml\", \"!.configgen.yaml\"]\nbaseline: known.txt\n");
        Assert.Equal(0, _workspace.Run("validate", "--write-baseline", "known.txt").Code);
    }
}

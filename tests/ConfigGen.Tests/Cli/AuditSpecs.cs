using System.Text.Json;
using ConfigGen.Tests.Catalog;

namespace ConfigGen.Tests.Cli;

public sealed class AuditSpecs : IDisposable
{
    private const string Usage = "Run 'configgen catalog audit --help' to see what it takes.\n";
    private const string Measured = "6.12.43";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("6.12.43")]
    [InlineData("5.14-rhel9.6")]
    public void A_table_agrees_with_the_catalogue_that_was_made_from_it(string name)
    {
        _workspace.Write($"{name}.tsv", PackedFacts.Text(name));

        var result = _workspace.Run("catalog", "audit", $"{name}.tsv");

        Assert.Equal((0, "1 table compared, 0 contradictions: no findings\n"), (result.Code, result.Error));
        Assert.StartsWith($"{name}.tsv: kernel {name}, ", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n                   compared      agree    unknown contradict    decided\n  existence  ", result.Out, StringComparison.Ordinal);
        Assert.EndsWith(" %\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_aside_a_table_is_answered_by_the_others()
    {
        _workspace.Write($"{Measured}.tsv", PackedFacts.Text(Measured));

        using var with = JsonDocument.Parse(_workspace.Run("catalog", "audit", "--format", "json", $"{Measured}.tsv").Out);
        using var without = JsonDocument.Parse(_workspace.Run("catalog", "audit", "--format", "json", "--all", "--without", Measured, $"{Measured}.tsv").Out);

        // Keys of modules that were not loaded stay unknown even where the table lacks them.
        Assert.InRange(Decided(with), 99.8, 100);
        Assert.InRange(Decided(without), 97, Decided(with));
        Assert.Equal(0, without.RootElement.GetProperty("contradictions").GetInt32());
        Assert.Equal(Table(without).GetProperty("all").GetProperty("unknown").GetInt32(), Table(without).GetProperty("unknown").GetArrayLength());
        Assert.False(Table(with).TryGetProperty("unknown", out _));
    }

    [Fact]
    public void A_contradiction_names_the_cell_both_answers_and_the_sources()
    {
        var lines = PackedFacts.Text(Measured).Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("vm.swappiness\t0644\t60\t", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("\t60\t", "\t61\t", StringComparison.Ordinal);
        _workspace.Write($"{Measured}.tsv", string.Join('\n', lines));

        var exact = _workspace.Run("catalog", "audit", $"{Measured}.tsv");
        var between = _workspace.Run("catalog", "audit", "--without", Measured, $"{Measured}.tsv");

        Assert.Equal((1, "1 table compared, 1 contradiction: no findings\n"), (exact.Code, exact.Error));
        Assert.StartsWith($"{Measured}.tsv:{at + 1}:20: vm.swappiness default: the table says 61, the catalogue says 60 (measured: 6.12.43)\n\n", exact.Out, StringComparison.Ordinal);
        Assert.Equal(1, between.Code);
        Assert.Contains("the catalogue says 60 (neighbours agree: ", between.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_too_many_and_one_too_few_are_contradictions()
    {
        var text = PackedFacts.Text(Measured).Replace("vm.swappiness\t", "net.ipv4.tcp_tw_recycle\t", StringComparison.Ordinal);
        _workspace.Write($"{Measured}.tsv", text);

        var result = _workspace.Run("catalog", "audit", $"{Measured}.tsv");

        Assert.Equal(1, result.Code);
        Assert.Contains($"{Measured}.tsv:1:1: vm.swappiness existence: the table says not there, the catalogue says there (measured: {Measured})\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("net.ipv4.tcp_tw_recycle existence: the table says there, the catalogue says not there (measured: 6.12.43)\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_the_kernel_from_anywhere()
    {
        var rows = PackedFacts.Text(Measured).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => string.Join('\t', l.Split('\t').Reverse()));
        var text = string.Join("\r\n", rows) + "\r\n";
        _workspace.Write("mine.tsv", text);
        _workspace.Write("captured.tsv", "# kernel: 6.12.43\n" + text);
        _workspace.Input = System.Text.Encoding.UTF8.GetBytes(text);

        Assert.Equal(0, _workspace.Run("catalog", "audit", "--kernel", Measured, "mine.tsv").Code);
        Assert.Equal(0, _workspace.Run("catalog", "audit", "captured.tsv").Code);
        Assert.Equal(0, _workspace.Run("catalog", "audit", "--kernel", Measured, "-").Code);
        Assert.Equal(
            new CliResult(2, "", $"configgen catalog audit: the name of mine.tsv holds no kernel version: name the kernel with --kernel.\n{Usage}"),
            _workspace.Run("catalog", "audit", "mine.tsv"));
    }

    [Theory]
    [InlineData("linux-6.6.13.tsv", "6.6.13")]
    [InlineData("6.6.13_amd64.tsv", "6.6.13-amd64")]
    [InlineData("6.11-ubuntu24.10.tsv", "6.11-ubuntu24.10")]
    public void A_kernel_between_the_known_ones_is_named_by_the_file(string file, string kernel)
    {
        _workspace.Write(file, "key\tmode\nvm.swappiness\t0644\n");

        var result = _workspace.Run("catalog", "audit", file);

        Assert.Contains($"\n{file}: kernel {kernel}, measured, 1 row\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  mode                    1          1          0          0    100.0 %\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "6.6.13.tsv:1:1: error CG0014 The file is empty. [table-header]\n   1 |\n     | ^\n")]
    [InlineData("# only\n\n", "6.6.13.tsv:1:1: error CG0014 The file holds nothing but comments and empty lines. [table-header]\n   1 | # only\n     | ^\n")]
    [InlineData("name\tmode\n", "6.6.13.tsv:1:1: error CG0014 The first line names no column 'key'. [table-header]\n   1 | name    mode\n     | ^~~~~~~~~~~~\n")]
    [InlineData("key\tmode\n", "6.6.13.tsv:1:1: error CG0014 The table has a header and no rows. [table-header]\n   1 | key    mode\n     | ^~~~~~~~~~~\n")]
    [InlineData("key\tmode\tmode\n", "6.6.13.tsv:1:10: error CG0014 The column 'mode' is named twice. [table-header]\n   1 | key    mode    mode\n     |                ^~~~\n")]
    [InlineData("key\tmode\na.b\n", "6.6.13.tsv:2:1: error CG0015 The row has 1 field, and there are 2 columns. [table-row]\n   2 | a.b\n     | ^~~\n")]
    [InlineData("mode\tkey\n0644\ta b\n", "6.6.13.tsv:2:6: error CG0015 'a b' is not a key: the name contains a space. [table-row]\n   2 | 0644    a b\n     |         ^~~\n")]
    [InlineData("key\tmode\na.b\t0644\na.b\t0644\n", "6.6.13.tsv:3:1: error CG0015 'a.b' has a row already, in line 2. [table-row]\n   3 | a.b    0644\n     | ^~~\n")]
    [InlineData("key\tmode\n\0\u0001\n", "6.6.13.tsv:1:1: error CG0003 6.6.13.tsv is not text: it has a zero byte in line 2 [not-text]\n   1 |\n     | ^\n")]
    public void A_broken_table_is_a_finding_with_its_place(string text, string finding)
    {
        _workspace.Write("6.6.13.tsv", text);

        var result = _workspace.Run("catalog", "audit", "6.6.13.tsv");

        Assert.Equal((1, finding), (result.Code, result.Out));
        Assert.StartsWith("0 tables compared, 0 contradictions: 1 error in 1 file\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_is_a_warning_and_the_others_are_compared()
    {
        _workspace.Write($"{Measured}.tsv", PackedFacts.Text(Measured).Replace("\tmode\t", "\tmoed\t", StringComparison.Ordinal));

        var result = _workspace.Run("catalog", "audit", $"{Measured}.tsv");

        Assert.Equal(0, result.Code);
        Assert.StartsWith($"{Measured}.tsv:1:5: warning CG0016 'moed' is not a column that the catalogue can answer. Did you mean 'mode'? [table-column]\n", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  mode ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_ever_more_columns_is_one_finding()
    {
        _workspace.Write("6.6.13.tsv", "key" + new string('\t', 1_000_000) + "\n");

        var result = _workspace.Run("catalog", "audit", "6.6.13.tsv");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("6.6.13.tsv:1:1: error CG0014 The first line names 1000001 columns, more than any table of facts has. [table-header]\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_of_the_machine_says_nothing_about_another_one()
    {
        var lines = PackedFacts.Text(Measured).Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("kernel.random.boot_id\t", StringComparison.Ordinal));
        var cells = lines[at].Split('\t');
        cells[2] = "another";
        lines[at] = string.Join('\t', cells);
        _workspace.Write($"{Measured}.tsv", string.Join('\n', lines));

        Assert.Equal(0, _workspace.Run("catalog", "audit", $"{Measured}.tsv").Code);
    }

    [Fact]
    public void A_file_full_of_something_else_is_given_up_on()
    {
        _workspace.Write("6.6.13.tsv", "key\tmode\n" + string.Concat(Enumerable.Repeat("x\n", 1000)));

        using var result = JsonDocument.Parse(_workspace.Run("catalog", "audit", "--format", "json", "6.6.13.tsv").Out);

        var findings = result.RootElement.GetProperty("findings");
        Assert.Equal(21, findings.GetArrayLength());
        Assert.Equal("After 20 errors the rest of the table was not read.", findings[20].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("nowhere.tsv", "nowhere.tsv: error CG0001 nowhere.tsv does not exist [file-not-found]\n")]
    [InlineData(".", ".: error CG0002 . is a folder, not a file [file-not-readable]\n")]
    public void A_table_that_cannot_be_opened_is_exit_code_2(string name, string finding)
    {
        var result = _workspace.Run("catalog", "audit", name);

        Assert.Equal((2, finding), (result.Code, result.Out));
    }

    [Theory]
    [InlineData("", "name at least one table, or - for standard input.")]
    [InlineData("--without 6.12.34 x.tsv", "--without: the catalogue has no table \"6.12.34\". Did you mean 6.12.43?")]
    [InlineData("--kernel six x.tsv", "--kernel takes a version such as 6.6.13 or 6.11-ubuntu24.10, not \"six\".")]
    [InlineData("--kernel 6.6 x.tsv y.tsv", "--kernel names the kernel of one table, and there are several.")]
    public void A_command_line_that_makes_no_sense_is_exit_code_2(string args, string problem) =>
        Assert.Equal(
            new CliResult(2, "", $"configgen catalog audit: {problem}\n{Usage}"),
            _workspace.Run(["catalog", "audit", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    private static double Decided(JsonDocument document) => Table(document).GetProperty("existenceWithModuleState").GetProperty("decidedPercent").GetDouble();

    private static JsonElement Table(JsonDocument document) => document.RootElement.GetProperty("tables")[0];
}

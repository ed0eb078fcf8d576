using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Lint.Raw;

/// <summary>Files that people use, and lines that were written to real kernels.</summary>
public sealed class RawCorpusTests(ITestOutputHelper output)
{
    // Every one was looked at by hand: nobody who maintains the kernel or systemd would take the line. No other line of the corpus may become an error unseen.
    private static readonly string[] Errors =
    [
        "Alex-Yu__dummy-responser__sysctl.conf:49 CG2002",
        "Alex-Yu__dummy-responser__sysctl.conf:76 CG2002",
        "BoushZhou__AWS__sysctl.conf:33 CG0103",
        "ChinChihFeng__nginx__files__sysctl.conf:86 CG2002",
        "CoreByte-Teknoloji__apache-tuning-optimization__sysctl.conf:2 CG0101",
        "Emperormouse__cypat-configs__sysctl.conf:104 CG2001",
        "Emperormouse__cypat-configs__sysctl.conf:75 CG2001",
        "FishDDev__Utilities__etc__sysctl.conf:23 CG2002",
        "GalliumOS-unmaintained__procps__debian__sysctl.conf:62 CG2004",
        "GalliumOS-unmaintained__procps__debian__sysctl.conf:63 CG2004",
        "GalliumOS-unmaintained__procps__debian__sysctl.conf:69 CG2001",
        "HXHGTS__TCPOptimization__sysctl.conf:56 CG2001",

        // A drop-in with [Unit] alone, in a folder that does not say for which unit.
        "vyos__vyos-1x__data__templates__dhcp-server__10-override.conf.j2:1 CG0101",
    ];

    // What a number may look like to somebody, and to no kernel.
    private static readonly string[] NoNumbers = ["+5", "5abc", "1.5", "1e3", "5k", "yes"];

    [Fact]
    public async Task The_errors_of_the_corpus_are_these()
    {
        var top = Path.GetDirectoryName(Shared.File("corpus/SOURCES.tsv"))!;
        var files = new[] { "sysctl", "systemd-dropin", "systemd-socket" }.SelectMany(kind => Directory.EnumerateFiles(Path.Combine(top, kind))).Order(StringComparer.Ordinal).ToList();
        var findings = await Task.Run(() => files.SelectMany(Lint).ToList(), TestContext.Current.CancellationToken).WaitAsync(HangGuard.Limit, TestContext.Current.CancellationToken);

        Assert.True(files.Count > 100, $"{files.Count} files");
        foreach (var code in findings.GroupBy(f => (f.Code.Id, f.Severity)).OrderBy(g => g.Key.Id, StringComparer.Ordinal))
        {
            output.WriteLine($"{code.Count()} {code.Key.Severity} {code.Key.Id}");
        }

        Assert.Equal(Errors, findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Span!.Source.Path}:{f.Span.Start.Line} {f.Code.Id}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lines_that_kernels_took_get_no_error_and_spellings_that_all_refused_get_one()
    {
        var rows = File.ReadLines(Shared.File("facts/kernels/text_forms.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var (kernel, key, written, errno) = (row[0], row[1], row[2].Replace("\\t", "\t", StringComparison.Ordinal), row[3]);
            var errors = RawCases.Lint(RawCases.Sysctl, $"{key} = {written}\n", kernel).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Code.Id).ToList();
            var isNumberKey = rows.Any(r => r[0] == kernel && r[1] == key && r[2] == "yes" && r[3] == "EINVAL");
            if (errno == "0" && errors.Exists(e => e is "CG2004" or "CG0103") || errno == "EINVAL" && isNumberKey && NoNumbers.Contains(written, StringComparer.Ordinal) && errors.Count == 0)
            {
                wrong.Add($"{kernel} {key} = {row[2]}: {errno}, {string.Join(' ', errors)}");
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<Finding> Lint(string file)
    {
        // Two underscores stand for the slashes of the paths that the files had.
        var path = Path.GetFileName(file);
        var text = File.ReadAllText(file);
        return RawCases.Lint(new RawFile(new SourceText(path, text), RawForms.Of(path.Replace("__", "/", StringComparison.Ordinal), text)), RawCases.Targets()).Findings;
    }
}

using System.Globalization;
using ConfigGen.Core.Import;
using ConfigGen.Core.Text;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Import;

/// <summary>Files that people use: what the loader takes from each is rendered again from the spec, or is in a finding.</summary>
public sealed class ImportCorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds = ["sysctl", "sysctl-q-output", "systemd-dropin", "systemd-socket", "tuned", "ansible-vars", "k8s-yaml"];

    [Fact]
    public async Task Every_sysctl_file_comes_back_from_its_spec()
    {
        var files = Files("sysctl");
        var lost = await Task.Run(() => files.SelectMany(RoundTrip).ToList(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.True(files.Count > 50, $"{files.Count} files");
        output.WriteLine($"{files.Count} files, {_same} settings the same, {_told} in findings");
        Assert.Empty(lost);
        Assert.True(_same > 850, $"{_same} settings");
    }

    [Fact]
    public async Task Every_drop_in_comes_back_from_its_spec()
    {
        var files = Files("systemd-dropin");
        var lost = await Task.Run(() => files.SelectMany(UnitRoundTrip).ToList(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        output.WriteLine($"{files.Count} files, {_same} directives the same, {_told} in findings");
        Assert.Empty(lost);
        Assert.True(_same > 100, $"{_same} directives");
    }

    [Fact]
    public async Task No_file_is_too_odd_and_every_spec_that_comes_out_is_valid()
    {
        var files = Kinds.SelectMany(Files).ToList();
        var broken = await Task.Run(() => files.SelectMany(f => Import(f) is { Spec: not null, Kept: > 0 } result ? result.Errors().Select(e => $"{f}: {e}") : []).ToList(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.True(files.Count > 120, $"{files.Count} files");
        Assert.Empty(broken);
    }

    [Fact]
    public void The_articles_page_gives_no_setting_and_says_why()
    {
        var result = ImportCases.Import("article.txt", File.ReadAllText(Shared.File("seed/article.txt")));

        Assert.Equal(0, result.Kept);
        Assert.Contains("CG7009", result.Findings.Select(f => f.Code.Id));
        Assert.Contains(result.Findings, f => f.Message.StartsWith("net.ipv4.tcp_tw_recycle is set outside of any file", StringComparison.Ordinal));
    }

    private int _same;
    private int _told;

    private IEnumerable<string> RoundTrip(string file)
    {
        var result = Import(file);
        var rendered = result.Kept == 0 ? [] : Effective(Fragment(result));
        var told = result.Findings.Where(f => f.Span is not null).SelectMany(f => Enumerable.Range(f.Span!.Start.Line, f.Span.End.Line - f.Span.Start.Line + 1)).ToHashSet();
        foreach (var (key, (value, line)) in Effective(File.ReadAllText(file)))
        {
            if (rendered.TryGetValue(key, out var back) && Words(back.Value) == Words(value))
            {
                _same++;
            }
            else if (told.Contains(line))
            {
                _told++;
            }
            else
            {
                yield return $"{Path.GetFileName(file)}:{line.ToString(CultureInfo.InvariantCulture)}: {key} = {value}, and {(back.Value ?? "nothing")} comes back";
            }
        }
    }

    private IEnumerable<string> UnitRoundTrip(string file)
    {
        var result = Import(file);
        var back = result.Kept == 0 ? [] : Artifact(result, ".conf").Split('\n').Where(l => l.Contains('=', StringComparison.Ordinal) && l[0] != '#').ToHashSet(StringComparer.Ordinal);
        var told = result.Findings.Where(f => f.Span is not null).SelectMany(f => Enumerable.Range(f.Span!.Start.Line, f.Span.End.Line - f.Span.Start.Line + 1)).ToHashSet();
        var lines = File.ReadAllText(file).Split('\n').Select(l => l.Trim()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] is '#' or ';' or '[')
            {
                continue;
            }

            var (isSame, isTold) = (back.Contains(Plain(lines[i])), told.Contains(i + 1) || result.Findings.Any(f => f.Code.Id == "CG7001"));
            _same += isSame ? 1 : 0;
            _told += !isSame && isTold ? 1 : 0;
            if (!isSame && !isTold)
            {
                yield return $"{Path.GetFileName(file)}:{i + 1}: {lines[i]}";
            }
        }
    }

    private static string Plain(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? line : $"{line[..equals].Trim()}={line[(equals + 1)..].Trim()}";
    }

    private static string Fragment(ImportResult result) => Artifact(result, ".conf", "sysctl.d/");

    private static string Artifact(ImportResult result, string ending, string folder = "systemd/system/")
    {
        var plan = result.Compiled().Plan ?? throw new InvalidOperationException(string.Join('\n', result.Compiled().Findings.Select(f => $"{f.Code} {f.Message}")));
        return string.Join('\n', plan.Artifacts.Where(a => a.Path.StartsWith(folder, StringComparison.Ordinal) && a.Path.EndsWith(ending, StringComparison.Ordinal)).Select(a => a.Content));
    }

    // sysctl.d(5) in a few lines, on purpose without any of the product's code: file below /proc/sys → value as the kernel gets it, and its line.
    private static Dictionary<string, (string Value, int Line)> Effective(string text)
    {
        var values = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            number++;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is not ('#' or ';') && equals > 0)
            {
                var key = line[..equals].TrimStart('-').Trim();
                var first = key.IndexOfAny(['.', '/']);
                var file = first < 0 || key[first] == '/' ? key : string.Concat(key.Select(c => c switch { '.' => '/', '/' => '.', _ => c }));
                values[file] = (line[(equals + 1)..].Trim(), number);
            }
        }

        return values;
    }

    // Blanks between the numbers of a vector are all one to the kernel; so is what stands behind a number and a blank.
    private static string Words(string value)
    {
        var words = value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var comment = Array.FindIndex(words, w => w[0] == '#');
        return string.Join(' ', comment > 0 && words.Take(comment).All(w => w.All(c => char.IsAsciiDigit(c) || c == '-')) ? words.Take(comment) : words);
    }

    private static ImportResult Import(string file)
    {
        var path = Path.GetFileName(file).Replace("__", "/", StringComparison.Ordinal);
        return Importer.Import([new ImportFile(new SourceText(Path.GetFileName(file), File.ReadAllText(file)), path)], ImportCases.Request("debian-12"));
    }

    private static List<string> Files(string kind) => [.. Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Shared.File("corpus/SOURCES.tsv"))!, kind)).Order(StringComparer.Ordinal)];
}

using ConfigGen.Core.Compile;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Compile;

/// <summary>Whatever is done to a good spec, the answer is findings: never an exception, never a place outside of the file.</summary>
public sealed class MutationTests
{
    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "#", "\"", "'", "*a", "&a ", "|", ">", "!x ", "~", "null", "true", "-1", "0x10", "010", "1e9", "99999999999999999999",
        "value", "unset: true", "at_least: ", "of_memory: 1%", "when: {kernel: \">=6\"}", "reason: ", "final: true", "net.ipv4.ip_forward", "net/ipv4/conf/eth0.1/rp_filter", "kernel.*",
        "%Z", "../", "é", "\u202e", "\t", "\0", "platform: ", "kernel: \"6.12\"", "capture: x", "group: g", "units", "Service", "ExecStart: ", "extends: [b.yaml]", "layer: true",
    ];

    public static TheoryData<string> Seeds =>
        [.. Directory.EnumerateFiles(RepositoryRoot.File("examples"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("spec: v1", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_spec_gets_findings_inside_of_it(string file)
    {
        var good = File.ReadAllText(RepositoryRoot.File(file));
        var random = new Random(good.Length);
        for (var i = 0; i < 150; i++)
        {
            var text = Mutate(good, random);
            var compilation = Compile(text);
            foreach (var span in compilation.Findings.Select(f => f.Span).OfType<Core.Text.SourceSpan>())
            {
                Assert.InRange(span.Span.Start, 0, span.Source.Text.Length);
                Assert.InRange(span.Span.End, span.Span.Start, span.Source.Text.Length);
            }

            Assert.True(compilation.Plan is null || !compilation.HasErrors, text);
        }
    }

    private static Compilation Compile(string text) =>
        Compiler.Compile(new CompileRequest("a.yaml", new InMemorySources(("a.yaml", text), ("b.yaml", "spec: v1\nlayer: true\nsysctl: {net.core.somaxconn: 1}\n")), Specs.Today, "a.yaml"));

    private static string Mutate(string text, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(12), text.Length - at);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Fragments[random.Next(Fragments.Length)]),
                _ => text.Remove(at, length).Insert(at, Fragments[random.Next(Fragments.Length)]),
            };
        }

        return text;
    }
}

using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Import;

/// <summary>Whatever is done to a file, the answer is a spec that can be read and findings inside of the file; no line is lost without a word.</summary>
public sealed class ImportFuzzTests
{
    private static readonly string[] Fragments =
    [
        "=", "==", " = 1", "-", "\n", "\n\n", "#", ";", "\"", "'", "`", "$", "${x", "{{", "}}", "{%", "@A@", "\\", "\\\n", "<<EOF", "EOF", "|", ">", ">>", "&&", "\t", "\r", "\r\n", "\0", "\u202e", "é", "\ufeff",
        "net.ipv4.ip_forward = 1", "net.ipv4.conf.*.rp_filter = 1", "kernel.hostname=x y", "[Service]", "[sysctl]", "[", "- ", ": ", "  ", "010", "64M", "99999999999999999999", "net.inet.x=1", "*", "/", "..", "sysctl -w ", "if ", "fi\n", "(", ")", "&a ", "*a", "!t ",
    ];

    private static readonly (string Path, string Text)[] Seeds =
    [
        ("a/sysctl.conf", "# x\nnet.core.somaxconn = 4096\n\n-kernel.sysrq = 0 # y\nnet.ipv4.conf.*.rp_filter = 1\nvm.swappiness=1\nvm.swappiness=2\nkernel.printk = 3\t4 1 7\n"),
        ("/etc/systemd/system/a.service.d/b.conf", "[Service]\n# more\nLimitNOFILE=1:2\nExecStart=\nExecStart=/bin/x \\\n  y\nEnvironment=A=1\n"),
        ("x/tuned.conf", "[main]\nsummary=x\ninclude=y\n[variables]\na=1\n[sysctl]\nvm.swappiness=${a}\nkernel.panic=>5\n[vm]\ndirty_bytes=40%\n"),
        ("a.sh", "#!/bin/sh\ncat >> /etc/sysctl.conf << 'EOF'\nvm.swappiness = 1\nEOF\necho \"kernel.sysrq = 0\" | sudo tee -a /etc/sysctl.conf\nsysctl -w kernel.panic=1\nif true; then\necho 1 > /proc/sys/net/ipv4/ip_forward\nfi\n"),
        ("main.yml", "---\na:\n  net.core.somaxconn: 4096  # x\n  vm.swappiness: yes\nb:\n  - {name: kernel.sysrq, value: \"0\", state: present}\n- name: x\n"),
        ("tasks.yml", "- ansible.posix.sysctl:\n    name: \"{{ item.key }}\"\n    value: \"{{ item.value }}\"\n  with_dict:\n    vm.swappiness: 1\n    kernel.sysrq: \"{{ x }}\"\n  when: a\n- copy:\n    dest: /etc/sysctl.d/a.conf\n    content: |\n      vm.dirty_ratio = 5\n"),
        ("dump.txt", "fs.inode-nr = 1\t2\nkernel.hostname = x\nnet.core.somaxconn = 4096\nvm.swappiness = 1\n"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Seeds.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_damaged_file_gets_findings_inside_of_it_and_a_spec_that_can_be_read(int seed)
    {
        var (path, good) = Seeds[seed];
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var text = Mutate(good, random);
            var result = ImportCases.Import(path, text);
            Assert.All(result.Findings, f =>
            {
                Assert.InRange(f.Span!.Span.Start, 0, f.Span.Source.Text.Length);
                Assert.InRange(f.Span.Span.End, f.Span.Span.Start, f.Span.Source.Text.Length);
            });
            if (result.Kept > 0)
            {
                Assert.True(!result.Errors().Any(), $"{text}\n=>\n{result.Spec}\n{string.Join('\n', result.Errors())}");
            }
        }
    }

    [Theory]
    [InlineData("sysctl.conf", "vm.swappiness = 1\n")]
    [InlineData("sysctl.conf", "net.ipv4.conf.*.x = 1\n-a.b\n")]
    [InlineData("a.sh", "echo a=b >> /etc/sysctl.conf\n")]
    [InlineData("a.sh", "'\"")]
    [InlineData("a.sh", "cat > /etc/systemd/system/a.service.d/b.conf <<E\n[Service]\nE\n")]
    [InlineData("a.yml", "---\na: {net.core.somaxconn: 1}\n")]
    [InlineData("a.yml", "- sysctl -w vm.swappiness=1\n")]
    [InlineData("tuned.conf", "[sysctl]\nvm.swappiness=${a}\n[variables]\na=${a}${a}\n")]
    [InlineData("/etc/systemd/system/a.service.d/b.conf", "[Service]\nLimitNOFILE=1\n")]
    [InlineData("dump.txt", "fs.inode-nr = 1\nnet.core.somaxconn = 1\n")]
    public async Task A_file_at_its_cap_is_no_matter_of_minutes(string path, string line)
    {
        var text = string.Concat(Enumerable.Repeat(line, 400_000 / line.Length));

        var result = await Task.Run(() => ImportCases.Import(path, text), TestContext.Current.CancellationToken).WaitAsync(HangGuard.Limit, TestContext.Current.CancellationToken);

        Assert.NotEmpty(result.Findings);
    }

    [Fact]
    public void No_line_of_a_sysctl_file_is_lost_without_a_word()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var text = Mutate(Seeds[0].Text, random).Replace("\ufeff", "", StringComparison.Ordinal);
            var result = ImportCases.Import(Seeds[0].Path, text);
            var told = result.Findings.SelectMany(f => Enumerable.Range(f.Span!.Start.Line, f.Span.End.Line - f.Span.Start.Line + 1)).ToHashSet();
            var isWhole = result.Findings.Any(f => f.Code.Id is "CG7001" or "CG7009");
            var lines = new Core.Text.SourceText("x", text);
            for (var n = 1; n <= lines.LineCount; n++)
            {
                var line = lines.LineAt(n).Trim(' ', '\t', '\f', '\v');
                Assert.True(line.Length == 0 || line[0] is '#' or ';' || isWhole || told.Contains(n) || result.Verdicts.Contains($":{n}\n", StringComparison.Ordinal), $"line {n} of:\n{text}\n=>\n{result.Spec}");
            }
        }
    }

    private static string Mutate(string text, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(8), text.Length - at);
            var fragment = Fragments[random.Next(Fragments.Length)];
            text = random.Next(3) switch
            {
                0 when text.Length > length + 1 => text.Remove(at, length),
                1 => text.Insert(at, fragment),
                _ => text.Remove(at, length).Insert(at, fragment),
            };
        }

        return text;
    }
}

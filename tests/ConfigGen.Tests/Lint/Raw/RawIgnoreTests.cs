using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Lint.Raw;

public sealed class RawIgnoreTests
{
    [Theory]
    [InlineData("# configgen: ignore CG2001 own kernel\nkernel.nosuch = 1\n", "")]
    [InlineData("; configgen: ignore CG2001 own kernel\n\n# another\nkernel.nosuch = 1\n", "")]
    [InlineData("# configgen: ignore CG2001 own kernel\nkernel.nosuch = 1\nkernel.nosuch2 = 1\n", "3:1 error CG2001")]
    [InlineData("kernel.nosuch = 1\nkernel.nosuch2 = 1\n# configgen: ignore-file CG2001 own kernel\n", "")]
    [InlineData("# configgen: ignore CG2001\nkernel.nosuch = 1\n", "1:1 error CG0106, 2:1 error CG2001")]
    [InlineData("# configgen: ignore\nkernel.panic = 1\n", "1:1 error CG0106")]
    [InlineData("# configgen: ignore CG2001 nothing there\nkernel.panic = 1\n", "1:1 warning CG1401")]
    [InlineData("# configgen: ignore CG9999 no such code\nkernel.panic = 1\n", "1:21 error CG1404")]
    [InlineData("# configgen: ignore CG0012 no\nkernel.panic = 1\u0001\n", "1:21 error CG1403, 2:1 error CG0012")]
    [InlineData("# configgen: ignore CG0104 parts\nkernel.panic = 1\nkernel.panic = 2\n", "")]
    public void Comments_accept_findings_of_the_next_line_or_of_the_file(string text, string findings) =>
        Assert.Equal(findings, RawCases.Places(RawCases.Sysctl, text, "debian-12"));

    [Fact]
    public void Units_have_the_same_comments_and_the_reason_is_kept()
    {
        var result = RawCases.Lint(RawCases.DropIn, "[Service]\n# configgen: ignore CG3001 ours, see INFRA-42\nLimitNOFIL=1\n", "debian-12");
        Assert.Empty(result.Findings);
        Assert.Equal("ours, see INFRA-42", Assert.Single(result.Accepted).Entry.Reason);
    }

    [Fact]
    public void Files_of_one_host_are_weighed_in_the_order_in_which_they_are_read()
    {
        var found = Overridden(
            ("r/etc/sysctl.d/10-a.conf", "kernel.panic = 1\nkernel.sysrq = 1\nvm.swappiness = 1\n"),
            ("r/usr/lib/sysctl.d/50-b.conf", "kernel.panic = 2\nkernel.sysrq = 1\n"),
            ("r/usr/lib/sysctl.d/10-a.conf", "vm.swappiness = 7\n"),
            ("r/etc/sysctl.conf", "kernel.panic = 3\n"),
            ("other/sysctl.d/99-c.conf", "kernel.panic = 4\n"));

        Assert.Equal(
            [
                "r/etc/sysctl.d/10-a.conf:1:1 kernel.panic = 1 is overridden by r/etc/sysctl.conf:1, which is read later: 3 is in force.",
                "r/usr/lib/sysctl.d/50-b.conf:1:1 kernel.panic = 2 is overridden by r/etc/sysctl.conf:1, which is read later: 3 is in force.",
            ],
            found);
    }

    private static string[] Overridden(params (string Path, string Text)[] files) =>
    [
        .. RawTree.Of(files.Select(f => RawLinter.Read(new RawFile(new SourceText(f.Path, f.Text), RawForm.Sysctl)))).Overridden
            .SelectMany(g => g).Select(f => $"{f.Span} {f.Message}").Order(StringComparer.Ordinal),
    ];
}

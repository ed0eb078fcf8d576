using ConfigGen.Core.Render.SelfCheck;

namespace ConfigGen.Tests.Systemd;

/// <summary>The reader that checks drop-ins, against what systemd.syntax(7) says.</summary>
public sealed class UnitFileReaderTests
{
    [Fact]
    public void Sections_and_assignments_come_in_order() => Expect(
        "[Unit]\nAfter=a.service\n\n[Service]\nNice = 5 \n  Restart=no\n",
        "2 Unit After=a.service", "5 Service Nice=5", "6 Service Restart=no");

    [Fact]
    public void Comments_start_with_either_sign_and_only_at_the_start_of_a_line() => Expect(
        "# [Unit]\n[Service]\n ; Nice=1\nEnvironment=A=#1;2 # not a comment\n",
        "4 Service Environment=A=#1;2 # not a comment");

    [Fact]
    public void A_backslash_joins_lines_and_comments_between_them_vanish() => Expect(
        "[Service]\nExecStart=/bin/echo \\\n# a comment \\\n  one \\\n;another\n  two\nNice=1\n",
        "2 Service ExecStart=/bin/echo    one    two", "7 Service Nice=1");

    [Fact]
    public void Two_backslashes_join_nothing() => Expect(
        "[Service]\nEnvironment=A=x\\\\\nNice=1\n",
        "2 Service Environment=A=x\\\\", "3 Service Nice=1");

    [Fact]
    public void Empty_values_and_quotes_stay_as_they_are() => Expect(
        "[Service]\nExecStart=\nExecStart=/bin/sh -c \"a  b\" %n\n",
        "2 Service ExecStart=", "3 Service ExecStart=/bin/sh -c \"a  b\" %n");

    [Fact]
    public void A_section_may_come_twice() => Expect("[Unit]\nA=1\n[Service]\nB=2\n[Unit]\nC=3\n", "2 Unit A=1", "4 Service B=2", "6 Unit C=3");

    [Theory]
    [InlineData("Nice=1\n", "1 it stands in no section")]
    [InlineData("[Service]\nNice\n", "2 it is no assignment")]
    [InlineData("[Service\nNice=1\n", "1 the name of the section does not end")]
    [InlineData("[Service]\nNice=1 \\\n", "2 the file ends inside of a line")]
    [InlineData("[Service]\nA=\u0007\n", "2 it holds a control character")]
    public void What_systemd_would_complain_about_is_odd(string text, string odd) =>
        Assert.Equal(odd, UnitFileReader.Read(text).OddLines.Select(o => $"{o.Line} {o.Why}").First());

    private static void Expect(string text, params string[] assignments)
    {
        var read = UnitFileReader.Read(text);
        Assert.Empty(read.OddLines);
        Assert.Equal(assignments, read.Assignments.Select(a => $"{a.Line} {a.Section} {a.Name}={a.Value}"));
    }
}

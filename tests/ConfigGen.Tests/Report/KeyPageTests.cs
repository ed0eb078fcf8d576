using System.Text.Json;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report;

namespace ConfigGen.Tests.Report;

public sealed class KeyPageTests
{
    private static readonly CuratedEntry Entry = new("x.key", "time-wait", "Says how long something waits before it gives up; the sentence goes on so that it does not fit on one line.")
    {
        Unit = "seconds",
        Values = ["0: off", "1: on"],
        Default = "1 since 5.0, 0 before",
        Why = "Because.",
        Risk = "Breaks.",
        TakesEffect = "new-sockets",
        OneWay = true,
        Since = new KernelVersion(2, 6, null),
        Until = new KernelVersion(6, 11, null),
        ReplacedBy = "y.key",
        Relations = ["needs z.key: or nothing happens"],
        References = ["Some manual, section 7"],
    };

    [Fact]
    public void Everything_known_is_on_one_screen_with_equal_kernels_together()
    {
        var page = new KeyPage("x.key", Entry,
        [
            Fact("6.12.43", KernelFamily.Debian, EvidenceLayer.Measured, "1", 0, 2),
            Fact("5.10.262", KernelFamily.Debian, EvidenceLayer.Measured, "1", 0, 2),
            Fact("6.4", KernelFamily.Upstream, EvidenceLayer.FromSource, "1", 0, 2),
            new SysctlFact("x.key", Kernel("7.3.4", KernelFamily.Debian), Existence.Absent, new Evidence(EvidenceLayer.Measured, ["7.3.4"])),
            Fact("5.14", KernelFamily.RedHat, EvidenceLayer.FromSource, "0", int.MinValue, int.MaxValue),
        ]);

        Assert.Equal(
            """
            x.key  (time-wait)

              Says how long something waits before it gives up; the sentence goes on so that it does not fit
              on one line.

              unit          seconds
              values        0: off
                            1: on
              default       1 since 5.0, 0 before
              why           Because.
              risk          Breaks.
              takes effect  new-sockets, and only a reboot takes it back
              upstream      since 2.6, until 6.11
              replaced by   y.key
              scope         each network namespace has its own value

            Kernels:
              5.10.262–6.12.43  default 1, accepts 0..2 [measured, from source]
              7.3.4             not there [measured]
              5.14              default 0, accepts any 32-bit integer [from source]

            Related:
              needs z.key: or nothing happens

            Sources:
              Some manual, section 7

            """,
            page.ToText());
    }

    [Fact]
    public void A_default_of_the_measured_machine_is_not_shown_as_a_fact()
    {
        var page = new KeyPage("x.key", Entry: null, [Fact("6.1", KernelFamily.Debian, EvidenceLayer.Measured, "12345", 0, null)]) { DefaultIsOfTheMachine = true };

        Assert.Equal(
            """
            x.key

              default       differs from machine to machine
              scope         each network namespace has its own value

            Kernels:
              6.1  accepts 0 and up [measured]

            """,
            page.ToText());
    }

    [Fact]
    public void Nothing_measured_is_said_so() =>
        Assert.Equal("x.key\n\nNo kernel at hand says anything about it.\n", new KeyPage("x.key", Entry: null, []).ToText());

    [Fact]
    public void Json_has_an_entry_for_each_kernel()
    {
        using var json = JsonDocument.Parse(new KeyPage("x.key", Entry, [Fact("6.1", KernelFamily.Debian, EvidenceLayer.Measured, "1", 0, null)]).ToJson());

        var kernel = Assert.Single(json.RootElement.GetProperty("kernels").EnumerateArray());
        Assert.Equal("6.1", kernel.GetProperty("kernel").GetString());
        Assert.Equal("exists", kernel.GetProperty("existence").GetString());
        Assert.Equal("measured", kernel.GetProperty("evidence").GetString());
        Assert.Equal(0, kernel.GetProperty("accepts")[0].GetProperty("low").GetInt64());
        Assert.Equal(JsonValueKind.Null, kernel.GetProperty("accepts")[0].GetProperty("high").ValueKind);
        Assert.Equal("2.6", json.RootElement.GetProperty("since").GetString());
    }

    private static Kernel Kernel(string version, KernelFamily family)
    {
        Assert.True(KernelVersion.TryParse(version, out var parsed));
        return new Kernel(parsed, family, version);
    }

    private static SysctlFact Fact(string version, KernelFamily family, EvidenceLayer layer, string value, long low, long? high) =>
        new("x.key", Kernel(version, family), Existence.Exists, new Evidence(layer, [version]))
        {
            Default = value,
            Mode = "0644",
            PerNetworkNamespace = true,
            Accepts = new AcceptedRange([new AcceptedRun(low, high)], HigherIsUnknown: false, EveryField: false),
        };
}

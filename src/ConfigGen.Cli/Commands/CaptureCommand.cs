using System.Collections.Frozen;
using System.CommandLine;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Capture;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report;

namespace ConfigGen.Cli.Commands;

/// <summary><c>capture</c>: this host's facts as a table.</summary>
internal sealed class CaptureCommand : Command, IHasExamples
{
    private readonly Option<bool> _probe = new("--probe-netns")
    {
        Description = "Also measure what per-namespace keys accept, by writing them in a network namespace of its own; needs root.",
    };

    private readonly Option<string[]> _include = new("--include")
    {
        Description = "Take this key although the catalogue does not know it; may be repeated. What holds a secret or a name is never taken.",
        HelpName = "KEY",
    };

    private readonly Surroundings _around;

    public CaptureCommand(Surroundings around)
        : base("capture", "Prints this host's kernel settings as a table that specs can name as a target.")
    {
        _around = around;
        Add(_probe);
        Add(_include);
        SetAction(Run);
    }

    public string Details => """
        Takes only keys that the catalogue knows; never the host's name, its interfaces, random keys,
        secrets or boot ids. What is left out is listed on standard error, with the reason. Changes
        nothing on the host. Without root, --probe-netns works in a user namespace:
        unshare --map-root-user configgen capture --probe-netns
        """;

    public IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("configgen capture >captures/lb.tsv", "then, in a spec: targets: [{capture: captures/lb.tsv}]"),
        ("configgen capture --probe-netns >captures/lb.tsv", "with the values that the kernel accepts"),
        ("ssh lb configgen capture >captures/lb.tsv", "another host's"),
    ];

    private int Run(ParseResult parsed)
    {
        var reader = new HostReader(_around.Host);
        if (!reader.HasKeys)
        {
            return Fail("there is no /proc/sys: facts can be captured on Linux only");
        }

        if (HostIdentity.Of(reader.Text(), PlatformCatalog.BuiltIn) is not { } host)
        {
            return Fail("/proc/sys/kernel/osrelease does not say which kernel this is");
        }

        var keys = reader.Keys().ToList();
        IReadOnlyDictionary<string, NamespaceKey> measured = FrozenDictionary<string, NamespaceKey>.Empty;
        if (parsed.GetValue(_probe))
        {
            (measured, var problem) = new NamespaceProbe(_around.Host, SysctlCatalog.BuiltIn).Run(keys);
            if (problem is not null)
            {
                return Fail($"nothing measured: {problem}");
            }
        }

        var included = (parsed.GetValue(_include) ?? []).Select(CanonicalKey).ToFrozenSet(StringComparer.Ordinal);
        Print(HostCapture.Make(host, keys, measured, SysctlCatalog.BuiltIn, included), keys, included);
        return ExitCode.Clean;
    }

    private static string CanonicalKey(string written) => SysctlKey.TryParse(written, out var key, out _) ? key!.Name : written;

    private void Print(CapturedFacts facts, List<HostKey> keys, IReadOnlySet<string> included)
    {
        _around.Out.Write(facts.Table);
        _around.Out.Flush();
        foreach (var left in facts.LeftOut)
        {
            _around.Error.Write($"left out, {left.Reason}: {(left.Keys.IsEmpty ? Count.Of(left.Count, "key") : Visible.Line(string.Join(", ", left.Keys)))}\n");
        }

        var unreadable = keys.Count(k => k.Value is null && k.Mode.AsSpan().IndexOfAny("4567") >= 0);
        var missing = included.Where(name => !keys.Exists(k => k.Key == name)).Order(StringComparer.Ordinal).ToList();
        _around.Error.Write(missing.Count == 0 ? "" : $"not on this host: {Visible.Line(string.Join(", ", missing))}\n");
        _around.Error.Write($"{Count.Of(facts.Count, "key")} captured, {facts.LeftOut.Sum(l => l.Count)} left out{(unreadable > 0 ? $", {unreadable} without a value: not readable" : "")}\n");
    }

    private int Fail(string problem)
    {
        _around.Error.Write($"configgen: {problem}\n");
        return ExitCode.Usage;
    }
}

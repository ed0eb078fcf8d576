using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Render;

/// <summary>Builds resolved specs by hand, with spans into a text in which every setting has a line of its own.</summary>
internal sealed class SpecBuilder(string name = "web")
{
    private readonly List<(string Label, string Kernel, Int128? Memory)> _targets = [];
    private readonly List<Entry> _entries = [];

    public string? Description { get; init; }

    public OutputOptions Outputs { get; init; } = new();

    public SpecBuilder Target(string label, string kernel = "6.12.117", Int128? memory = null)
    {
        _targets.Add((label, kernel, memory));
        return this;
    }

    /// <summary>One value for every target.</summary>
    public SpecBuilder Set(string key, string value, string? reason = null, string? layer = null) =>
        SetEach(key, reason, layer, [value]);

    /// <summary>One value per target; null where nothing is set.</summary>
    public SpecBuilder SetEach(string key, string? reason, string? layer, params string?[] values)
    {
        _entries.Add(new Entry(key, values, reason, layer, null));
        return this;
    }

    /// <summary>A setting that could not be decided for any target.</summary>
    public SpecBuilder Undecided(string key, string why)
    {
        _entries.Add(new Entry(key, [null], null, null, why));
        return this;
    }

    public ResolvedSpec Build()
    {
        var text = new StringBuilder($"spec: v1\nname: {name}\nsysctl:\n");
        var lines = _entries.Select(e => (Entry: e, Start: Append(text, e))).ToList();
        var source = new SourceText("specs/web.yaml", text.ToString());
        var targets = Targets(source);
        return new ResolvedSpec(
            new Located<string>(name, source.Span(source.Text.IndexOf(name, StringComparison.Ordinal), name.Length)),
            targets,
            [.. lines.Select(l => Setting(l.Entry, source, l.Start, targets)).OrderBy(s => s.Key.Name, StringComparer.Ordinal)])
        {
            Source = source,
            Description = Description,
            Outputs = Outputs,
        };
    }

    private ImmutableArray<Target> Targets(SourceText source)
    {
        var given = _targets.Count > 0 ? _targets : [("debian-13", "6.12.117", null)];
        return [.. given.Select(t => new Target(t.Label, source.Span(0, 4), [Kernel(t.Kernel)]) { MemoryBytes = t.Memory })];
    }

    private static Kernel Kernel(string version)
    {
        Assert.True(KernelVersion.TryParse(version, out var parsed));
        return new Kernel(parsed, KernelFamily.Debian, version);
    }

    private static int Append(StringBuilder text, Entry entry)
    {
        var start = text.Length + 2;
        text.Append("  ").Append(entry.Key).Append(": ").AppendJoin(" | ", entry.Values).Append('\n');
        return start;
    }

    private static ResolvedSetting Setting(Entry entry, SourceText source, int start, ImmutableArray<Target> targets)
    {
        var written = entry.Layer is null ? source : new SourceText(entry.Layer, source.Text);
        var values = targets.Select((t, i) => Value(entry, t, entry.Values[entry.Values.Length == 1 ? 0 : i], written, start));
        return new ResolvedSetting(new SysctlKey(entry.Key), written.Span(start, entry.Key.Length), [.. values]) { Reason = entry.Reason };
    }

    private static TargetValue Value(Entry entry, Target target, string? text, SourceText source, int start)
    {
        var span = source.Span(start + entry.Key.Length + 2, 1);
        return new TargetValue(target, text is null ? null : new SettingValue(text, [.. text.Split(' ')], [], span), entry.Undecided);
    }

    private sealed record Entry(string Key, string?[] Values, string? Reason, string? Layer, string? Undecided);
}

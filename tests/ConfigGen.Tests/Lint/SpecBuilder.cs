using System.Collections.Immutable;
using System.Text;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Spec;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Lint;

/// <summary>Resolved specs without YAML, for rules: every setting stands on a line of its own, "key: value".</summary>
internal sealed class SpecBuilder
{
    private const string EqualsDefault = "CG2012";

    private readonly List<Target> _targets = [];
    private readonly List<(string Key, string[] Fields, bool Quoted, string? Only)> _settings = [];
    private readonly List<(string Rule, string? Setting, string? Until, bool Inherited)> _ignores = [];
    private KeepaliveIntent? _keepalive;
    private ImmutableArray<UnitSpec> _units = [];

    /// <summary>A target with kernels named by their table ("6.1.192") or version.</summary>
    public SpecBuilder On(string label, params string[] kernels) => On(label, null, kernels);

    /// <summary>The same with memory in GiB.</summary>
    public SpecBuilder On(string label, int? gibibytes, params string[] kernels)
    {
        var target = new Target(label, Text("").Span(0, 0), [.. kernels.SelectMany(Kernels)]) { MemoryBytes = gibibytes is { } g ? (Int128)g << 30 : null };
        _targets.Add(target);
        return this;
    }

    public SpecBuilder Set(string key, params string[] fields)
    {
        _settings.Add((key, fields, Quoted: false, Only: null));
        return this;
    }

    public SpecBuilder SetOnly(string target, string key, params string[] fields)
    {
        _settings.Add((key, fields, Quoted: false, target));
        return this;
    }

    public SpecBuilder SetQuoted(string key, string value)
    {
        _settings.Add((key, [value], Quoted: true, Only: null));
        return this;
    }

    public SpecBuilder Keepalive(long? idle = null, long? interval = null, long? probes = null, long? detectWithin = null, long? middlebox = null)
    {
        var span = Text("keepalive").Span(0, 9);
        Located<long>? At(long? value) => value is { } v ? new Located<long>(v, span) : null;
        _keepalive = new KeepaliveIntent(span) { Idle = At(idle), Interval = At(interval), Probes = At(probes), DetectWithin = At(detectWithin), MiddleboxIdleTimeout = At(middlebox) };
        return this;
    }

    public SpecBuilder Unit(string name, string section, string directive, string value)
    {
        var span = Text(name).Span(0, 1);
        Located<string> At(string text) => new(text, span);
        _units = _units.Add(new UnitSpec(At(name), [new UnitSection(At(section), [new UnitDirective(At(directive), [new WrittenField(value, span, Quoted: false)], span) { Targets = [.. _targets] }])]));
        return this;
    }

    public SpecBuilder Ignore(string rule, string? setting = null, string? until = null, bool inherited = false)
    {
        _ignores.Add((rule, setting, until, inherited));
        return this;
    }

    public ResolvedSpec Build()
    {
        var text = new StringBuilder();
        foreach (var s in _settings)
        {
            text.Append(s.Key).Append(": ").AppendJoin(' ', s.Fields).Append('\n');
        }

        foreach (var i in _ignores)
        {
            text.Append(i.Rule).Append(' ').Append(i.Setting).Append('\n');
        }

        var source = Text(text.ToString());
        var settings = _settings.Select((s, line) => Setting(source, line + 1, s)).OrderBy(s => s.Key.Name, StringComparer.Ordinal);
        return new ResolvedSpec(new Located<string>("web", source.Span(0, 0)), [.. _targets], [.. settings])
        {
            Source = source,
            Keepalive = _keepalive,
            Units = _units,
            Ignores = [.. _ignores.Select((entry, index) => IgnoreAt(source, _settings.Count + index + 1, entry))],
        };
    }

    /// <summary>What the linter reports on 2026-01-01, ignores applied; but that a value equals the default, which is not what a rule is tested with.</summary>
    public ImmutableArray<Finding> Lint() => Linter.Run(Build(), SysctlCatalog.BuiltIn, new DateOnly(2026, 1, 1), []).Findings.RemoveAll(f => f.Code.Id == EqualsDefault);

    /// <summary>The messages under one code.</summary>
    public string[] Messages(string code) => [.. Lint().Where(f => f.Code.Id == code).Select(f => f.Message)];

    /// <summary>The codes reported, in order, without doubles.</summary>
    public string[] Codes() => [.. Lint().Select(f => f.Code.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static SourceText Text(string text) => new("spec.yaml", text);

    private static IEnumerable<Kernel> Kernels(string name)
    {
        var table = SysctlCatalog.BuiltIn.Tables.FirstOrDefault(t => t.Name == name);
        return table is not null ? [new Kernel(table.Version, table.Family, table.Name)]
            : KernelVersion.TryParse(name, out var version) ? [new Kernel(version, KernelFamily.Upstream, null)]
            : throw new ArgumentException(name, nameof(name));
    }

    private ResolvedSetting Setting(SourceText source, int line, (string Key, string[] Fields, bool Quoted, string? Only) setting)
    {
        var start = source.OffsetAt(line, 1);
        var at = start + setting.Key.Length + 2;
        var written = ImmutableArray.CreateBuilder<WrittenField>();
        foreach (var field in setting.Fields)
        {
            written.Add(new WrittenField(field, source.Span(at, field.Length), setting.Quoted));
            at += field.Length + 1;
        }

        var value = new SettingValue(string.Join(' ', setting.Fields), [.. setting.Fields], written.ToImmutable(), source.Span(start + setting.Key.Length + 2, string.Join(' ', setting.Fields).Length));
        var values = _targets.Select(t => new TargetValue(t, setting.Only is null || setting.Only == t.Label ? value : null, Undecided: null));
        return new ResolvedSetting(new SysctlKey(setting.Key), source.Span(start, setting.Key.Length), [.. values]);
    }

    private static IgnoreEntry IgnoreAt(SourceText source, int line, (string Rule, string? Setting, string? Until, bool Inherited) entry)
    {
        var span = source.Span(source.OffsetAt(line, 1), entry.Rule.Length);
        var until = entry.Until is { } day ? new Located<DateOnly>(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), span) : null;
        return new IgnoreEntry(new Located<string>(entry.Rule, span), entry.Setting is { } s ? new Located<string>(s, span) : null, "because", until, span, entry.Inherited);
    }
}

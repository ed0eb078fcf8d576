using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Topics: the keys and directives that are described together. Keys and directives of one matter share its name.</summary>
internal sealed class TopicExplainer(ExplainTarget? target)
{
    private readonly Lazy<ILookup<string, string>> _keys = new(() => SysctlCatalog.BuiltIn.Topics.ToLookup(t => t.Topic, t => t.Key, StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, string>> _directives = new(() => DirectiveCatalog.BuiltIn.Topics.ToLookup(t => t.Topic, t => t.Directive, StringComparer.Ordinal));

    /// <summary>Every topic, in ordinal order.</summary>
    public IEnumerable<string> Names =>
        _keys.Value.Select(t => t.Key).Concat(_directives.Value.Select(t => t.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public bool IsTopic(string name) => _keys.Value.Contains(name) || _directives.Value.Contains(name);

    /// <summary>The list of a topic; null when it is none.</summary>
    public Explanation? Explain(string name) =>
        !IsTopic(name) ? null : Explanation.Of(new ListPage("topic", name, Lines(_keys, name, KeyLine), Lines(_directives, name, DirectiveLine)) { Target = target });

    private static ImmutableArray<NamedLine> Lines(Lazy<ILookup<string, string>> names, string topic, Func<string, NamedLine> line) =>
        [.. names.Value[topic].Order(StringComparer.Ordinal).Select(line)];

    private NamedLine KeyLine(string key) => new(key, KeyLines.Says(key, SysctlCatalog.BuiltIn, target));

    private NamedLine DirectiveLine(string directive) => new(directive, DirectiveExplainer.Says(directive, target));
}

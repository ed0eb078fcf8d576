using ConfigGen.Core.Catalog;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Spec.Builtin;

namespace ConfigGen.Core.Report.Explain;

/// <summary>Finds out what a name means and answers with its page.</summary>
/// <remarks>
/// A name that means several things is taken as a code first, then as a sysctl key, a directive and a topic; <c>topic:</c> in front asks for the topic.
/// <c>builtin:</c> in front asks for a starting point.
/// What is written as only one of them can be (a pattern, <c>[Service] Nice</c>, <c>Nice=</c>, <c>Service.Nice</c>) is taken as that.
/// </remarks>
/// <param name="target">What answers are narrowed to; null for everything that is known.</param>
public sealed class Explainer(ExplainTarget? target)
{
    private const string TopicPrefix = "topic:";

    private readonly KeyExplainer _keys = new(SysctlCatalog.BuiltIn, target);
    private readonly DirectiveExplainer _directives = new(target);
    private readonly TopicExplainer _topics = new(target);

    /// <summary>The page of a code, key, directive, pattern, topic or starting point.</summary>
    public Explanation Explain(string text)
    {
        var name = text.Trim();
        return StartingPoints.IsReference(name) ? StartingPoint(name)
            : name.StartsWith(TopicPrefix, StringComparison.Ordinal)
            ? _topics.Explain(name[TopicPrefix.Length..]) ?? UnknownTopic(name)
            : Code(name) ?? _directives.ExplainSpelledOut(name) ?? _keys.ExplainPattern(name) ?? Plain(name) ?? Loose(name) ?? Unknown(name);
    }

    private Explanation StartingPoint(string name) =>
        StartingPointPage.Of(StartingPoints.NameIn(name)) is not { } page
            ? Explanation.Wrong($"there is no starting point \"{Visible.Line(name)}\".{StartingPoints.Question(StartingPoints.NameIn(name))} There are {StartingPoints.Listed}.")
            : target is not null ? Explanation.Wrong("a starting point names its own targets; leave --target out.")
            : Explanation.Of(page);

    private Explanation? Code(string name)
    {
        var code = FindingCodes.All.FirstOrDefault(c => c.Name == name)?.Id ?? (CodePages.IsCode(name) ? name : null);
        return code is null || CodePages.Find(code) is not { } page ? null
            : target is not null ? Explanation.Wrong($"{page.Code} means the same on every target; leave --target out.")
            : Explanation.Of(page);
    }

    private Explanation? Plain(string name) => _keys.Explain(name) ?? _directives.Explain(name) ?? _topics.Explain(name)
        ?? (StartingPoints.Names.Contains(name, StringComparer.Ordinal) ? StartingPoint(name) : null);

    /// <summary>What is not the name itself but leaves no doubt: the last part of a key, a directive in other letters.</summary>
    private Explanation? Loose(string name) => _directives.ExplainAnyCase(name) ?? _keys.ExplainLastPart(name);

    private Explanation Unknown(string name) => Unknown(name, _keys.AdviceOnDots(name) ?? Nearest.Question(name, _topics.Names));

    private Explanation UnknownTopic(string name) => Unknown(name, Nearest.TopicQuestion(name[TopicPrefix.Length..], _topics.Names));

    private static Explanation Unknown(string name, string advice) => Explanation.Wrong($"nothing is known about \"{Visible.Line(name)}\".{advice}");
}

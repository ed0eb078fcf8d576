using System.Collections.Immutable;

namespace ConfigGen.Core.Render;

/// <summary>Looks at templates without rendering them.</summary>
public interface ITemplateInspector
{
    /// <summary>What one template reads, writes and includes, and what is wrong with it whatever the model is.</summary>
    /// <param name="name">Such as "sysctl.d/fragment.scriban"; problems show it.</param>
    /// <param name="text">The template.</param>
    InspectedTemplate Inspect(string name, string text);
}

/// <summary>What is in a template.</summary>
/// <param name="Problems">Wrong syntax, and functions that the language does not have.</param>
/// <param name="Variables">Paths into the model: "settings[].key", each at its first use.</param>
/// <param name="Includes">Templates that it includes.</param>
/// <param name="Assigned">Names that it gives values itself.</param>
/// <param name="Writes">Every value that it writes.</param>
public sealed record InspectedTemplate(
    ImmutableArray<TemplateProblem> Problems,
    ImmutableArray<NamedPlace> Variables,
    ImmutableArray<NamedPlace> Includes,
    ImmutableArray<string> Assigned,
    ImmutableArray<WrittenValue> Writes);

/// <summary>A name at a place of a template (line and column from 1).</summary>
public sealed record NamedPlace(string Name, int Line, int Column);

/// <summary>A value that is written: its path into the model, null for what is calculated; and whether it stands inside double quotes or a comment.</summary>
public sealed record WrittenValue(string? Path, bool IsLiteral, bool IsInQuotes, bool IsInComment, int Line, int Column);

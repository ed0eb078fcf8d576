namespace ConfigGen.Templating;

/// <summary>A value of the model that a template reads.</summary>
/// <param name="Path">The name with its members: `host.name`. An item of a list is `[]`: `settings[].key`.</param>
/// <param name="Line">Line of its first use, from 1.</param>
/// <param name="Column">Column of its first use, from 1.</param>
public sealed record VariableUse(string Path, int Line, int Column);

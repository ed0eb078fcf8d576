using System.Collections.Immutable;

namespace ConfigGen.JsonSchema;

/// <summary>The outcome of compiling a schema.</summary>
/// <param name="Schema">The schema, or null if there are problems.</param>
/// <param name="Problems">What is wrong with the schema, in document order; empty if nothing is.</param>
public sealed record JsonSchemaCompilation(JsonSchemaDocument? Schema, ImmutableArray<SchemaProblem> Problems);

/// <summary>Something wrong with a schema.</summary>
/// <param name="SchemaPointer">The JSON Pointer of the offending keyword; preceded by "URI#" in a document the resolver gave.</param>
/// <param name="Message">What is wrong, as a sentence without the place.</param>
public sealed record SchemaProblem(string SchemaPointer, string Message);

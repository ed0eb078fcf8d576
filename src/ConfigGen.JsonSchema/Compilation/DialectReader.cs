using System.Text.Json;

namespace ConfigGen.JsonSchema;

/// <summary>Finds out which vocabularies a schema resource uses, from its <c>$schema</c> (core, section 8.1).</summary>
internal static class DialectReader
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";
    private const string Vocabulary = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly string[] Known =
        ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content"];

    public static Dialect Read(SchemaCompiler compiler, JsonElement schema, string pointer, Dialect? inherited = null)
    {
        if (Declared(schema) is not { } declared)
        {
            return inherited ?? Dialect.Full;
        }
        if (compiler.Options.IgnoreDialect || string.Equals(declared.TrimEnd('#'), Draft, StringComparison.Ordinal))
        {
            return Dialect.Full;
        }
        if (Metaschema(compiler, declared) is not { } metaschema)
        {
            compiler.Report(pointer + "/$schema", $"The dialect \"{declared}\" is not known; only \"{Draft}\" is.");
            return Dialect.Full;
        }
        return FromVocabularies(compiler, metaschema, pointer);
    }

    private static string? Declared(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && new SchemaMembers(schema).Find("$schema") is { ValueKind: JsonValueKind.String } text
            ? JsonText.Of(text)
            : null;

    private static JsonElement? Metaschema(SchemaCompiler compiler, string declared) =>
        Uri.TryCreate(declared, UriKind.Absolute, out var uri) &&
        compiler.Options.Resolve?.Invoke(uri) is { ValueKind: JsonValueKind.Object } found
            ? found
            : null;

    private static Dialect FromVocabularies(SchemaCompiler compiler, JsonElement metaschema, string pointer)
    {
        if (new SchemaMembers(metaschema).Find("$vocabulary") is not { ValueKind: JsonValueKind.Object } vocabularies)
        {
            return Dialect.Full;
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var vocabulary in vocabularies.EnumerateObject())
        {
            string name = JsonText.NameOf(vocabulary);
            used.Add(name);
            if (vocabulary.Value.ValueKind == JsonValueKind.True && !IsKnown(name))
            {
                compiler.Report(pointer + "/$schema", $"The metaschema requires the vocabulary \"{name}\", which is not known.");
            }
        }
        return new(
            used.Contains(Vocabulary + "applicator"), used.Contains(Vocabulary + "validation"), used.Contains(Vocabulary + "unevaluated"));
    }

    private static bool IsKnown(string name) =>
        name.StartsWith(Vocabulary, StringComparison.Ordinal) && Known.Contains(name[Vocabulary.Length..], StringComparer.Ordinal);
}

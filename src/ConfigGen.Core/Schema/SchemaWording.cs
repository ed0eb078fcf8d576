using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Schema;

/// <summary>Turns a broken keyword into a sentence: what stands there, what may stand there, what to write.</summary>
internal sealed class SchemaWording(YamlNode root, JsonElement schema, string? file)
{
    /// <summary>How the schema calls an entry of extends.</summary>
    private const string LayerTitle = "path of a layer";

    /// <summary>The finding for a violation.</summary>
    public Finding Say(SchemaViolation violation)
    {
        var place = new Place(root, schema, file, violation);
        return violation.Keyword switch
        {
            "type" => WrongType(place),
            "additionalProperties" or "unevaluatedProperties" or "propertyNames" or "false" => UnknownProperty(place),
            "required" or "dependentRequired" => Missing(place),
            "const" or "enum" => NotAllowed(place),
            "oneOf" or "anyOf" => Form(place, violation),
            "minItems" or "minProperties" or "minLength" => Empty(place),
            "uniqueItems" => Make(SpecCodes.NotAllowed, place, $"{place.Subject} names the same thing twice.", null),
            _ => Malformed(place),
        };
    }

    private static Finding WrongType(Place place) =>
        Make(SpecCodes.WrongType, place, $"{place.Subject} must be {place.ExpectedTypes}, not {place.Found}.", TypeHelp(place));

    private static string? TypeHelp(Place place) => place.Node switch
    {
        YamlScalar { Kind: YamlKind.Float } number when place.Title == "kernel version" =>
            $"put quotes around it, \"{number.Value}\": without them 6.10 and 6.1 are the same number",
        YamlScalar { Value: "no" or "No" or "NO" or "off" or "Off" or "OFF" } when place.ExpectedTypes.Contains("true or false", StringComparison.Ordinal) => "write false: in YAML 1.2 a plain no is text",
        YamlScalar { Value: "yes" or "Yes" or "YES" or "on" or "On" or "ON" } when place.ExpectedTypes.Contains("true or false", StringComparison.Ordinal) => "write true: in YAML 1.2 a plain yes is text",
        YamlScalar { Kind: not YamlKind.Null } one when place.ExpectedTypes == "a list" => $"write [{one.Value}]",
        YamlScalar { Kind: YamlKind.Text } name when place.Title == "target" => $"write {{platform: {name.Value}}}",
        YamlMapping map when place.Title == LayerTitle && map["builtin"] is YamlScalar name => $"take the blank out: builtin:{name.Value}",
        _ => place.Description,
    };

    private static Finding UnknownProperty(Place place)
    {
        var name = place.Violation.Property ?? place.LastToken;
        var closest = Spelling.Closest(name, place.AllowedNames);
        var message = $"'{name}' is not known {place.Where}.{Spelling.Question(closest)}";
        var help = place.AllowedNames.IsEmpty ? null : $"known here: {string.Join(", ", place.AllowedNames)}";
        var span = place.KeySpan(name);
        var fix = closest.Length == 1 && span.Text == name ? new Fix(span, closest[0], $"Write '{closest[0]}'", IsSafe: false) : null;
        return Finding.Of(SpecCodes.UnknownProperty, span, message) with { Help = help, Fix = fix };
    }

    private static Finding Missing(Place place) =>
        Make(SpecCodes.MissingProperty, place, $"{place.Subject} lacks '{place.Violation.Property}'.", MissingHelp(place.Violation.Property));

    private static string? MissingHelp(string? property) => property switch
    {
        "spec" => "start the file with: spec: v1",
        "reason" => "say why it is accepted, for those who read it next year",
        _ => null,
    };

    private static Finding NotAllowed(Place place)
    {
        var question = place.Node is YamlScalar written ? Spelling.Question(Spelling.Closest(written.Value, place.Allowed, 1)) : "";
        return Make(SpecCodes.NotAllowed, place, $"{place.Subject} must be {place.AllowedValues}, not {place.Found}.{question}", null);
    }

    private Finding Form(Place place, SchemaViolation violation) =>
        violation.Causes is [{ Keyword: not "required" } cause]
            ? Say(cause)
            : Make(SpecCodes.SettingForm, place, $"{place.Subject} must say exactly one of {place.RequiredNames}.", null);

    private static Finding Empty(Place place) =>
        Make(SpecCodes.Malformed, place, $"{place.Subject} must not be empty.", place.Description);

    private static Finding Malformed(Place place)
    {
        var limit = place.Violation.Keyword switch
        {
            "minimum" => $": {place.KeywordText} is the least",
            "maximum" => $": {place.KeywordText} is the most",
            _ => "",
        };
        return Make(SpecCodes.Malformed, place, $"{place.Found} is not a valid {place.Title ?? "value"}{limit}.", PatternHelp(place) ?? place.Description);
    }

    private static string? PatternHelp(Place place) => place.KeywordText switch
    {
        "^[a-z][a-z0-9-]{0,62}$" => "lower-case letters, digits and hyphens, starting with a letter, at most 63: it becomes a file name",
        "^[a-z][a-z0-9_]{0,62}$" => "lower-case letters, digits and underscores, starting with a letter, at most 63",
        "^[a-z][a-z0-9-]*$" => "lower-case letters, digits and hyphens, such as web or nat-gateway",
        _ => null,
    };

    private static Finding Make(FindingCode code, Place place, string message, string? help) =>
        Finding.Of(code, place.Node.Span, message) with { Help = help };

    /// <summary>One violation with what the schema and the document say at its place.</summary>
    private sealed class Place(YamlNode root, JsonElement schema, string? file, SchemaViolation violation)
    {
        private readonly string[] _tokens = YamlToJson.Tokens(violation.InstancePointer);

        public SchemaViolation Violation => violation;

        public YamlNode Node { get; } = YamlToJson.Find(root, violation.InstancePointer);

        public string LastToken => _tokens.Length == 0 ? "" : _tokens[^1];

        public string? Title => Text("title");

        public string? Description => Text("description");

        public string Where => _tokens.Length == 0 ? $"at the top of {file ?? "a spec"}" : $"in {Name(_tokens)}";

        public string Subject => _tokens.Length == 0 ? file ?? "The spec" : Name(_tokens);

        public string KeywordText => Keyword is { } k ? k.ValueKind == JsonValueKind.String ? k.GetString()! : k.GetRawText() : "";

        public string ExpectedTypes => Keyword is { ValueKind: JsonValueKind.Array } many
            ? string.Join(" or ", many.EnumerateArray().Select(t => TypeWord(t.GetString())))
            : TypeWord(Keyword?.GetString());

        public ImmutableArray<string> Allowed => Keyword is { ValueKind: JsonValueKind.Array } many ? [.. many.EnumerateArray().Select(v => v.ToString())] : [];

        public string AllowedValues => Allowed is { IsEmpty: false } many ? string.Join(" or ", many)
            : Keyword is { ValueKind: JsonValueKind.True } ? "true" : KeywordText;

        public string RequiredNames
        {
            get
            {
                string[] names = [.. Keyword?.EnumerateArray().SelectMany(form => form.GetProperty("required").EnumerateArray()).Select(name => name.GetString()!) ?? []];
                return names is [.. var first, var last] ? $"{string.Join(", ", first)} and {last}" : "";
            }
        }

        public string Found => Node switch
        {
            YamlMapping => "a mapping",
            YamlSequence => "a list",
            YamlScalar { Kind: YamlKind.Null } => "nothing",
            YamlScalar { Value.Length: > 60 } s => $"'{s.Value[..57]}...'",
            YamlScalar { Kind: YamlKind.Text, Style: not YamlStyle.Plain } s => $"the text '{s.Value}'",
            YamlScalar s => $"'{s.Value}'",
            _ => "this",
        };

        public ImmutableArray<string> AllowedNames => Parent() is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject().Select(p => p.Name)]
            : [];

        private JsonElement? Keyword => Resolve(violation.SchemaPointer);

        /// <summary>Where the offending key itself stands.</summary>
        public SourceSpan KeySpan(string name) => (Node as YamlMapping)?.Find(name)?.Key.Span ?? Node.Span;

        private string? Text(string property) =>
            Parent() is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(property, out var text) ? text.GetString() : null;

        private JsonElement? Parent()
        {
            var cut = violation.SchemaPointer.LastIndexOf('/');
            return cut < 0 ? null : Resolve(violation.SchemaPointer[..cut]);
        }

        private JsonElement? Resolve(string pointer)
        {
            var element = schema;
            foreach (var token in YamlToJson.Tokens(pointer))
            {
                var found = element.ValueKind switch
                {
                    JsonValueKind.Object when element.TryGetProperty(token, out var property) => property,
                    JsonValueKind.Array when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < element.GetArrayLength() => element[i],
                    _ => (JsonElement?)null,
                };
                if (found is null)
                {
                    return null;
                }

                element = found.Value;
            }

            return element;
        }

        private static string Name(string[] tokens)
        {
            var words = new List<string>();
            foreach (var token in tokens)
            {
                if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && words.Count > 0)
                {
                    words[^1] += $"[{(index + 1).ToString(CultureInfo.InvariantCulture)}]";
                }
                else
                {
                    words.Add(token);
                }
            }

            return $"'{string.Join(" → ", words)}'";
        }

        private static string TypeWord(string? type) => type switch
        {
            "object" => "a mapping",
            "array" => "a list",
            "string" => "text",
            "integer" => "a whole number",
            "number" => "a number",
            "boolean" => "true or false",
            "null" => "empty",
            _ => "something else",
        };
    }
}

using System.Globalization;
using System.Text.Json;
using ConfigGen.Core.Plan.Roles;

namespace ConfigGen.Core.Render.SelfCheck;

/// <summary>Reads the plan of a role's program and compares it with what was planned.</summary>
internal static class RolePlanReader
{
    /// <summary>Every difference, in words.</summary>
    public static IEnumerable<string> Compare(string text, RolePlan role)
    {
        JsonDocument? json = null;
        string? broken = null;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            broken = $"it is no JSON: {error.Message}";
        }

        using (json)
        {
            return broken is not null ? [broken] : [.. Differences(json!.RootElement, role)];
        }
    }

    private static IEnumerable<string> Differences(JsonElement root, RolePlan role) =>
        Compare("role", role.Name, Text(root, "role"))
            .Concat(Compare("fragment", role.Fragment, Text(root, "fragment")))
            .Concat(Compare("restart", string.Join(' ', role.Restart), Texts(root, "restart")))
            .Concat(Compare("groups", string.Join(' ', role.Groups.Select(g => g.Targets.Label)), Each(root, "groups", g => Text(g, "name"))))
            .Concat(Compare("files", string.Join(' ', role.Groups.SelectMany(g => g.Files.Where(f => !f.IsFragment)).Select(f => $"{f.Source}>{f.Destination}{Chosen(f)}")), Each(root, "groups", g => Each(g, "files", f => $"{Text(f, "src")}>{Text(f, "dest")}{Chosen(f)}"))))
            .Concat(Compare("undecided", string.Join(' ', role.Groups.SelectMany(g => g.Undecided).Select(s => $"{s.Key.Name}:{s.Cases.Length}")), Each(root, "groups", g => Each(g, "undecided", s => $"{Text(s, "key")}:{Count(s, "cases")}"))));

    private static IEnumerable<string> Compare(string what, string expected, string actual) =>
        expected == actual ? [] : [$"{what}: \"{expected}\" is expected, but it says \"{actual}\""];

    // How often each condition is asked, and which of them must hold: enough to tell two variants of a drop-in apart.
    private static string Chosen(RoleFile file) =>
        string.Concat(file.Choices.Select(c => string.Create(CultureInfo.InvariantCulture, $":{c.Chosen?.ToString(CultureInfo.InvariantCulture) ?? "none"}/{c.Cases.Length}")));

    private static string Chosen(JsonElement file) =>
        string.Concat(Items(file, "choices").Select(c => string.Create(CultureInfo.InvariantCulture, $":{Index(c)}/{Count(c, "cases")}")));

    private static string Index(JsonElement choice) =>
        choice.TryGetProperty("chosen", out var index) && index.ValueKind == JsonValueKind.Number ? index.GetRawText() : "none";

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Texts(JsonElement element, string name) =>
        string.Join(' ', Items(element, name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : ""));

    private static string Each(JsonElement element, string name, Func<JsonElement, string> text) =>
        string.Join(' ', Items(element, name).Select(text).Where(part => part.Length > 0));

    private static int Count(JsonElement element, string name) => Items(element, name).Count();

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Plan.Roles;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Render;

/// <summary>Writes what the role's program must know: groups of targets, files, and what is decided on the host.</summary>
internal static class RolePlanJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines of the file, each with its indentation.</summary>
    public static List<object?> Lines(RolePlan role)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, role);
        }

        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Select(Line)];
    }

    // Blanks at the start of a text do not survive being made safe, so they travel as a number.
    private static object Line(string line) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["indent"] = line.Length - line.TrimStart(' ').Length,
        ["text"] = line.TrimStart(' '),
    };

    private static void Write(Utf8JsonWriter json, RolePlan role)
    {
        json.WriteStartObject();
        json.WriteString("role", role.Name);
        json.WriteString("fragment", role.Fragment);
        List(json, "restart", role.Restart);
        List(json, "rounded", role.Rounded);
        json.WriteStartObject("effects");
        foreach (var (key, effect) in role.Effects)
        {
            json.WriteString(key, effect);
        }

        json.WriteEndObject();
        json.WriteStartArray("groups");
        foreach (var group in role.Groups)
        {
            Group(json, group);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, RoleGroup group)
    {
        json.WriteStartObject();
        json.WriteString("name", group.Targets.Label);
        json.WriteStartArray("targets");
        foreach (var target in group.Targets.Targets)
        {
            Target(json, target);
        }

        json.WriteEndArray();
        List(json, "modules", group.Modules);
        json.WriteStartArray("files");
        foreach (var file in group.Files.Where(f => !f.IsFragment))
        {
            File(json, file);
        }

        json.WriteEndArray();
        json.WriteStartArray("undecided");
        foreach (var setting in group.Undecided)
        {
            Setting(json, setting);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, Target target)
    {
        json.WriteStartObject();
        json.WriteString("label", target.Label);
        json.WriteString("platform", target.Platform?.Id);
        json.WriteStartArray("kernel");
        var version = target.Kernels[0].Version;
        foreach (var part in version.Patch is { } patch ? [version.Major, version.Minor, patch] : new[] { version.Major, version.Minor })
        {
            json.WriteNumberValue(part);
        }

        json.WriteEndArray();
        Number(json, "systemd", target.Systemd);
        Number(json, "memory", target.MemoryBytes);
        Number(json, "cpus", target.Cpus);
        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, RoleFile file)
    {
        json.WriteStartObject();
        json.WriteString("src", file.Source);
        json.WriteString("dest", file.Destination);
        if (file.Unit is { } unit)
        {
            json.WriteString("unit", unit);
        }

        if (!file.Choices.IsEmpty)
        {
            json.WriteStartArray("choices");
            foreach (var choice in file.Choices)
            {
                Choice(json, choice);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, HostChoice choice)
    {
        json.WriteStartObject();
        json.WriteStartArray("cases");
        foreach (var when in choice.Cases)
        {
            json.WriteStartObject();
            if (when is not null)
            {
                RoleConditionJson.Write(json, when);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "chosen", choice.Chosen);
        json.WriteEndObject();
    }

    private static void Setting(Utf8JsonWriter json, ResolvedSetting setting)
    {
        json.WriteStartObject();
        json.WriteString("key", setting.Key.Name);
        json.WriteStartArray("cases");
        foreach (var choice in setting.Cases)
        {
            Case(json, choice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Case(Utf8JsonWriter json, HostCase choice)
    {
        json.WriteStartObject();
        if (choice.When is { } when)
        {
            json.WriteStartObject("when");
            RoleConditionJson.Write(json, when);
            json.WriteEndObject();
        }

        if (choice.Share is { } share)
        {
            json.WriteString("of_memory", share.Percent.ToString(CultureInfo.InvariantCulture));
            Number(json, "min", share.MinBytes);
            Number(json, "max", share.MaxBytes);
            json.WriteString("unit", choice.Unit);
        }
        else if (choice.AtLeast is { } bound)
        {
            json.WriteString("at_least", bound);
        }
        else
        {
            json.WriteString("value", choice.Value);
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, Int128? number)
    {
        if (number is { } value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void List(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Render;

/// <summary>Writes a when block for the role's program: lists of operator and bound, sizes in bytes.</summary>
internal static class RoleConditionJson
{
    /// <summary>The parts that are given.</summary>
    public static void Write(Utf8JsonWriter json, Condition when)
    {
        Comparisons(json, "kernel", when.Kernel, bound => bound);
        Comparisons(json, "systemd", when.Systemd, bound => bound);
        Comparisons(json, "memory", when.Memory, Bytes);
        Comparisons(json, "cpus", when.Cpus, bound => bound);
        if (!when.Platforms.IsEmpty)
        {
            json.WriteStartArray("platform");
            foreach (var platform in when.Platforms)
            {
                json.WriteStringValue(platform.Value);
            }

            json.WriteEndArray();
        }
    }

    private static void Comparisons(Utf8JsonWriter json, string name, ImmutableArray<Comparison> comparisons, Func<string, string> bound)
    {
        if (comparisons.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var comparison in comparisons)
        {
            json.WriteStartArray();
            json.WriteStringValue(comparison.Operator);
            json.WriteStringValue(bound(comparison.Operand));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Bytes(string text) =>
        Quantities.TryBytes(text, out var bytes) ? bytes.ToString(CultureInfo.InvariantCulture) : "0";
}

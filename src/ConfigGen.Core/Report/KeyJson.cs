using System.Text.Json;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Report.Explain;

namespace ConfigGen.Core.Report;

/// <summary>A key page for programs.</summary>
internal static class KeyJson
{
    /// <summary>One JSON document; bounds are numbers, or null where open. What nobody wrote about is null or empty.</summary>
    public static string Render(KeyPage page) => PageJson.Write("key", json =>
    {
        json.WriteString("key", page.Key);
        json.WriteString("target", page.Target?.Name);
        WriteInterface(json, page.Interface);
        json.WriteString("describedBy", page.Entry?.Key);
        WriteEntry(json, page.Entry);
        WriteAtBoot(json, page.AtBoot);
        json.WriteStartArray("kernels");
        foreach (var fact in page.Facts)
        {
            WriteFact(json, fact);
        }

        json.WriteEndArray();
        json.WriteStartArray("notKept");
        foreach (var (kernels, says) in page.NotKept)
        {
            json.WriteStartObject();
            json.WriteString("kernels", kernels);
            json.WriteString("says", says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteAtBoot(Utf8JsonWriter json, VendorSetting? setting)
    {
        if (setting is null)
        {
            json.WriteNull("atBoot");
            return;
        }

        json.WriteStartObject("atBoot");
        json.WriteString("value", setting.Value);
        json.WriteString("origin", setting.Origin);
        json.WriteEndObject();
    }

    private static void WriteInterface(Utf8JsonWriter json, InterfaceText? family)
    {
        if (family is null)
        {
            json.WriteNull("interface");
            return;
        }

        json.WriteStartObject("interface");
        json.WriteString("name", family.Interface.Replace('/', '.'));
        json.WriteString("combination", family.Word);
        json.WriteString("all", family.HasAll ? family.All : null);
        json.WriteString("default", family.Default);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, CuratedEntry? entry)
    {
        json.WriteString("topic", entry?.Topic);
        json.WriteString("summary", entry?.Summary);
        json.WriteString("unit", entry?.Unit);
        json.WriteList("fields", entry?.Fields ?? []);
        json.WriteList("values", entry?.Values ?? []);
        json.WriteList("bits", entry?.Bits ?? []);
        json.WriteString("default", entry?.Default);
        json.WriteString("defaultScalesWith", entry?.DefaultScalesWith);
        json.WriteString("defaultFormula", entry?.DefaultFormula);
        json.WriteString("why", entry?.Why);
        json.WriteString("risk", entry?.Risk);
        json.WriteString("takesEffect", entry?.TakesEffect);
        json.WriteBoolean("oneWay", entry?.OneWay ?? false);
        json.WriteString("since", entry?.Since?.ToString());
        json.WriteString("until", entry?.Until?.ToString());
        json.WriteString("replacedBy", entry?.ReplacedBy);
        json.WriteString("obsolete", entry?.Obsolete);
        json.WriteString("obsoleteSince", entry?.ObsoleteSince?.ToString());
        json.WriteList("relations", entry?.Relations ?? []);
        json.WriteList("references", entry?.References ?? []);
    }

    private static void WriteFact(Utf8JsonWriter json, SysctlFact fact)
    {
        json.WriteStartObject();
        json.WriteString("kernel", fact.Kernel.ToString());
        json.WriteString("existence", fact.Existence switch { Existence.Exists => "exists", Existence.Absent => "absent", _ => "unknown" });
        json.WriteString("evidence", KernelGroup.LayerName(fact.Evidence.Layer));
        json.WriteList("tables", fact.Evidence.Tables);
        json.WriteString("default", fact.Default);
        json.WriteString("mode", fact.Mode);
        json.WriteString("module", fact.Module);
        WriteRange(json, "accepts", fact.Accepts);
        WriteRange(json, "holds", fact.Holds);
        WriteFlag(json, "perNetworkNamespace", fact.PerNetworkNamespace);
        WriteFlag(json, "inheritsInitial", fact.InheritsInitial);
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } value)
        {
            json.WriteBoolean(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteRange(Utf8JsonWriter json, string name, AcceptedRange? range)
    {
        if (range is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var run in range.Runs)
        {
            json.WriteStartObject();
            WriteBound(json, "low", run.Low);
            WriteBound(json, "high", run.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBound(Utf8JsonWriter json, string name, Int128? bound)
    {
        json.WritePropertyName(name);
        if (bound is { } value)
        {
            json.WriteRawValue($"{value}");
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

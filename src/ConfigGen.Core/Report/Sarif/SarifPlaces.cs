using System.Text.Json;
using ConfigGen.Core.Spec.Builtin;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Report.Sarif;

/// <summary>Files and regions in SARIF.</summary>
internal static class SarifPlaces
{
    /// <summary>The name that code scanning gives to the top of a repository.</summary>
    private const string Top = "%SRCROOT%";

    /// <summary>What relative addresses start from. Its own address is left out, which SARIF allows: it would tell where on this machine the files are.</summary>
    public static void WriteBase(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Top);
        SarifReport.WriteMessage(json, "description", "The top of the repository; outside of one the folder that configgen ran in.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The property <c>physicalLocation</c>.</summary>
    public static void WriteLocation(Utf8JsonWriter json, string file, SourceSpan? span)
    {
        json.WriteStartObject("physicalLocation");
        WriteFile(json, file);
        if (span is not null)
        {
            WriteRegion(json, "region", span);
        }

        json.WriteEndObject();
    }

    /// <summary>The property <c>artifactLocation</c>.</summary>
    public static void WriteFile(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(file));
        if (!file.StartsWith('/') && !StartingPoints.IsReference(file))
        {
            json.WriteString("uriBaseId", Top);
        }

        json.WriteEndObject();
    }

    /// <summary>A region; lines and columns from 1, the end exclusive, as SARIF has them too.</summary>
    public static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", span.Start.Line);
        json.WriteNumber("startColumn", span.Start.Column);
        json.WriteNumber("endLine", span.End.Line);
        json.WriteNumber("endColumn", span.End.Column);
        json.WriteEndObject();
    }

    /// <summary>A path as RFC 3986 wants it: everything but letters, digits, - . _ ~ and / in percent signs and hexadecimal digits. A starting point is named as it is: no file of the repository.</summary>
    private static string Address(string file) =>
        StartingPoints.IsReference(file) ? file
        : (file.StartsWith('/') ? "file://" : "") + string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}

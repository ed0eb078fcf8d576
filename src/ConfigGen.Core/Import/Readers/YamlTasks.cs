using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Import.Readers;

/// <summary>The mappings that are more than keys and values: tasks of the module sysctl, files for the host, profiles in custom resources.</summary>
internal sealed partial class YamlFile
{
    private bool Task(YamlMapping map)
    {
        if (map.Entries.FirstOrDefault(e => SysctlModules.Contains(e.Key.Value, StringComparer.Ordinal) && e.Value is YamlMapping or YamlScalar) is not { } module || module.Key.Value == "sysctl" && !IsModule(module.Value))
        {
            return false;
        }

        var options = module.Value as YamlMapping ?? AnsibleOptions.Of((YamlScalar)module.Value);
        var loop = new AnsibleLoop(map, _variables);
        if (loop.Problem is { } problem)
        {
            _draft.Leave(ImportCodes.Placeholder, map.Span, problem, "import the file that holds the list");
            return true;
        }

        foreach (var item in loop.Items)
        {
            One(map, options, item);
        }

        foreach (var used in loop.Used)
        {
            _done.Add(used);
        }

        return true;
    }

    private static bool IsModule(YamlNode value) => value is YamlMapping map ? NameKeys.Any(k => map[k] is YamlScalar) && map["state"] is not YamlMapping : value is YamlScalar { Value: var text } && text.Contains("name=", StringComparison.Ordinal);

    private void One(YamlMapping task, YamlMapping options, AnsibleItem item)
    {
        var name = item.Fill(NameKeys.Select(k => options[k]).OfType<YamlScalar>().FirstOrDefault());
        var value = item.Fill(ValueKeys.Select(k => options[k]).OfType<YamlScalar>().FirstOrDefault());
        var span = item.Span ?? task.Span;
        if (name is null || !Foreign.LooksLikeKey(name.Value))
        {
            _draft.Leave(ImportCodes.Placeholder, span, $"Which key this task sets is not known: '{RawLines.Short(name?.Value ?? "")}'.", "write the key and the value into the spec");
        }
        else if (value is null || (item.Fill(options["state"] as YamlScalar) ?? options["state"]) is YamlScalar { Value: "absent" })
        {
            Removed(name.Value, span, item.Fill(options["state"] as YamlScalar) ?? options["state"]);
        }
        else
        {
            Add(name.Value, value, span, state: null, task["when"]);
        }
    }

    // A file for the host: cloud-init, Butane, MachineConfig, copy with content.
    private bool File(YamlMapping map)
    {
        var path = PathKeys.Select(k => map[k]).OfType<YamlScalar>().FirstOrDefault(s => s.Value.StartsWith('/'))?.Value;
        var form = path is null ? null : RawForms.OfPath(path);
        if (form is null)
        {
            return false;
        }

        var contents = map["contents"] as YamlMapping;
        var text = new[] { map["content"], map["line"], map["block"], contents?["inline"], map["contents"] }.OfType<YamlScalar>().FirstOrDefault();
        if (contents?["source"] is YamlScalar url && text is null)
        {
            Url(url, path!, form);
        }
        else if (text is null)
        {
            _draft.Leave(ImportCodes.MissingInclude, map.Span, $"What is written to {path} does not stand here.", "import the file that it is made of");
        }
        else if (form.Kind == RawKind.Sysctl)
        {
            Text(text);
        }
        else
        {
            UnitFile.Read(_draft, new ImportFile(new SourceText(_source.Path, text.Value), path!), form);
        }

        return true;
    }

    private void Url(YamlScalar url, string path, RawForm form)
    {
        if (form.Kind != RawKind.Sysctl || DataUrl.Decode(url.Value) is not { } text)
        {
            _draft.Leave(ImportCodes.NotUnderstood, url.Span, $"The content of {path} cannot be read: it is no data URL of plain text.", "decode it, save it as a file and import that");
            return;
        }

        foreach (var setting in EmbeddedLines.Read(_draft, text, url.Span))
        {
            _draft.Settings.Add(setting);
        }
    }

    // The custom resource of the node tuning operator holds profiles as text.
    private bool Tuned(YamlMapping map)
    {
        if (map["data"] is not YamlScalar { Style: YamlStyle.Block } data || !TunedProfile.IsLikely(data.Value))
        {
            return false;
        }

        var start = data.Span.Start.Line;
        var padded = new string('\n', start) + data.Value;
        TunedProfile.Read(_draft, new SourceText(_source.Path, padded), _ => null);
        return true;
    }
}

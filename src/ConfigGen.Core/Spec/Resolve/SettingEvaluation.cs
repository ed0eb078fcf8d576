using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Spec.Resolve;

/// <summary>Evaluates one setting for one target: which case, which number.</summary>
internal sealed class SettingEvaluation(SettingSpec setting, SysctlCatalog catalog, ImmutableArray<Finding>.Builder findings)
{
    private readonly CuratedEntry? _curated = catalog.Curated(setting.Key.Name);
    private readonly Dictionary<FixedValue, SettingValue?> _fixed = [];

    private string? Unit => _curated?.Unit;

    /// <summary>The value on the target, nothing, or why it cannot be told.</summary>
    public TargetValue On(Target target)
    {
        var choice = CaseChoice.On(setting.Cases, target);
        return choice.Case is { } chosen ? Value(chosen.Expression, target) : new TargetValue(target, null, choice.Undecided);
    }

    /// <summary>The cases in order, for a role that decides on the host.</summary>
    public ImmutableArray<HostCase> HostCases() => [.. setting.Cases.Select(HostCase)];

    private HostCase HostCase(SettingCase choice) => choice.Expression switch
    {
        FixedValue value => new HostCase(choice.When) { Value = Fixed(value)?.Text },
        AtLeastValue bound => new HostCase(choice.When) { AtLeast = Plain(bound.Bound) },
        OfMemoryValue share => new HostCase(choice.When) { Share = share, Unit = Unit },
        _ => new HostCase(choice.When),
    };

    private TargetValue Value(ValueExpression expression, Target target) => expression switch
    {
        FixedValue value => new TargetValue(target, Fixed(value), null),
        AtLeastValue bound => AtLeast(bound, target),
        OfMemoryValue share => OfMemory(share, target),
        _ => new TargetValue(target, null, null),
    };

    private static Int128? Integer(string? text) => Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>One object per written value, so that equal values on several targets are one.</summary>
    private SettingValue? Fixed(FixedValue value)
    {
        if (!_fixed.TryGetValue(value, out var made))
        {
            var fields = value.Fields.Select(Plain).ToImmutableArray();
            made = fields.Any(f => f is null) ? null : Make([.. fields.OfType<string>()], value.Fields, value);
            _fixed.Add(value, made);
        }

        return made;
    }

    private static SettingValue Make(ImmutableArray<string> fields, ImmutableArray<WrittenField> written, ValueExpression from) =>
        new(string.Join(' ', fields), fields, written, from.Span);

    private string? Plain(WrittenField field)
    {
        if (!UnitConversion.LooksLikeQuantity(field.Text) || field.Quoted && Unit is null)
        {
            return field.Text;
        }

        if (UnitConversion.Convert(field.Text, Unit) is { } number)
        {
            return number;
        }

        findings.Add(Finding.Of(SpecCodes.UnitMismatch, field.Span, $"'{field.Text}' cannot be converted to what {setting.Key} counts in.")
            .WithHelp(UnitConversion.Allowed(setting.Key.Name, Unit))
            .About(setting.Key.Name));
        return null;
    }

    private TargetValue AtLeast(AtLeastValue bound, Target target)
    {
        if (Plain(bound.Bound) is not { } text || Integer(text) is not { } number)
        {
            return new TargetValue(target, null, null);
        }

        return Raise(bound, text, number, target) with { AtLeast = number };
    }

    private TargetValue Raise(AtLeastValue bound, string text, Int128 number, Target target)
    {
        var defaults = target.Kernels.Select(kernel => DefaultOf(kernel)).Distinct().ToList();
        if (defaults.Contains(null))
        {
            return new TargetValue(target, null, $"at_least raises only what is lower, and the default of {setting.Key} on {target} is not known for certain");
        }

        if (defaults.All(d => d >= number))
        {
            return new TargetValue(target, null, null);
        }

        return defaults.All(d => d < number)
            ? new TargetValue(target, Make([text], [bound.Bound], bound), null)
            : new TargetValue(target, null, $"at_least raises only what is lower, and the default of {setting.Key} is lower on some kernels of {target} and not on others");
    }

    private Int128? DefaultOf(Kernel kernel)
    {
        var fact = catalog.Lookup(setting.Key.Name, kernel);
        return _curated?.DefaultScalesWith is null && !catalog.HasOwnDefault(setting.Key.Name)
            && Int128.TryParse(fact.Default, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private TargetValue OfMemory(OfMemoryValue share, Target target)
    {
        if (UnitConversion.BytesPerUnit(Unit) is not { } unit)
        {
            findings.Add(Finding.Of(SpecCodes.UnitMismatch, share.Span, $"of_memory needs a key that counts memory, and {setting.Key} {(Unit is null ? "has no known unit" : $"counts {Unit}")}.")
                .WithHelp(UnitConversion.Allowed(setting.Key.Name, Unit))
                .About(setting.Key.Name));
            return new TargetValue(target, null, null);
        }

        if (target.MemoryBytes is not { } memory)
        {
            return new TargetValue(target, null, $"of_memory needs the memory of {target}: give it as 'memory: 16G'");
        }

        var bytes = (Int128)((decimal)memory * share.Percent / 100);
        bytes = share.MinBytes is { } min && bytes < min ? min : bytes;
        bytes = share.MaxBytes is { } max && bytes > max ? max : bytes;
        var text = UnitConversion.Text(bytes / unit);
        var written = new WrittenField($"{share.Percent.ToString(CultureInfo.InvariantCulture)}% of {Quantities.BytesInWords(memory)}", share.Span, Quoted: false);
        return new TargetValue(target, Make([text], [written], share), null);
    }
}

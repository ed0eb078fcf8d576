namespace ConfigGen.Core.Report.Explain;

/// <summary>An answer of <c>explain</c>.</summary>
public interface IPage
{
    /// <summary>One screen, with LF line ends.</summary>
    string ToText();

    /// <summary>One JSON document; its kind is in the property of that name.</summary>
    string ToJson();
}

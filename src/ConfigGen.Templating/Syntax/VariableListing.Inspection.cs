using ConfigGen.Templating.Builtins;
using ConfigGen.Templating.Runtime;

namespace ConfigGen.Templating.Syntax;

/// <summary>What else the listing sees on its way: built-in functions that do not exist, includes, and what is written where.</summary>
internal sealed partial class VariableListing
{
    private readonly List<(Span At, string Message)> _problems = [];
    private readonly List<(Span At, string Name)> _includes = [];
    private readonly List<OutputPlace> _outputs = [];
    private readonly QuoteState _quotes = new();
    private string _text = "";

    public static TemplateInspection Inspect(Block root, TemplateSource source)
    {
        var listing = new VariableListing { _text = source.Text };
        listing.CollectAssigned(root);
        listing.Visit(root);
        return new TemplateInspection(
            [.. listing._problems.OrderBy(static problem => problem.At.Start).Select(problem => TemplateError.At(source.Name, source.Text, problem.At, problem.Message))],
            [.. listing._uses.OrderBy(static use => use.Value).Select(use => At(use.Key, use.Value, source.Text))],
            [.. listing._includes.Select(include => At(include.Name, include.At.Start, source.Text))],
            [.. listing._assigned.Order(StringComparer.Ordinal)],
            [.. listing._outputs]);
    }

    private OutputPlace Place(Output output)
    {
        var place = TemplateError.At("", _text, output.Value.Span, "");
        return new OutputPlace(PathOf(output.Value), output.Value is Literal or LoopMember, _quotes.IsOpen, _quotes.IsComment, place.Line, place.Column);
    }

    private void Watch(Node node)
    {
        switch (node)
        {
            case Text text:
                _quotes.Read(text.Value);
                break;
            case Output output when !IsInclude(output.Value):
                _outputs.Add(Place(output));
                _quotes.ReadValue();
                break;
            case Call { Arguments: [{ Value: Literal { Value: string name } written }, ..] } call when IsInclude(call):
                _includes.Add((written.Span, name));
                break;
            case Member { Target: Variable space } member when !IsOwn(space) && Globals.Find(space.Name, out _) is Namespace functions:
                Watch(functions, member);
                break;
            case Variable variable when !IsOwn(variable) && Unsupported.Global(variable.Name) is { } message:
                _problems.Add((variable.Span, message));
                break;
        }
    }

    private void Watch(Namespace functions, Member member)
    {
        var name = $"{functions.Name}.{member.Name}";
        if (functions.Find(member.Name) is null)
        {
            _problems.Add((member.NameSpan, Unsupported.Function(name) ?? $"The function `{name}` was not found.{DidYouMean.Hint(member.Name, functions.Members)}"));
        }
    }

    private static bool IsInclude(Expression expression) => expression is Call { Target: Variable { Name: "include" or "include_join" } };

    private bool IsOwn(Variable variable) => variable.IsLocal || _assigned.Contains(variable.Name) || _aliases.ContainsKey(variable.Name);
}

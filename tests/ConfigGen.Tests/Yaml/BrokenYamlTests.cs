using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Tests.Yaml;

/// <summary>One finding for one mistake: place, code, words and the text under the caret.</summary>
public sealed class BrokenYamlTests
{
    [Theory]
    [MemberData(nameof(Syntax))]
    [MemberData(nameof(Structure))]
    [MemberData(nameof(Field))]
    [MemberData(nameof(Recoverable))]
    public void A_mistake_is_named_at_its_place(string yaml, string expected, string under)
    {
        var document = YamlReader.Read(new SourceText("s.yaml", yaml));
        var finding = Assert.Single(document.Findings);
        Assert.Equal(expected, $"{finding.Span} {finding.Code} {finding.Message}");
        Assert.Equal(under, finding.Span!.Text);
        Assert.False(string.IsNullOrWhiteSpace(finding.Help));
    }

    public static TheoryData<string, string, string> Syntax() => new()
    {
        { "a: [1, 2\nb: 3", "s.yaml:1:4 CG0005 The '[' that opens this list is not closed.", "[" },
        { "key: [a, b\n", "s.yaml:1:6 CG0005 The '[' that opens this list is not closed.", "[" },
        { "a: {b: 1\nc: 2\n", "s.yaml:1:4 CG0005 The '{' that opens this mapping is not closed.", "{" },
        { "a:\n  b: [\n  1,\n  ]\n", "s.yaml:3:3 CG0005 A line inside brackets must be indented deeper than line 2, where the bracket opens.", "1," },
        { "a: [1]]\n", "s.yaml:1:7 CG0005 This ']' closes nothing.", "]" },
        { "a: [1,,2]\n", "s.yaml:1:7 CG0005 A value is missing before this comma.", "," },
        { "a: {b: 1 c: 2}\n", "s.yaml:1:10 CG0005 A comma is missing before 'c'.", "c" },
        { "a: [b, c]d\n", "s.yaml:1:10 CG0005 Text after the closing ']': 'd'.", "d" },
        { "a: \"abc\nb: 1\n", "s.yaml:1:4 CG0005 The double quote that opens here is not closed.", "\"" },
        { "a: 'abc\nb: 1\n", "s.yaml:1:4 CG0005 The single quote that opens here is not closed.", "'" },
        { "a: 'abc\n  b\n  c: 'x'\n", "s.yaml:1:4 CG0005 The single quote that opens here is not closed.", "'" },
        { "a: \"x\" y\n", "s.yaml:1:8 CG0005 Text after the closing quote: 'y'.", "y" },
        { "a: 'it's'\n", "s.yaml:1:8 CG0005 Text after the closing quote: 's''.", "s'" },
        { "a: \"C:\\q\"\n", "s.yaml:1:7 CG0005 '\\q' is not an escape that double quotes know.", "\\q" },
        { "a: \"\\u12\"\n", "s.yaml:1:5 CG0005 '\\u12' is not an escape that double quotes know.", "\\u12" },
        { "a: @x\n", "s.yaml:1:4 CG0005 A value without quotes cannot start with '@'.", "@x" },
        { "a: `x`\n", "s.yaml:1:4 CG0005 A value without quotes cannot start with '`'.", "`x`" },
        { "a: %x\n", "s.yaml:1:4 CG0005 A value without quotes cannot start with '%'.", "%x" },
        { "a: ,b\n", "s.yaml:1:4 CG0005 A value without quotes cannot start with ','.", ",b" },
        { "a: *\n", "s.yaml:1:4 CG0005 '*' starts an alias and needs a name after it.", "*" },
        { "a: &\n", "s.yaml:1:4 CG0005 '&' starts an anchor and needs a name after it.", "&" },
        { "a: |x\n  b\n", "s.yaml:1:4 CG0005 After '|' the line may hold only a '-' or '+' and a digit: '|x'.", "|x" },
        { "a: |\n  x\n y\nb: 1\n", "s.yaml:3:2 CG0005 This line is indented less than the block of text that starts on line 1.", "y" },
    };

    public static TheoryData<string, string, string> Structure() => new()
    {
        { "a: b: c\n", "s.yaml:1:5 CG0005 A second ': ' in one line: a value that holds one must be quoted.", ":" },
        { "a:b\nc: 1\n", "s.yaml:1:2 CG0005 A blank is missing after this ':'.", ":" },
        { "a: 1\nb:2\nc: 3\n", "s.yaml:2:2 CG0005 A blank is missing after this ':'.", ":" },
        { "a: 1\nb\nc: 2\n", "s.yaml:2:1 CG0005 A ':' is missing: 'b' is neither a key with a value nor a list item.", "b" },
        { "key\n: v\n", "s.yaml:1:1 CG0005 A ':' is missing: 'key' is neither a key with a value nor a list item.", "key" },
        { "a:\n    b: 1\n  c: 2\n", "s.yaml:3:3 CG0005 This line is indented by 2 spaces, which fits no line above it.", "c: 2" },
        { "a: 1\n  b: 2\n", "s.yaml:2:3 CG0005 This line is indented deeper than line 1, which has a value already.", "b: 2" },
        { " a: 1\nb: 2\n", "s.yaml:2:1 CG0005 This line is indented by no space, which fits no line above it.", "b: 2" },
        { "a:\n  - b\n  c: 1\n", "s.yaml:3:3 CG0005 A key stands among list items.", "c: 1" },
        { "a: 1\n- b\n", "s.yaml:2:1 CG0005 A list item stands among keys.", "- b" },
        { "a:\n  - b\n - c\n", "s.yaml:3:2 CG0005 This list item is indented by 1 space, which fits no list above it.", "- c" },
        { "a:\n- b\n-c\n", "s.yaml:3:1 CG0005 A blank is missing after the '-' of '-c'.", "-c" },
        { "a: - b\n", "s.yaml:1:4 CG0005 A list item cannot start on the line of its key.", "- b" },
        { ": a\n", "s.yaml:1:1 CG0005 A key is missing before ':'.", "" },
        { "...\na: 1\n", "s.yaml:1:1 CG0005 '...' ends a document, and there is none to end here.", "..." },
        { "--- a: 1\n", "s.yaml:1:1 CG0005 A mapping cannot start on the line of '---'.", "--- a: 1" },
        { "\"a\n b\": 1\n", "s.yaml:1:1 CG0005 A key must be on one line.", "\"a\n b\"" },
        { "a:\n\tb: 1\n", "s.yaml:2:1 CG0007 A tab is used as indentation; YAML allows only spaces there.", "\t" },
        { "a:\n  b: 1\n\tc: 2\n", "s.yaml:3:1 CG0007 A tab is used as indentation; YAML allows only spaces there.", "\t" },
        { "a:\n \t b: 1\n", "s.yaml:2:2 CG0007 A tab is used as indentation; YAML allows only spaces there.", "\t" },
        { "a: |\n  x\n\ty\n", "s.yaml:3:1 CG0007 A tab is used as indentation; YAML allows only spaces there.", "\t" },
        { "", "s.yaml:1:1 CG0010 The file is empty.", "" },
        { "# c\n", "s.yaml:1:1 CG0010 The file holds nothing but comments.", "" },
        { "---\n", "s.yaml:1:1 CG0010 The document is empty.", "" },
        { "---\na: 1\n---\nb: 2\n", "s.yaml:3:1 CG0010 This '---' starts a second document; a file must hold exactly one.", "---" },
        { "a: 1\n...\nb: 2\n", "s.yaml:3:1 CG0010 A second document starts here; a file must hold exactly one.", "b: 2" },
    };

    public static TheoryData<string, string, string> Field() => new()
    {
        { "t:\n  - {p: d, m: 16G\n  - p: x\n", "s.yaml:2:5 CG0005 The '{' that opens this mapping is not closed.", "{" },
        { "t:\n  - p: d\n   m: 16G\n", "s.yaml:3:4 CG0005 This line is indented by 3 spaces, which fits no line above it.", "m: 16G" },
        { "t:\n  -p: d\n  - p: x\n", "s.yaml:2:3 CG0005 A blank is missing after the '-' of '-p: d'.", "-p: d" },
        { "t: {p: d, m:16G}\n", "s.yaml:1:12 CG0005 A blank is missing after this ':'.", ":" },
        { "{\"name\": \"web\" \"s\": 1}\n", "s.yaml:1:16 CG0005 A comma is missing before '\"s\"'.", "\"s\"" },
        { "a: [1, 2}\n", "s.yaml:1:9 CG0005 This '}' does not match the '[' on line 1.", "}" },
        { "a: \"\\U99999999\"\n", "s.yaml:1:5 CG0005 '\\U99999999' is not an escape that double quotes know.", "\\U99999999" },
        { "a: 1\n<<<<<<< HEAD\nb: 1\n", "s.yaml:2:1 CG0005 A merge conflict is not resolved here.", "<<<<<<< HEAD" },
        { "a: {% raw %}\n", "s.yaml:1:4 CG0011 '{% raw %}' is a template expression; a spec is not a template.", "{% raw %}" },
        { "{{ x }}: 1\n", "s.yaml:1:1 CG0011 '{{ x }}' is a template expression; a spec is not a template.", "{{ x }}" },
    };

    public static TheoryData<string, string, string> Recoverable() => new()
    {
        { "a: 1\nb: 2\na: 3\n", "s.yaml:3:1 CG0006 The key 'a' stands twice in this mapping; the first is on line 1.", "a" },
        { "{a: 1, \"a\": 2}\n", "s.yaml:1:8 CG0006 The key 'a' stands twice in this mapping; the first is on line 1.", "\"a\"" },
        { "a: *x\n", "s.yaml:1:4 CG0008 The alias '*x' has no anchor '&x' before it.", "*x" },
        { "a: *.log\n", "s.yaml:1:4 CG0008 The alias '*.log' has no anchor '&.log' before it.", "*.log" },
        { "a: &x\n  b: *x\n", "s.yaml:2:6 CG0008 The alias '*x' stands for something that contains it.", "*x" },
        { "a: &x 1\nb: &x 2\n", "s.yaml:2:4 CG0008 The anchor '&x' is defined twice.", "&x" },
        { "%YAML 1.1\n---\na: 1\n", "s.yaml:1:1 CG0011 The directive %YAML is not used here: every file is read as YAML 1.2.", "%YAML 1.1" },
        { "a: {{ v }}\n", "s.yaml:1:4 CG0011 '{{ v }}' is a template expression; a spec is not a template.", "{{ v }}" },
        { "a: {{ v }}/x\n", "s.yaml:1:4 CG0011 '{{ v }}' is a template expression; a spec is not a template.", "{{ v }}" },
        { "a: !vault x\n", "s.yaml:1:4 CG0011 The tag '!vault' is not used in this format.", "!vault" },
        { "a: &b !foo [1]\n", "s.yaml:1:7 CG0011 The tag '!foo' is not used in this format.", "!foo" },
        { "a: !!int x\n", "s.yaml:1:4 CG0011 The tag '!!int' does not fit this value.", "!!int" },
        { "a: !x!y 1\n", "s.yaml:1:4 CG0011 The tag '!x!y' is not used in this format.", "!x!y" },
        { "b: &b {c: 1}\na:\n  <<: *b\n", "s.yaml:3:3 CG0011 The merge key '<<' is not used in this format.", "<<" },
        { "? [a]\n: b\n", "s.yaml:1:3 CG0011 A list stands where a key must be; keys are plain text.", "[a]" },
        { "{a: 1}: 3\n", "s.yaml:1:1 CG0011 A mapping stands where a key must be; keys are plain text.", "{a: 1}" },
        { "a: \0b\n", "s.yaml:1:4 CG0012 A NUL character (U+0000): an invisible character that must not be in a configuration file.", "\0" },
        { "a: b\u007f\n", "s.yaml:1:5 CG0012 A delete character (U+007F): an invisible character that must not be in a configuration file.", "\u007f" },
        { "a: b\u0085c\n", "s.yaml:1:5 CG0012 A line separator (U+0085): an invisible character that must not be in a configuration file.", "\u0085" },
        { "a: \"b\u2028c\"\n", "s.yaml:1:6 CG0012 A line separator (U+2028): an invisible character that must not be in a configuration file.", "\u2028" },
        { "a: 1 # \ufeff\ufeff\n", "s.yaml:1:8 CG0012 A byte-order mark (U+FEFF) and 1 more such characters: an invisible character that must not be in a configuration file.", "\ufeff\ufeff" },
        { "a\u202e: 1\n", "s.yaml:1:2 CG0012 A text direction character (U+202E): it changes the order in which text is shown, so that a reviewer sees something else than is applied.", "\u202e" },
        { "a: \"x\\e[0m\"\n", "s.yaml:1:4 CG0012 An escape puts a character into this value that no configuration file can carry: an escape character (U+001B).", "\"x\\e[0m\"" },
    };

    [Fact]
    public void Recoverable_mistakes_are_all_reported_in_order()
    {
        var document = YamlReader.Read(new SourceText("s.yaml", "a: !x 1\na: \u0007\nb: *c\n"));
        Assert.Equal(
            ["s.yaml:1:4 CG0011", "s.yaml:2:1 CG0006", "s.yaml:2:4 CG0012", "s.yaml:3:4 CG0008"],
            document.Findings.Select(f => $"{f.Span} {f.Code}"));
        Assert.Equal("s.yaml:1:1", document.Findings[1].Related[0].Span.ToString());
        Assert.NotNull(document.Root);
    }

    [Theory]
    [InlineData("a: b: c\n", "write a: \"b: c\", or start a new line")]
    [InlineData("a:b\nc: 1\n", "write \"a: b\"")]
    [InlineData("s:\n  a.b = 1\n  c: 2\n", "write \"a.b: 1\": a spec has ':' where other files have '='")]
    [InlineData("t:\n  - p: d\n  m: 16G\n", "indent it by 4 spaces to add it to the item above, or start it with '- '")]
    [InlineData("t:\n  - p: d\n      m: 16G\n", "indent it by 4 spaces, or move the value of line 2 down")]
    [InlineData("t:\n  - p: d\n   m: 16G\n", "indent it by no space or 4 spaces")]
    [InlineData("a: @x\n", "quote it: \"@x\"")]
    [InlineData("a:\n    b: 1\n  c: 2\n", "indent it by no space or 4 spaces")]
    [InlineData("a: {{ v }}\n", "write the value itself; to keep the text, quote it: \"{{ v }}\"")]
    [InlineData("a: 'it's'\n", "to put a single quote inside single quotes, write it twice: ''")]
    [InlineData("", "a spec starts with \"spec: v1\" and \"name: web-frontend\"")]
    [InlineData("a: 1\n---\n", "remove the '---'")]
    [InlineData("b: &b 1\na: *c\n", "known here: *b; or quote it to keep the text")]
    public void The_help_says_what_to_write(string yaml, string help) =>
        Assert.Equal(help, Assert.Single(YamlReader.Read(new SourceText("s.yaml", yaml)).Findings).Help);
}

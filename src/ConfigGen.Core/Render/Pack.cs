using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Render;

/// <summary>A template pack: what its pack.yaml says.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Description">One line for lists.</param>
/// <param name="Files">In the order of pack.yaml; never empty.</param>
public sealed record Pack(string Name, string Description, ImmutableArray<PackFile> Files);

/// <summary>One kind of file that a pack makes.</summary>
/// <param name="Template">The template's file in the pack's folder.</param>
/// <param name="Path">Where the file goes, below the folder of its target group; {name} and {priority} are filled in, for drop-ins {dropin} as well (systemd/system/nginx.service.d).</param>
/// <param name="Reader">The format: what the template is given, and the independent reader that checks what it made.</param>
/// <param name="Escape">How texts are made safe before the template sees them: "line" (one line, no control characters, single blanks) "assignment" (one line, no control characters, blanks kept) or "json" (escaped for the inside of double quotes).</param>
/// <param name="Span">The entry in pack.yaml.</param>
public sealed record PackFile(string Template, string Path, string Reader, string Escape, SourceSpan Span);

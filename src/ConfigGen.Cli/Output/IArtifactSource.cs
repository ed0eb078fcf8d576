namespace ConfigGen.Cli.Output;

/// <summary>Artifacts as they are somewhere: on the disk, in a revision.</summary>
internal interface IArtifactSource
{
    /// <summary>The bytes of a file below the output folder; null when no regular file is there.</summary>
    byte[]? Read(string path);
}

namespace AiNewsBot.Feeds;

/// <summary>Tables that are part of the library, a row a line; lines that begin with # explain them.</summary>
internal static class EmbeddedLines
{
    /// <summary>The rows of a table.</summary>
    /// <param name="reader">The type that reads it, in whose folder it is.</param>
    public static IEnumerable<string> Read(Type reader, string name)
    {
        using var text = new StreamReader(reader.Assembly.GetManifestResourceStream(reader, name)!);
        return [.. text.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}

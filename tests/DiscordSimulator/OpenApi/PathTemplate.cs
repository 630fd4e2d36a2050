namespace DiscordSimulator.OpenApi;

/// <summary>A route of the description: a method, and a path with parameters in braces.</summary>
internal sealed class PathTemplate(string method, string path)
{
    private readonly string[] _parts = path.Split('/');

    /// <summary>How many of its parts are parameters.</summary>
    public int Parameters { get; } = path.Count(character => character == '{');

    public bool Matches(string requested, string requestedPath)
    {
        if (requested != method)
            return false;
        var index = 0;
        foreach (var range in requestedPath.AsSpan().Split('/'))
        {
            if (index >= _parts.Length || !Matches(_parts[index], requestedPath.AsSpan()[range]))
                return false;
            index++;
        }

        return index == _parts.Length;
    }

    private static bool Matches(string part, ReadOnlySpan<char> requested) =>
        part.StartsWith('{') ? requested.Length > 0 : requested.SequenceEqual(part);
}

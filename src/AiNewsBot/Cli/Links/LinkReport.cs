using System.Text.Json;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli.Links;

/// <summary>A file with a line for each address that was asked for: a run that was stopped continues where it ended.</summary>
internal sealed class LinkReport(string path)
{
    /// <summary>The last line of each address; what a stopped run wrote in part is left out.</summary>
    /// <exception cref="UsageException">The file cannot be read, or holds something else.</exception>
    public IReadOnlyDictionary<string, CheckedLink> Read()
    {
        try
        {
            var links = new Dictionary<string, CheckedLink>();
            var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
            for (var i = 0; i < lines.Length; i++)
            {
                if (TryParse(lines[i]) is { } link)
                    links[link.Url] = link;
                else if (i < lines.Length - 1)
                    throw new UsageException($"{path}, line {i + 1}: this is no line of a report on links. Name another file.");
            }

            return links;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Append(CheckedLink link)
    {
        try
        {
            File.AppendAllText(path, JsonSerializer.Serialize(link, LinkJson.Default.CheckedLink) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {exception.Message}");
        }
    }

    private static CheckedLink? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LinkJson.Default.CheckedLink);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

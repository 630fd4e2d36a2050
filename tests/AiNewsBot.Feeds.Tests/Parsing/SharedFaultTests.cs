using System.Text.Json;
using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>The shared feeds that were once read wrong.</summary>
public sealed class SharedFaultTests
{
    [Fact]
    public void Each_is_read_as_expected()
    {
        var folder = Path.GetDirectoryName(SharedFiles.Need("feeds/faults/README.txt"))!;
        var wrong = Directory
            .GetFiles(folder, "*.xml")
            .Where(file => File.Exists(ExpectedOf(file)) && Expected(file).TryGetProperty("entries", out _))
            .Select(file => (Name: Path.GetFileName(file), Wanted: Wanted(file), Read: Read(file)))
            .Where(one => one.Wanted != one.Read)
            .ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static string ExpectedOf(string file) => Path.ChangeExtension(file, ".expected.json");

    private static JsonElement Expected(string file) => JsonDocument.Parse(File.ReadAllText(ExpectedOf(file))).RootElement;

    private static string Wanted(string file) =>
        string.Join(
            '\n',
            Expected(file)
                .GetProperty("entries")
                .EnumerateArray()
                .Select(entry =>
                    Line(
                        entry.GetProperty("title").GetString(),
                        entry.GetProperty("link").GetString(),
                        entry.GetProperty("id").GetString(),
                        entry.GetProperty("published") is { ValueKind: JsonValueKind.Number } date ? date.GetInt64() : null
                    )
                )
        );

    private static string Read(string file) =>
        string.Join(
            '\n',
            FeedParser
                .Parse(File.ReadAllBytes(file), null, null)
                .Entries.Select(entry => Line(entry.Title, entry.Link, entry.Id, (entry.Published ?? entry.Updated)?.ToUnixTimeSeconds()))
        );

    private static string Line(string? title, string? link, string? id, long? published) => $"{title} | {link} | {id} | {published}";
}

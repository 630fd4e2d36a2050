using System.Text.Json;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Storage;

/// <summary>Sources as they stand in rows: read at every start by a reader of their own, written by the serializer.</summary>
public sealed class SourceTextTests
{
    public static TheoryData<Source> Sources { get; } =
        new(
            new Source("https://example.org/a", "A page", "Somebody", SourceKind.FirstHand),
            new Source(
                "https://example.org/?a=1&b=\"2\"",
                "\"Quoted\" \\ with\na new line",
                "Müller & 会社 <b>",
                SourceKind.Index,
                "LICENSE @ 1a2b § 3",
                FactDate.Parse("2024-03")
            ),
            new Source("https://example.org/c", "Gone", "Somebody", SourceKind.FirstHand)
            {
                Archived = "https://archive.example.org/c",
                Dead = new DateOnly(2026, 11, 29),
            },
            new Source("https://example.org/b", "", "🤖", SourceKind.Secondary, "", FactDate.Parse("2024-03-11/2024-03-17"))
        );

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_json_round_trips(Source source)
    {
        var json = JsonSerializer.Serialize([SourceText.From(source), SourceText.From(source)], FactJson.Default.ImmutableArraySourceText);

        Assert.Equal([source, source], new ValueInterner().Sources(json));
    }

    [Fact]
    public void Empty_source_list_is_read_as_empty() => Assert.Empty(new ValueInterner().Sources("[]"));

    [Fact]
    public void Equal_sources_are_shared()
    {
        var json = JsonSerializer.Serialize([SourceText.From(Sources.First().Data)], FactJson.Default.ImmutableArraySourceText);
        var shared = new ValueInterner();

        Assert.Same(shared.Sources(json)[0], shared.Sources(json)[0]);
    }

    [Theory]
    [InlineData("""[{"url":"https://example.org","title":"A page","kind":"FirstHand"}]""")]
    [InlineData("""[{"url":"https://example.org","title":"A page","publisher":"Somebody","kind":"FirstHand","page":"7"}]""")]
    [InlineData("""[{"url":"https://example.org""")]
    public void Malformed_source_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => new ValueInterner().Sources(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"by":"Elon \"E\" Musk","due":"2025-08"}""")]
    public void Map_is_read_as_by_the_serializer(string json) =>
        Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, string>>(json), FactJson.Map(json).ToDictionary());

    [Theory]
    [InlineData("[]")]
    [InlineData("""["グロック","l\u00e4ma"]""")]
    public void List_is_read_as_by_the_serializer(string json) =>
        Assert.Equal(JsonSerializer.Deserialize<string[]>(json), FactJson.Texts(json));
}

using System.Text.Json;
using AiNewsBot.Facts;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Storage;

/// <summary>Sources as they stand in rows: read at every start by a reader of their own, written by the serializer.</summary>
public sealed class SourceTextTests
{
    public static TheoryData<Source> Sources { get; } = new(
        new Source("https://example.org/a", "A page", "Somebody", SourceKind.FirstHand),
        new Source("https://example.org/?a=1&b=\"2\"", "\"Quoted\" \\ with\na new line", "Müller & 会社 <b>", SourceKind.Index, "LICENSE @ 1a2b § 3", FactDate.Parse("2024-03")),
        new Source("https://example.org/b", "", "🤖", SourceKind.Secondary, "", FactDate.Parse("2024-03-11/2024-03-17")));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_is_read_as_it_was_written(Source source)
    {
        var json = JsonSerializer.Serialize([SourceJson.Of(source), SourceJson.Of(source)], FactJson.Default.SourceJsonArray);

        Assert.Equal([source, source], new SharedValues().Sources(json));
    }

    [Fact]
    public void No_sources_are_none() => Assert.Empty(new SharedValues().Sources("[]"));

    [Fact]
    public void The_same_sources_are_kept_once()
    {
        var json = JsonSerializer.Serialize([SourceJson.Of(Sources.First().Data)], FactJson.Default.SourceJsonArray);
        var shared = new SharedValues();

        Assert.Same(shared.Sources(json)[0], shared.Sources(json)[0]);
    }

    [Theory]
    [InlineData("""[{"url":"https://example.org","title":"A page","kind":"FirstHand"}]""")]
    [InlineData("""[{"url":"https://example.org","title":"A page","publisher":"Somebody","kind":"FirstHand","page":"7"}]""")]
    [InlineData("""[{"url":"https://example.org""")]
    public void What_is_no_source_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => new SharedValues().Sources(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"by":"Elon \"E\" Musk","due":"2025-08"}""")]
    public void A_map_is_read_as_the_serializer_reads_it(string json) =>
        Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, string>>(json), FactJson.Map(json).ToDictionary());

    [Theory]
    [InlineData("[]")]
    [InlineData("""["グロック","l\u00e4ma"]""")]
    public void A_list_is_read_as_the_serializer_reads_it(string json) => Assert.Equal(JsonSerializer.Deserialize<string[]>(json), FactJson.Texts(json));
}

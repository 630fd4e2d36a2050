using System.Globalization;
using System.Text.Json;

namespace AiNewsBot.Discord.Tests.Models;

/// <summary>Ids as Discord gives them.</summary>
public sealed class SnowflakeTests
{
    [Theory]
    [InlineData("2015-01-01T00:00:00Z", 0ul)]
    [InlineData("2015-01-01T00:00:00.001Z", 1ul << 22)]
    public void Id_tells_when_it_was_made(string moment, ulong id) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), new Snowflake(id).CreatedAt);

    [Theory]
    [InlineData("\"7\"", 7ul)]
    [InlineData("7", 7ul)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    public void Id_is_read_as_a_text_or_a_number_and_written_as_a_text(string json, ulong id)
    {
        var snowflake = JsonSerializer.Deserialize<Snowflake>(json);

        Assert.Equal(id, snowflake.Value);
        Assert.Equal($"\"{id}\"", JsonSerializer.Serialize(snowflake));
    }

    [Theory]
    [InlineData("\"-7\"")]
    [InlineData("\" 7\"")]
    [InlineData("\"x\"")]
    public void Other_texts_are_no_id(string json) => Assert.ThrowsAny<FormatException>(() => JsonSerializer.Deserialize<Snowflake>(json));
}

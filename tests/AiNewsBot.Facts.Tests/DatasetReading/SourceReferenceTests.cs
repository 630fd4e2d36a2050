using AiNewsBot.Facts.DatasetReading;

namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>How claims of the dataset cite their sources.</summary>
public sealed class SourceReferenceTests
{
    [Theory]
    [InlineData("licence", "licence", null)]
    [InlineData(" licence ", "licence", null)]
    [InlineData("licence @ section 2", "licence", "section 2")]
    [InlineData("readme @ authors @ home", "readme", "authors @ home")]
    [InlineData("me@example.org", "me@example.org", null)]
    public void Source_is_cited_by_its_key_and_the_place_in_it(string text, string key, string? locator)
    {
        var reference = SourceReference.Parse(text);

        Assert.Equal(new SourceReference(key, locator), reference);
        Assert.Equal(text.Trim(), reference.ToString());
    }
}

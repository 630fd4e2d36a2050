using AiNewsBot.News.Rendering;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>Where texts are cut that are too long: "|" shows it.</summary>
public sealed class SentenceEndTests
{
    [Theory]
    [InlineData("One is here.| Two is longer than there is room for.", 30)]
    [InlineData("Is it open?| Nobody knows what the licence says of it.", 30)]
    [InlineData("They said “yes.”| Then they went on to say something else.", 30)]
    [InlineData("第一句在这里。|第二句很长，没有地方放下。", 10)]
    [InlineData("これは文です。|次の文はもっと長いので入りません。", 12)]
    [InlineData("यह खुला है।| लाइसेंस के बारे में कुछ नहीं कहा गया है।", 20)]
    // Dots that end no sentence.
    [InlineData("Version 3.5 of the model is| out in the U.S. and elsewhere", 28)]
    [InlineData("Some models, e.g. Llama and| others, are not", 28)]
    // Words stay whole, and characters do.
    [InlineData("No sentence ends here at| allandsomemore", 30)]
    [InlineData("一二三四五六七八九十|一二三四五六七八九十", 10)]
    [InlineData("aaaaaaaaa|👩‍🔬bbbbb", 11)]
    public void Text_is_cut_where_a_reader_would(string marked, int max)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        Assert.Equal(marked.IndexOf('|', StringComparison.Ordinal), SentenceEnd.Find(text, max).Length);
    }

    [Fact]
    public void Text_that_fits_is_whole() => Assert.Equal((4, true), SentenceEnd.Find("Fits", 4));
}

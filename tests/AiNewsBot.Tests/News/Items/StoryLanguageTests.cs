using AiNewsBot.News.Items;

namespace AiNewsBot.Tests.News.Items;

/// <summary>The language of a story, by its script where only one language has it, and else by what its feed names.</summary>
public sealed class StoryLanguageTests
{
    [Theory]
    [InlineData("Die Gewichte sind offen", "de", "de")]
    [InlineData("The weights are open", null, null)]
    [InlineData("训练数据没有公开", "en", "zh")]
    [InlineData("モデルの重みを公開しました", "en", "ja")]
    [InlineData("가중치를 공개했습니다", null, "ko")]
    [InlineData("मॉडल के भार खुले हैं", null, "hi")]
    [InlineData("Kimi (月之暗面) releases the weights of its newest model", "en", "en")]
    [InlineData("Веса открыты", "uk", "uk")]
    [InlineData("", "fr", "fr")]
    public void Language_is_that_of_the_script_or_of_the_feed(string text, string? declared, string? language) =>
        Assert.Equal(language, StoryLanguage.Find(text, declared));
}

using AiNewsBot.News.Items;

namespace AiNewsBot.Tests.News.Items;

/// <summary>The language of a story, by its script where only one language has it, else by how its sentences are built, and else by what
/// its feed names.</summary>
public sealed class StoryLanguageTests
{
    [Theory]
    [InlineData("Die Gewichte sind offen", "de", "de")]
    [InlineData("Die Gewichte sind offen", "de-AT", "de-AT")]
    [InlineData("Die Gewichte des Modells sind offen", "en-US", "de")]
    [InlineData("The weights are open", null, "en")]
    [InlineData("Mistral Large 3", null, null)]
    [InlineData("Łukasz Kaiser joins Thinking Machines", null, null)]
    [InlineData("训练数据没有公开", "en", "zh")]
    [InlineData("モデルの重みを公開しました", "en", "ja")]
    [InlineData("가중치를 공개했습니다", null, "ko")]
    [InlineData("मॉडल के भार खुले हैं", null, "hi")]
    [InlineData("Kimi (月之暗面) releases the weights of its newest model", "en", "en")]
    [InlineData("Веса открыты", "uk", "uk")]
    [InlineData("", "fr", "fr")]
    public void Language_is_that_of_the_script_or_of_the_feed(string text, string? declared, string? language) =>
        Assert.Equal(language, StoryLanguage.Find(text, declared));

    // None is taken for another language, and few are left open.
    [Fact]
    public void Languages_of_one_script_are_told_apart_by_their_sentences()
    {
        var stories = File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "AiNewsBot.Tests", "News", "Items", "Languages.tsv"))
            .Select(line => line.Split('\t'))
            .ToArray();

        var found = stories.Select(story => (Wanted: story[0], Found: StoryLanguage.Find(story[1], null), Text: story[1])).ToArray();

        Assert.DoesNotContain(found, one => one.Found is not null && one.Found != one.Wanted);
        Assert.InRange(found.Count(one => one.Found is not null), found.Length * 9 / 10, found.Length);
        Assert.All(found.Select(one => one.Wanted).Distinct(), language => Assert.Contains(found, one => one.Found == language));
    }
}

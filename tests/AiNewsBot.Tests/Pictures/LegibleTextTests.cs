using System.Collections.Immutable;
using AiNewsBot.Facts;
using AiNewsBot.Pictures;

namespace AiNewsBot.Tests.Pictures;

public sealed class LegibleTextTests
{
    [Theory]
    [InlineData("Grok-1", "Grok-1")]
    [InlineData("Tülu 3", "Tülu 3")]
    [InlineData("ЯндексGPT", "ЯндексGPT")]
    [InlineData("通义千问", "Qwen")]
    [InlineData("🦙 Llama", "Qwen")]
    [InlineData("two\nlines", "Qwen")]
    public void A_name_that_cannot_be_drawn_gives_way_to_another_of_the_same(string name, string drawn) =>
        Assert.Equal(drawn, LegibleText.Of(View(name, ["千问", "Qwen"])));

    [Fact]
    public void Where_no_name_can_be_drawn_the_id_can() => Assert.Equal("subject", LegibleText.Of(View("通义千问", ["千问"])));

    [Theory]
    [InlineData("Weights are out 🎉", "Weights are out")]
    [InlineData("It costs 5 €, then ≥ 7 $.", "It costs 5 €, then ≥ 7 $.")]
    [InlineData("重みを公開", null)]
    [InlineData("Qwen 通义千问的权重", null)]
    [InlineData("🎉", null)]
    public void A_sentence_loses_what_cannot_be_drawn_or_is_left_out(string sentence, string? drawn) => Assert.Equal(drawn, LegibleText.Of(sentence));

    private static SubjectView View(string name, ImmutableArray<string> aliases) =>
        FactBase.Of([new Subject { Kind = SubjectKind.Organization, Id = "subject", Name = name, Aliases = aliases }]).Find("subject")!;
}

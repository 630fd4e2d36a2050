using System.Collections.Immutable;
using AiNewsBot.Answering.Pictures;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Tests.Answering.Pictures;

public sealed class LegibleTextTests
{
    [Theory]
    [InlineData("Grok-1", "Grok-1")]
    [InlineData("Tülu 3", "Tülu 3")]
    [InlineData("ЯндексGPT", "ЯндексGPT")]
    [InlineData("通义千问", "Qwen")]
    [InlineData("🦙 Llama", "Qwen")]
    [InlineData("two\nlines", "Qwen")]
    public void Undrawable_name_is_replaced_by_another_name(string name, string drawn) =>
        Assert.Equal(drawn, LegibleText.From(View(name, ["千问", "Qwen"])));

    [Fact]
    public void Undrawable_names_are_replaced_by_the_id() => Assert.Equal("subject", LegibleText.From(View("通义千问", ["千问"])));

    [Theory]
    [InlineData("Weights are out 🎉", "Weights are out")]
    [InlineData("It costs 5 €, then ≥ 7 $.", "It costs 5 €, then ≥ 7 $.")]
    [InlineData("重みを公開", null)]
    [InlineData("Qwen 通义千问的权重", null)]
    [InlineData("🎉", null)]
    public void Undrawable_characters_are_removed_or_the_sentence_is_omitted(string sentence, string? drawn) =>
        Assert.Equal(drawn, LegibleText.From(sentence));

    private static SubjectView View(string name, ImmutableArray<string> aliases) =>
        FactBase
            .Create([
                new Subject
                {
                    Kind = SubjectKind.Organization,
                    Id = "subject",
                    Name = name,
                    Aliases = aliases,
                },
            ])
            .Find("subject")!;
}

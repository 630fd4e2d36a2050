using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Names as people say them: by age, by version alone, one name for several.</summary>
public sealed class SpokenNameTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;
    private static readonly Answerer Answerer = new(Facts);

    [Theory]
    [InlineData("is the original LLaMA open source", "llama-1")]
    [InlineData("is the original mixtral open source", "mixtral-8x7b")]
    [InlineData("what license does llama v1 have", "llama-1")]
    [InlineData("is R1 open source", "deepseek-r1")]
    [InlineData("K2 license?", "kimi-k2")]
    [InlineData("is deepseek's v4 open source?", "deepseek-v4")]
    [InlineData("is chatGLM-6B open source", "chatglm-6b")]
    [InlineData("license of mistral 7b v0.2", "mistral-7b-v0.2")]
    [InlineData("is whisper small open source", "whisper-small")]
    [InlineData("licence of flux dev, schnell and pro", "flux.1-dev flux.1-schnell flux.1-pro")]
    [InlineData("is M2, M2.5 or M3 open source", "minimax-m2 minimax-m2.5 minimax-m3")]
    [InlineData("kimi k2.5 is open, but is k3 open?", "kimi-k2.5 kimi-k3")]
    [InlineData("is GLM-5.2 or 5.3 open weights", "glm-5.2 glm-5.3")]
    public void A_name_as_it_is_said_means_the_release(string question, string ids) => Assert.Equal(ids.Split(' '), Linked(question));

    [Theory]
    [InlineData("is the newest {0} open source")]
    [InlineData("latest {0} license?")]
    [InlineData("can i use the latest {0} commercially")]
    public void The_newest_of_a_family_is_the_one_with_the_latest_date(string form)
    {
        foreach (var name in (string[])["qwen", "deepseek", "llama", "gemma"])
        {
            var family = Facts.Families.Single(family => family.Id == name);

            Assert.Equal([Facts.ReleasesOf(family).First(release => release.Whole is null).Id], Linked(string.Format(null, form, name)));
        }
    }

    [Fact]
    public void The_latest_of_several_names_the_family() => Assert.Equal(["llama"], Linked("what are the latest llama models"));

    [Theory]
    [InlineData("can i run qwen on my m2")]
    [InlineData("is the rabbit r1 open source")]
    [InlineData("is llama 5.3 billion dollars worth")]
    public void A_version_of_something_else_names_no_release(string question) =>
        Assert.DoesNotContain(Linked(question), id => id is "minimax-m2" or "deepseek-r1");

    [Theory]
    [InlineData("Is Llamazon open source")]
    [InlineData("license of Starcodex?")]
    [InlineData("is Mistralex open source")]
    public void Word_that_begins_like_a_name_is_unknown(string question) =>
        Assert.Equal(AnswerStatus.UnknownSubject, Answerer.Ask(question, FactBuilder.Today).Status);

    [Theory]
    [InlineData("how do i whisper during a movie")]
    [InlineData("is it rude to whisper during a movie")]
    public void A_verb_that_is_also_a_name_is_out_of_scope(string question) =>
        Assert.Equal(AnswerStatus.OutOfScope, Answerer.Ask(question, FactBuilder.Today).Status);

    private static IEnumerable<string> Linked(string question) =>
        Answerer.Read(question, FactBuilder.Today).Links.Select(link => link.Subject.Id);
}

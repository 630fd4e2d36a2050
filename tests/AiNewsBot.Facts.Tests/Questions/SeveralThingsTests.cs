using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Several things asked in one breath: each is read by itself, and all are answered in the order asked.</summary>
public sealed class SeveralThingsTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("who made phi and when did phi-4 come out and is it MIT", "Phi, maker", "Phi-4, dates", "Phi-4, licence")]
    [InlineData("who made Grok-1, when was it released and can I use it commercially?", "maker", "dates", "commercial use")]
    [InlineData("tell me the licence, the maker and the date of gemma 2", "licence", "maker", "dates")]
    [InlineData("bge-m3 licence? and who makes it", "licence", "maker")]
    [InlineData("Who made Mistral 7B? Is it Apache? Can I use it at work?", "maker", "licence", "commercial use")]
    [InlineData("can i use whisper commercially and is the training code out", "commercial use", "training code")]
    [InlineData("does mixtral 8x7b have a user cap? what about llama 3?", "Mixtral 8x7B, restrictions", "Llama 3, restrictions")]
    [InlineData("licence of R1 and K2", "DeepSeek-R1, licence", "Kimi K2, licence")]
    [InlineData("who made bloom and starcoder", "BLOOM, maker", "StarCoder, maker")]
    public void Each_thing_asked_is_answered_in_the_order_asked(string question, params string[] labels) =>
        Assert.Equal(labels, Ask(question).Rows.Select(row => row.Label));

    [Theory]
    [InlineData("we are a company with 800 million users, can we use llama 3?", Intent.CommercialUse)]
    [InlineData("can i run falcon 180b as a hosted api and charge for it?", Intent.CommercialUse)]
    public void One_question_in_several_clauses_stays_one(string question, Intent intent)
    {
        var answer = Ask(question);

        Assert.Equal(intent, answer.Intent);
        Assert.DoesNotContain(answer.Rows, row => row.Label is "openness" or "commercial use");
    }

    [Fact]
    public void A_part_asked_of_a_past_day_does_not_move_the_next_part_there()
    {
        var answer = Ask("was grok-1 open in february 2024 and is it Apache now?");

        Assert.Equal(2, answer.Rows.Length);
        Assert.Contains("Yes", answer.Rows[1].Value);
    }

    [Theory]
    [InlineData("is grok-1 open source? I only know grok-1. and 2 of my friends say no", "grok-1")]
    [InlineData("what about grok-1. and 2?", "grok-1,grok-2")]
    [InlineData("R1 or K2, which one is MIT?", "deepseek-r1,kimi-k2")]
    public void A_version_alone_is_a_name_within_its_sentence(string question, string subjects) =>
        Assert.Equal(subjects.Split(','), Ask(question).Subjects.Select(subject => subject.Id));

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);
}

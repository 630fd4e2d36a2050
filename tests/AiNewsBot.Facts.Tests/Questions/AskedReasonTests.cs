using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Why a licence asks something or changed, how it went, and what a program is, in the words of those who ask.</summary>
public sealed class AskedReasonTests
{
    private static Answer Ask(string question) => ShippedFacts.Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData(
        "why did yolov5 change its licence",
        "Changed versions shall be shared also when they are used over a network (Ultralytics)."
    )]
    [InlineData("why did minimax-01 change its licence", "No reason is given (MiniMax).")]
    [InlineData("why did phi-4 move to MIT", "No reason is given.")]
    [InlineData("why does llama 4 exclude the EU", "No reason is given.")]
    [InlineData("why does hunyuanvideo exclude the eu", "No reason is given.")]
    [InlineData("why is command r non-commercial", "No reason is given.")]
    public void Reason_is_told_where_a_source_gives_one(string question, string note) => Assert.Contains(note, Ask(question).Notes);

    [Theory]
    [InlineData("does llama 4 exclude the EU")]
    [InlineData("did minimax-01 change its licence")]
    public void No_reason_is_told_to_those_who_do_not_ask_why(string question) =>
        Assert.DoesNotContain("eason is given", Ask(question).Text, StringComparison.Ordinal);

    [Fact]
    public void Reason_of_a_condition_is_told_with_its_publisher_and_source()
    {
        var facts = YamlFacts.Create(
            """
            organizations:
              - {id: maker, name: Maker}
            licences:
              - id: L
                name: L
                commercial: {is: conditional, source: maker}
                conditions:
                  - {kind: territory, text: not in the EU, in: [EU], source: maker, why: {text: The law is unclear., source: press}}
            family: {id: zorvex, name: Zorvex, organization: maker}
            releases:
              - id: zorvex-1
                name: Zorvex 1
                announced: {on: 2024-01-01, source: maker}
                weights: {is: available, since: 2024-01-01, source: maker}
                licence: {is: L, source: maker}
            topics:
              - {id: rain, name: Rain, kind: topic, asks: [does it rain], says: [{is: It rains., source: press}]}
            """
        );

        var answer = new Answerer(facts).Ask("why does zorvex 1 exclude the EU", FactBuilder.Today);

        Assert.Contains("The law is unclear (The Paper).", answer.Notes);
        Assert.Contains(answer.Facts.SelectMany(fact => fact.Sources), source => source.Publisher == "The Paper");
    }

    [Fact]
    public void History_of_a_licence_tells_how_its_text_changed()
    {
        var answer = Ask("when did the flux dev licence change");

        Assert.StartsWith("FLUX.1 [dev] is under FLUX.1 [dev] Non-Commercial License.", answer.Lead, StringComparison.Ordinal);
        Assert.Contains(answer.Rows, row => row.Label == "2025-06-26" && row.Value.Contains("is revised", StringComparison.Ordinal));
        Assert.Equal(answer.Rows.Select(row => row.Label).Order(StringComparer.Ordinal), answer.Rows.Select(row => row.Label));
    }

    [Theory]
    [InlineData("when did chatgpt launch")]
    [InlineData("when did chatgpt come out")]
    public void Day_of_a_program_is_told_from_its_event(string question) =>
        Assert.Equal("OpenAI publishes ChatGPT as a research preview. That was on 2022-11-30.", Ask(question).Lead);

    [Fact]
    public void Day_of_a_program_without_a_dated_event_is_not_known() =>
        Assert.Equal(AnswerStatus.NoFact, Ask("when did github copilot launch").Status);

    [Theory]
    [InlineData("is anysphere open source")]
    [InlineData("how open are cursor's models")]
    public void Maker_is_asked_for_by_another_name_or_with_its_models(string question) =>
        Assert.DoesNotContain("software", Ask(question).Text, StringComparison.Ordinal);

    [Fact]
    public void Program_is_told_before_the_models_of_the_maker_of_its_name()
    {
        var answer = Ask("is cursor open source");

        Assert.StartsWith("Cursor IDE is software, not a model", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("Models of Cursor: Cursor is closed", answer.Lead, StringComparison.Ordinal);
        Assert.Equal(["cursor", "cursor-ide"], answer.Subjects.Select(subject => subject.Id));
    }
}

using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Tests.Answering;

/// <summary>What a reader on a phone sees of an answer: the sentence first and in bold,
/// then what it splits into, then sources, then buttons.</summary>
public sealed class AnswerCardTests
{
    private const int MaxBoldLength = 160;
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Answerer Answerer = ShippedFacts.Answerer;
    private static readonly Answerer OfFew = ShippedFacts.WithReleases(
        "mistral-7b",
        "mistral-large-2402",
        "mistral-large-2",
        "grok-1",
        "grok-3",
        "llama-3"
    );

    [Theory]
    [InlineData("is llama 3 open source", "**🟡 Not open source: Llama 3 has published weights under a restricted licence.**")]
    [InlineData("is grok-1 open source", "**🔵 Not fully: Grok-1 is open weights, not open source.**")]
    [InlineData("is olmo 2 open source", "**🟢 Yes: OLMo 2 is open source by the Open Source AI Definition 1.0.**")]
    [InlineData("can i use llama 3 commercially", "**Yes, under conditions: Llama 3 Community License allows commercial use of Llama 3.**")]
    [InlineData("compare grok-1 and llama 3 and olmo 2", "**OLMo 2 is the most open.**")]
    [InlineData("compare grok-1 and llama 3", "**Grok-1 is the more open.**")]
    [InlineData("compare grok-1 and meta", "**It depends on the release: Meta is mixed.**")]
    [InlineData("which of llama 3 and mistral 7b can i use commercially", "**Commercial use: Mistral 7B yes; Llama 3 under conditions.**")]
    [InlineData(
        "claude or grok-1 or mistral large 2, what may i use commercially",
        "**Commercial use: Grok-1 yes; Claude only through its maker's service; Mistral Large 2 no.**"
    )]
    public void Card_lead_is_bold_and_alone(string question, string sentence)
    {
        var head = Create(question).Blocks[0].Markdown.Split('\n');

        Assert.Equal($"-# {question}", head[0]);
        Assert.Equal(sentence, head[1]);
    }

    [Theory]
    [InlineData("is llama 3 open source")]
    [InlineData("can i use llama 3 commercially")]
    [InlineData("what are the restrictions of llama 3")]
    public void Card_conditions_are_a_list(string question) =>
        Assert.Contains("- companies with more than 700 million monthly users at the release need a licence from Meta\n", Text(question));

    [Theory]
    [InlineData("what licence is grok under", "- 🔵 **Grok-1**: Apache License 2.0")]
    [InlineData("can i use mistral commercially", "- ❌ **Mistral Large 2**: no")]
    [InlineData("can i use mistral commercially", "- 🔴 **Mistral Large (2402)**: closed")]
    [InlineData("compare grok-1 and llama 3", "- 🟡 **Llama 3**: restricted weights")]
    [InlineData("compare grok-1 and llama 3", "- **weights**: ✅ Grok-1 · 🔒 Llama 3")]
    [InlineData("compare grok-1 and llama 3", "\n-# ✅ public · 🔒 behind a form · 🌗 in part · ❌ not public")]
    public void Card_rows_have_symbols(string question, string line) =>
        Assert.Contains(line, Text(AnswerCards.Create(OfFew.Ask(question, Today), question)).Replace("\\", "", StringComparison.Ordinal));

    [Fact]
    public void Release_published_with_its_weights_is_one_timeline_row()
    {
        var lines = Text("timeline of llama")
            .Split('\n')
            .Where(line => line.Contains("Llama 3.1 ", StringComparison.Ordinal) && line.Contains("weights", StringComparison.Ordinal));

        Assert.Equal(
            "- **2024-07-23**: Llama 3.1 is announced, and its weights come out under Llama 3.1 Community License.",
            Assert.Single(lines)
        );
    }

    [Fact]
    public void Compared_subjects_can_each_be_opened() =>
        Assert.Equal(
            ["model:grok-1", "model:llama-3", "more:~q|compare grok-1 and llama 3"],
            Create("compare grok-1 and llama 3").Buttons.Select(button => button.Id)
        );

    [Fact]
    public void Every_card_about_the_dataset_fits_the_limits_and_has_a_short_lead()
    {
        SubjectView[] subjects =
        [
            .. Answerer.Facts.Organizations,
            .. Answerer.Facts.Families,
            .. Answerer.Facts.Releases,
            .. Answerer.Facts.Licences,
        ];
        var answers = subjects.SelectMany(subject =>
            new[] { Intent.Openness, Intent.Licence, Intent.Timeline }.Select(intent => Answerer.View(subject, intent, Today))
        );

        Assert.All(
            answers,
            answer =>
            {
                var card = AnswerCards.Create(answer);
                Assert.InRange(card.Blocks.Sum(block => block.Markdown.Length), 1, Card.MaxTextLength);
                Assert.InRange(card.Buttons.Length, 0, 5);
                Assert.All(card.Buttons, button => Assert.InRange(button.Id.Length, 1, ButtonId.MaxLength));
                if (answer is { Intent: Intent.Openness, Subjects: [{ Subject.Kind: not SubjectKind.Licence }] })
                    Assert.InRange(answer.Lead.Length, 1, MaxBoldLength);
            }
        );
    }

    [Fact]
    public void Every_short_card_about_the_dataset_takes_twelve_lines_of_a_phone()
    {
        SubjectView[] subjects = [.. Answerer.Facts.Organizations, .. Answerer.Facts.Families, .. Answerer.Facts.Releases];
        Aspect[] aspects = [Aspect.Openness, Aspect.Licence, Aspect.CommercialUse, Aspect.Restrictions];

        var longer = subjects
            .SelectMany(subject =>
                aspects.Select(aspect => (Question: $"is {subject.Name} open source", Answer: Answerer.View(subject, aspect, Today)))
            )
            .Where(asked => asked.Answer.Status == AnswerStatus.Answered)
            .Select(asked => (asked.Question, asked.Answer.Intent, Lines: Lines(AnswerCards.Create(asked.Answer, asked.Question))))
            .Where(card => card.Lines > AnswerCards.MaxShortLines);

        Assert.Empty(longer);
    }

    [Fact]
    public void What_does_not_fit_a_phone_is_counted_and_shown_behind_more()
    {
        var answer = Answerer.Ask("what are the restrictions of llama 4", Today);

        var card = Text(AnswerCards.Create(answer, "what are the restrictions of llama 4"));
        var rest = Text(AnswerCards.CreateRest(answer, new AnswerReference.ForSubject("llama-4")));

        Assert.Contains("\n-# and ", card);
        Assert.All(answer.Rows, row => Assert.Contains(Markdown.Escape(row.Value), rest));
    }

    private static int Lines(Card card) => card.Blocks.Sum(block => PhoneLines.Count(block.Markdown));

    private static Card Create(string question) => AnswerCards.Create(Answerer.Ask(question, Today), question);

    private static string Text(string question) => Text(Create(question));

    private static string Text(Card card) => string.Join('\n', card.Blocks.Select(block => block.Markdown));
}
